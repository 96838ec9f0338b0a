#include <orgscale/ensemble/on_ranks.hpp>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/resume.hpp>
#include <orgscale/ensemble/save.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

#include "catch.hpp"
#include "file_for_test.hpp"
#include "studies.hpp"

// Run by mpirun with any number of ranks: every rank runs the same tests in the same order.

namespace on_ranks_test {

using namespace orgscale;

namespace {

/// MPI from before the first test until after the last.
const struct mpi_for_all {
    mpi_for_all() { MPI_Init(nullptr, nullptr); }
    mpi_for_all(const mpi_for_all&)            = delete;
    mpi_for_all& operator=(const mpi_for_all&) = delete;
    ~mpi_for_all() { MPI_Finalize(); }
} mpi;

int my_rank()
{
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    return rank;
}

int all_ranks()
{
    int count = 0;
    MPI_Comm_size(MPI_COMM_WORLD, &count);
    return count;
}

const uncertain_model study{studies::decay<>{.speed = 0.2}, {vary("speed", uniform(0.1, 0.3))}};

ensemble_options with_members(std::uint64_t members)
{
    return {.members = members, .seed = 7, .to = 10, .outputs = 3};
}

} // namespace

TEST_CASE("on_ranks: every rank has the result of a single thread, bit by bit", "[ensemble]")
{
    for (const std::uint64_t members : {1U, 2U, 1025U, 20'000U}) {
        const auto alone = ensemble(study, 1, with_members(members));
        CHECK(ensemble(study, 1, with_members(members), on_ranks{}) == alone);
        CHECK(ensemble(study, 1, with_members(members), on_ranks{MPI_COMM_WORLD, on_threads{2}}) ==
              alone);
    }
}

TEST_CASE("on_ranks: also for a real model, some of whose members fail", "[ensemble]")
{
    const auto alone = ensemble(studies::explosion<>{.speed = 1}, 1, {vary("speed", uniform(0, 2))},
                                {.members = 5000, .seed = 7, .to = 1, .outputs = 2});
    CHECK(ensemble(studies::explosion<>{.speed = 1}, 1, {vary("speed", uniform(0, 2))},
                   {.members = 5000, .seed = 7, .to = 1, .outputs = 2}, on_ranks{}) == alone);

    const linear_growth<hierarchy> firm{
        .governance           = {.span_of_control = 7, .control_retention = 0.95},
        .sales_rate           = 20,
        .hiring_rate          = 4,
        .customers_per_person = 5};
    const ensemble_options options{.members = 4000, .seed = 7, .to = 12, .outputs = 3};
    CHECK(ensemble(firm, {.people = 10, .customers = 40}, {vary("hiring_rate", uniform(2, 6))},
                   options, on_ranks{}) == ensemble(firm, {.people = 10, .customers = 40},
                                                    {vary("hiring_rate", uniform(2, 6))}, options));
}

TEST_CASE("on_ranks: also for outputs, some of which are missing", "[ensemble]")
{
    const auto asks = [](const studies::decay<>& drawn) -> std::optional<double> {
        if (drawn.speed < 0.15) return std::nullopt;
        return 1 / drawn.speed;
    };
    CHECK(ensemble_of(study, asks, {.members = 3000, .seed = 7}, on_ranks{}) ==
          ensemble_of(study, asks, {.members = 3000, .seed = 7}));
}

TEST_CASE("on_ranks: the observer of rank 0 is called, and ends it for all", "[ensemble]")
{
    std::uint64_t calls = 0;
    const auto    watch = [&](const progress& now) {
        ++calls;
        return now.done < 40'000;
    };
    const auto part = ensemble(study, 1, with_members(1'000'000'000), on_ranks{}, watch);
    CHECK((calls > 0) == (my_rank() == 0));
    CHECK_FALSE(part.complete());
    CHECK(part.members() >= 40'000);
    CHECK(part.record() == ensemble(study, 1, with_members(part.members())).record());
}

TEST_CASE("on_ranks: an exception in one rank is thrown in all, with its number", "[ensemble]")
{
    const int  last   = all_ranks() - 1;
    const auto throws = [&](const studies::decay<>& drawn) -> double {
        if (my_rank() == last && drawn.speed > 0.29) throw std::runtime_error{"no such table"};
        return 1;
    };
    const std::string message = "rank " + std::to_string(last) + " of " +
                                std::to_string(all_ranks()) + ": no such table";
    CHECK_THROWS_WITH(ensemble_of(study, throws, {.members = 3000, .seed = 7}, on_ranks{}), message);
    // All ranks are ready for the next ensemble.
    CHECK(ensemble(study, 1, with_members(100), on_ranks{}).complete());
}

TEST_CASE("on_ranks: an exception of rank 0's observer is thrown in all", "[ensemble]")
{
    const auto throws = [](const progress&) -> bool { throw std::runtime_error{"enough"}; };
    CHECK_THROWS_WITH(ensemble(study, 1, with_members(3000), on_ranks{}, throws),
                      "rank 0 of " + std::to_string(all_ranks()) + ": enough");
}

TEST_CASE("on_ranks: a saved ensemble resumes on any number of ranks", "[ensemble]")
{
    const file_for_test file{"ranks_" + std::to_string(all_ranks()) + '_' +
                             std::to_string(my_rank())};
    save(ensemble(study, 1, with_members(3000), on_ranks{}), file.path());
    CHECK(resume(file.path(), study, 1, with_members(8000), on_ranks{}) ==
          ensemble(study, 1, with_members(8000)));
}

TEST_CASE("on_ranks: a file that one rank can't read is refused by all", "[ensemble]")
{
    const int           last = all_ranks() - 1;
    const file_for_test file{"ranks_missing_" + std::to_string(all_ranks()) + '_' +
                             std::to_string(my_rank())};
    if (my_rank() != last) save(ensemble(study, 1, with_members(100)), file.path());
    const auto go_on = [&] { return resume(file.path(), study, 1, with_members(200), on_ranks{}); };
    CHECK_THROWS_AS(go_on(), rank_error);
    CHECK_THROWS_WITH(go_on(), StartsWith("rank " + std::to_string(last) + " of " +
                                          std::to_string(all_ranks()) + ": ") &&
                                   EndsWith("can't be read"));

    const auto asks = [](const studies::decay<>& drawn) { return 1 / drawn.speed; };
    if (my_rank() != last) save(ensemble_of(study, asks, {.members = 100, .seed = 7}), file.path());
    CHECK_THROWS_AS(resume(file.path(), study, asks, {.members = 200, .seed = 7}, on_ranks{}),
                    rank_error);
    CHECK(ensemble(study, 1, with_members(100), on_ranks{}).complete()); // all are still there
}

TEST_CASE("on_ranks: ranks given different studies throw before they start", "[ensemble]")
{
    if (all_ranks() == 1) return; // one agrees with itself
    const bool  first   = my_rank() == 0;
    std::string message = "rank 1 of " + std::to_string(all_ranks()) + ": differs from rank 0: ";
    CHECK_THROWS_WITH(ensemble(study, 1, with_members(first ? 100 : 5000), on_ranks{}),
                      message + "members 5000 instead of members 100");
    CHECK_THROWS_WITH(ensemble(study, first ? 1 : 2, with_members(100), on_ranks{}),
                      message + "start 0 2 instead of start 0 1");

    // Another output, and another kind of function.
    const auto asks = [&](const studies::decay<>& drawn) { return drawn.speed + (first ? 1 : 2); };
    CHECK_THROWS_WITH(ensemble_of(study, asks, {.members = 100, .seed = 7}, on_ranks{}),
                      StartsWith(message + "hash of their results "));
    if (first) {
        CHECK_THROWS_WITH(ensemble_of(study, asks, {.members = 100, .seed = 7}, on_ranks{}),
                          StartsWith(message));
    } else {
        CHECK_THROWS_WITH(ensemble(study, 1, with_members(100), on_ranks{}), StartsWith(message));
    }

    // One rank has nothing left to do, the others have.
    const file_for_test file{"ranks_apart_" + std::to_string(all_ranks()) + '_' +
                             std::to_string(my_rank())};
    save(ensemble(study, 1, with_members(first ? 200 : 100)), file.path());
    CHECK_THROWS_WITH(resume(file.path(), study, 1, with_members(200), on_ranks{}),
                      message + "members done before 100 instead of members done before 200");
    CHECK(ensemble(study, 1, with_members(100), on_ranks{}).complete()); // all are still there
}

TEST_CASE("on_ranks: an exception for the first member is thrown in all", "[ensemble]")
{
    const int  last   = all_ranks() - 1;
    const auto throws = [&](const studies::decay<>&) -> double {
        if (my_rank() == last) throw std::runtime_error{"no such table"};
        return 1;
    };
    CHECK_THROWS_WITH(ensemble_of(study, throws, {.members = 3000, .seed = 7}, on_ranks{}),
                      "rank " + std::to_string(last) + " of " + std::to_string(all_ranks()) +
                          ": no such table");
    CHECK(ensemble(study, 1, with_members(100), on_ranks{}).complete());
}

TEST_CASE("on_ranks: for a complete ensemble rank 0's observer is called once", "[ensemble]")
{
    const file_for_test file{"ranks_complete_" + std::to_string(all_ranks()) + '_' +
                             std::to_string(my_rank())};
    const auto          whole = ensemble(study, 1, with_members(100));
    save(whole, file.path());
    int        calls = 0;
    const auto watch = [&](const progress& now) {
        CHECK(now.done == 100);
        ++calls;
    };
    CHECK(resume(file.path(), study, 1, with_members(100), on_ranks{}, watch) == whole);
    CHECK(calls == (my_rank() == 0 ? 1 : 0));
}

} // namespace on_ranks_test
