#include <orgscale/ensemble/resume.hpp>

#include <cmath>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <boost/math/distributions/lognormal.hpp>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/mixture.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/save.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>

#include "catch.hpp"
#include "file_for_test.hpp"
#include "studies.hpp"

namespace resume_test {

using namespace orgscale;

namespace {

constexpr bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};

const std::vector unknown{vary("innovation", boost::math::lognormal(-3, 0.3)),
                          vary("imitation", uniform(0.3, 0.5))};

const uncertain_model study{market, unknown, {correlate("innovation", "imitation", 0.5)}};

ensemble_options with_members(std::uint64_t members)
{
    return {.members = members, .seed = 7, .to = 10, .outputs = 3};
}

/// The message of resuming from the file; empty if it works.
template <class Model = bass<>>
std::string complaint(const std::string& path, const uncertain_model<Model>& model = study,
                      double start = 0, const ensemble_options& options = with_members(5000))
{
    try {
        static_cast<void>(resume(path, model, start, options));
    } catch (const saved_file_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("resume: bit-identical to an uninterrupted ensemble", "[ensemble]")
{
    const file_for_test file{"resume_same"};
    const auto          whole = ensemble(study, 0, with_members(5000));
    for (const std::uint64_t before : {1U, 1000U, 1025U, 4999U, 5000U}) {
        save(ensemble(study, 0, with_members(before)), file.path());
        CHECK(resume(file.path(), study, 0, with_members(5000)) == whole);
        CHECK(resume(file.path(), study, 0, with_members(5000), on_threads{3}) == whole);
    }
}

TEST_CASE("resume: continues after an observer ended it, any number of times", "[ensemble]")
{
    const file_for_test file{"resume_often"};
    const auto          options = with_members(20'000);
    const auto          whole   = ensemble(study, 0, options);
    std::uint64_t       until   = 3000;
    const auto          pause   = [&](const progress& now) { return now.done < until; };
    auto                bands   = ensemble(study, 0, options, on_threads{2}, pause);
    int                 pauses  = 0;
    while (!bands.complete()) {
        save(bands, file.path());
        until = bands.members() + 3000;
        bands = resume(file.path(), study, 0, options, on_threads{2}, pause);
        ++pauses;
    }
    CHECK(pauses >= 3);
    CHECK(bands == whole);
}

TEST_CASE("resume: outputs are bit-identical to those of an uninterrupted ensemble", "[ensemble]")
{
    const file_for_test file{"resume_answers"};
    const auto          peak = [](const bass<>& drawn) { return drawn.peak(); };
    save(ensemble_of(study, peak, {.members = 100, .seed = 7}), file.path());
    CHECK(resume(file.path(), study, peak, {.members = 1000, .seed = 7}) ==
          ensemble_of(study, peak, {.members = 1000, .seed = 7}));

    const auto after = [](const bass<>& drawn, double start) { return drawn.after(start, 3.0); };
    save(ensemble_of(study, 10, after, {.members = 100, .seed = 7}), file.path());
    CHECK(resume(file.path(), study, 10, after, {.members = 1000, .seed = 7}, on_threads{2}) ==
          ensemble_of(study, 10, after, {.members = 1000, .seed = 7}));
    CHECK_THROWS_WITH(resume(file.path(), study, 11, after, {.members = 1000, .seed = 7}),
                      EndsWith("is of another study: start 0 is 10 there, but 11 here"));
}

TEST_CASE("resume: a different output is recognised by its result for the first member",
          "[ensemble]")
{
    const file_for_test file{"resume_other_answer"};
    save(ensemble_of(study, [](const bass<>& drawn) { return drawn.peak(); },
                     {.members = 100, .seed = 7}),
         file.path());
    CHECK_THROWS_WITH(resume(file.path(), study,
                             [](const bass<>& drawn) { return 2 * drawn.peak()->time; },
                             {.members = 1000, .seed = 7}),
                      ContainsSubstring("is of another study: the output asked for"));
}

TEST_CASE("resume: refuses another study, and reports the difference", "[ensemble]")
{
    const file_for_test file{"resume_other"};
    const std::string&  path = file.path();
    save(ensemble(study, 0, with_members(100)), path);
    CHECK(complaint(path).empty());

    auto other      = market;
    other.potential = 2000;
    CHECK(complaint(path, uncertain_model{other, unknown}) ==
          path + ": is of another study: potential is 1000 there, but 2000 here");
    CHECK_THAT(complaint(path, uncertain_model{market,
                                               {unknown[0], vary("imitation", uniform(0.3, 0.6))},
                                               {correlate("innovation", "imitation", 0.5)}}),
               ContainsSubstring("vary imitation is uniform "));
    CHECK_THAT(complaint(path, uncertain_model{market, {unknown[0]}}),
               ContainsSubstring("vary imitation is there instead of"));
    CHECK_THAT(complaint(path, uncertain_model{market, unknown}),
               ContainsSubstring("correlation 0 is there instead of"));
    CHECK_THAT(
        complaint(path,
                  uncertain_model{market, unknown, {correlate("innovation", "imitation", 0.4)}}),
        ContainsSubstring("correlation 2 is 0.5 there, but 0.4 here"));
    CHECK_THAT(complaint(path, study, 1), EndsWith("start 0 is 0 there, but 1 here"));
    CHECK_THAT(complaint(path, study, 0, {.members = 5000, .seed = 8, .to = 10, .outputs = 3}),
               EndsWith("seed is 7 there, but 8 here"));
    CHECK_THAT(complaint(path, study, 0, {.members = 5000, .seed = 7, .to = 11, .outputs = 3}),
               EndsWith("to is 10 there, but 11 here"));
    CHECK_THAT(complaint(path, study, 0, {.members = 5000, .seed = 7, .to = 10, .outputs = 4}),
               EndsWith("outputs is 3 there, but 4 here"));
    CHECK_THAT(
        complaint(path, study, 0,
                  {.members = 5000, .seed = 7, .to = 10, .outputs = 3, .sampling = draws::random}),
        EndsWith("sampling is low_discrepancy there, but random here"));
    CHECK_THAT(complaint(path, uncertain_model{studies::decay<>{.speed = 1}, {}}),
               EndsWith("model is bass there, but decay here"));
}

namespace {

/// A policy with the same parameters and results as another.
template <class Real>
struct relaxed : frictionless<Real> {};

/// The ensemble of a firm with either policy, resumed if there is a file.
template <template <class> class Governance>
ensemble_bands<growth_state<>> firms(const std::string& path)
{
    const uncertain_model unsure{
        linear_growth<Governance>{.sales_rate = 20, .hiring_rate = 4, .customers_per_person = 5},
        {vary("hiring_rate", uniform(3, 5))}};
    const growth_state<>   start{.people = 10, .customers = 40};
    const ensemble_options options{.members = 20, .seed = 7, .to = 10, .outputs = 3};
    return path.empty() ? ensemble(unsure, start, options) : resume(path, unsure, start, options);
}

} // namespace

TEST_CASE("resume: refuses another policy, by its name alone", "[ensemble]")
{
    const file_for_test file{"resume_policy"};
    save(firms<frictionless>(""), file.path());
    CHECK(firms<frictionless>(file.path()) == firms<frictionless>(""));
    CHECK(firms<relaxed>("").quantile(0.5, 10)->people ==
          firms<frictionless>("").quantile(0.5, 10)->people);
    CHECK_THROWS_WITH(firms<relaxed>(file.path()),
                      EndsWith("is of another study: model is linear_growth<frictionless> there, "
                               "but linear_growth<relaxed> here"));
}

TEST_CASE("resume: refuses fewer members than are done", "[ensemble]")
{
    const file_for_test file{"resume_fewer"};
    save(ensemble(study, 0, with_members(100)), file.path());
    CHECK(complaint(file.path(), study, 0, with_members(99)) ==
          file.path() + ": has 100 members, more than the 99 asked for");
}

TEST_CASE("resume: refuses a file cut short anywhere", "[ensemble]")
{
    const file_for_test file{"resume_short"};
    save(ensemble(study, 0, with_members(20)), file.path());
    const std::string text = file.text();
    for (std::size_t size = 0; size < text.size(); ++size) {
        file.write(text.substr(0, size));
        if (complaint(file.path()).empty()) FAIL("taken, cut to " << size << " of " << text.size());
    }
    file.write(text.substr(0, text.size() / 2));
    CHECK_THAT(complaint(file.path()), EndsWith(": is cut short"));
}

TEST_CASE("resume: refuses a file with a changed character anywhere", "[ensemble]")
{
    const file_for_test file{"resume_changed"};
    save(ensemble(study, 0, with_members(20)), file.path());
    const std::string text = file.text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string changed = text;
        changed[at]         = static_cast<char>(changed[at] ^ 1);
        file.write(changed);
        if (complaint(file.path()).empty()) FAIL("taken with letter " << at << " changed");
    }
    std::string changed      = text;
    changed[text.size() / 2] = static_cast<char>(changed[text.size() / 2] ^ 1);
    file.write(changed);
    CHECK_THAT(complaint(file.path()), EndsWith(": is damaged: its checksum is wrong"));
}

TEST_CASE("resume: refuses other files and missing files", "[ensemble]")
{
    const file_for_test file{"resume_none"};
    CHECK(complaint(file.path()) == file.path() + ": can't be read");
    file.write("people,customers\n10,40\n");
    CHECK(complaint(file.path()) ==
          file.path() + ": is not an ensemble saved by this version of orgscale");
    file.write("");
    CHECK_FALSE(complaint(file.path()).empty());
}

TEST_CASE("resume: refuses a file with invalid contents and a valid checksum", "[ensemble]")
{
    const file_for_test file{"resume_forged"};
    save(ensemble(study, 0, with_members(20)), file.path());
    const std::string text     = file.text();
    const std::string body     = text.substr(0, text.rfind("checksum "));
    const std::size_t sketches = 3; // one line each, after the part's first line
    std::size_t       numbers  = body.size() - 1;
    for (std::size_t line = 0; line < sketches; ++line) numbers = body.rfind('\n', numbers - 1);
    std::size_t taken = 0;
    for (std::size_t at = std::string{record_mark}.size(); at < body.size(); ++at) {
        if (body[at] < '0' || body[at] > '9') continue;
        std::string forged = body;
        forged[at]         = '-'; // inside a number it splits it, before it negates it
        file.write(forged + "checksum " + std::to_string(detail::hash_of(forged)) + '\n');
        if (!complaint(file.path()).empty()) continue;
        ++taken;
        if (at < numbers) FAIL("taken with letter " << at << " before the counts");
        if (body[at - 1] != ' ') FAIL("taken with a number more, at letter " << at);
    }
    // The rest are valid results: a sketch's minimum, maximum or first key with a minus sign.
    CHECK(taken <= 3 * sketches);

    std::string fewer = body; // fewer members than its sketches have counted
    fewer.replace(fewer.find("\n20 ") + 1, 2, "10");
    file.write(fewer + "checksum " + std::to_string(detail::hash_of(fewer)) + '\n');
    CHECK_THAT(complaint(file.path()), EndsWith(": is damaged"));

    const auto with_tail = body + "0\n";
    file.write(with_tail + "checksum " + std::to_string(detail::hash_of(with_tail)) + '\n');
    CHECK_THAT(complaint(file.path()), EndsWith(": is damaged"));
}

TEST_CASE("resume: refuses a folder", "[ensemble]")
{
    const file_for_test folder{"resume_folder"};
    std::filesystem::create_directories(folder.path());
    CHECK(complaint(folder.path()) == folder.path() + ": can't be read");
}

TEST_CASE("resume: refuses a file with two characters swapped anywhere", "[ensemble]")
{
    const file_for_test file{"resume_swapped"};
    save(ensemble(study, 0, with_members(20)), file.path());
    const std::string text = file.text();
    for (std::size_t at = 1; at < text.size(); ++at) {
        std::string changed = text;
        std::swap(changed[at - 1], changed[at]);
        if (changed == text) continue;
        file.write(changed);
        if (complaint(file.path()).empty()) FAIL("taken with letter " << at << " before its last");
    }
}

TEST_CASE("resume: a different sign, tail or end of a distribution is another study", "[ensemble]")
{
    const file_for_test file{"resume_tails"};
    const auto          of = [](const distribution& law, double rho) {
        return uncertain_model{market,
                                        {vary("innovation", law), vary("imitation", uniform(0.3, 0.5))},
                                        {correlate("innovation", "imitation", rho)}};
    };
    const boost::math::lognormal wide(-3, 0.3);
    save(ensemble(of(wide, 0.5), 0, with_members(20)), file.path());
    CHECK(complaint(file.path(), of(wide, 0.5)).empty());
    CHECK_THAT(complaint(file.path(), of(wide, -0.5)),
               EndsWith("correlation 2 is 0.5 there, but -0.5 here"));
    CHECK_THAT(complaint(file.path(), of(boost::math::lognormal(-3, 0.31), 0.5)),
               ContainsSubstring("vary innovation is lognormal "));

    // Equal up to the quantile 1 - 2^-20: only the end of the support differs.
    const auto up_to = [](double last) {
        return mixture{{{1 - 0x1p-50, uniform(0.01, 0.02)}, {0x1p-50, uniform(0.5, last)}}};
    };
    save(ensemble(of(up_to(0.6), 0.5), 0, with_members(20)), file.path());
    CHECK_THAT(complaint(file.path(), of(up_to(0.7), 0.5)),
               ContainsSubstring("vary innovation is mixture of uniform, uniform "));
}

} // namespace resume_test
