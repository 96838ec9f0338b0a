#include <orgscale/ensemble/on_tbb.hpp>

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "catch.hpp"
#include "executors.hpp"
#include "studies.hpp"

namespace on_tbb_test {

using orgscale::on_tbb;

namespace {

/// In an arena of the given number of threads.
template <class Use>
void with_threads(int count, const Use& use)
{
    const tbb::global_control limit{tbb::global_control::max_allowed_parallelism,
                                    static_cast<std::size_t>(count)};
    tbb::task_arena           arena{count};
    arena.execute(use);
}

} // namespace

TEST_CASE("on_tbb: runs each block once, stops after the first blocks, rethrows", "[ensemble]")
{
    for (const int count : {1, 2, 7})
        with_threads(count, [] {
            executors::does_each_block_once(on_tbb{});
            executors::stops_after_whole_first_blocks(on_tbb{});
            executors::throws_what_is_thrown(on_tbb{});
        });
}

TEST_CASE("on_tbb: an ensemble is bit-identical to that on one thread", "[ensemble]")
{
    const orgscale::uncertain_model  study{studies::decay<>{.speed = 0.2},
                                           {orgscale::vary("speed", orgscale::uniform(0.1, 0.3))}};
    const orgscale::ensemble_options options{.members = 10'000, .seed = 7, .to = 10, .outputs = 3};
    const auto                       alone = ensemble(study, 1, options);
    for (const int count : {1, 2, 3, 7})
        with_threads(count, [&] { CHECK(ensemble(study, 1, options, on_tbb{}) == alone); });
}

} // namespace on_tbb_test
