#include "text/words.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"
#include "text/words_on_comparison.hpp"
#include "text/words_on_cost.hpp"
#include "text/words_on_designs.hpp"
#include "text/words_on_levers.hpp"
#include "text/words_on_network.hpp"
#include "text/words_on_others.hpp"
#include "text/words_on_record.hpp"
#include "text/words_on_samples.hpp"
#include "text/words_on_service.hpp"
#include "text/words_on_warnings.hpp"

namespace program {

namespace {

/// Which runs end before the horizon: a sentence for each reason.
std::vector<std::string> on_early_ends(const study& found)
{
    std::map<std::string, std::vector<const outcome*>> ended;
    for (const auto& one : found.outcomes)
        if (!one.complete) ended[one.reason].push_back(&one);

    std::vector<std::string> sentences;
    const auto&              time = found.plan.time;
    for (const auto& [reason, runs] : ended) {
        std::vector<std::string> names;
        auto                     first = runs.front()->end().time, last = first;
        for (const auto* one : runs) {
            names.push_back(long_name(*one));
            first = std::min(first, one->end().time);
            last  = std::max(last, one->end().time);
        }
        const auto when =
            date(time, first) == date(time, last)
                ? on_date(time, first)
                : fmt::format("between {} and {}", date(time, first), date(time, last));
        const auto who = runs.size() == found.outcomes.size() ? "All six runs end"
                         : runs.size() > 1 ? fmt::format("The runs of {} end", listed(names))
                                           : fmt::format("The run of {} ends", names.front());
        sentences.push_back(fmt::format("{} {}{}: {}.", who, when,
                                        reason == out_of_money ? "" : " without a result", reason));
    }
    return sentences;
}

passage on_the_lead(const study& found)
{
    passage     said{"How the six compare", {}};
    const auto* leader = found.leader();
    said.sentences     = on_early_ends(found);
    if (leader == nullptr) return said;

    const auto&  now  = found.now();
    const double most = leader->end().customers;
    if (!(most > 0)) {
        said.sentences.push_back(fmt::format("None of the six has any {} {}.",
                                             customers_word(found.plan), at_horizon(found.plan)));
        return said;
    }
    std::vector<std::string> level;
    for (const auto& one : found.outcomes)
        if (&one != leader && one.complete && one.end().customers >= (1 - alike) * most)
            level.push_back(long_name(one));

    auto first = fmt::format("{} {}{} has the most: {}, with {}.", capital(at_horizon(found.plan)),
                             long_name(*leader),
                             leader == &now ? fmt::format(", {},", as_now(found.plan)) : "",
                             amount(most, customers_in(found.plan)),
                             amount(leader->end().people, people_in(found.plan)));
    if (!level.empty())
        first += fmt::format(" {} {} within 1 percent of it.", capital(listed(level)),
                             level.size() == 1 ? "is" : "are");
    said.sentences.push_back(first);

    const double own = now.end().customers;
    if (leader != &now && now.complete && own > 0 && own < (1 - alike) * most) {
        const double ratio = most / own;
        said.sentences.push_back(fmt::format(
            "That is {} {}, {}, with {} and {}.",
            ratio < 2 ? percent(ratio - 1) + " more than" : times_as_many(ratio) + " as many as",
            long_name(now), as_now(found.plan), amount(own, customers_in(found.plan)),
            amount(now.end().people, people_in(found.plan))));
    }

    const outcome* leanest = leader;
    for (const auto& one : found.outcomes)
        if (one.complete && one.end().customers >= 0.9 * most &&
            one.end().people < (1 - alike) * leanest->end().people)
            leanest = &one;
    if (leanest != leader)
        said.sentences.push_back(
            fmt::format("Of those within ten percent of it, {} needs the fewest: {}.",
                        long_name(*leanest), amount(leanest->end().people, people_in(found.plan))));

    const auto* units = now.parallel ? &now : leader;
    if (units->parallel && units->parallel->units > 1) {
        const auto& parallel = *units->parallel;
        said.sentences.push_back(fmt::format(
            "In {} the {:.3g} units together sell, hire and decide at {} of the "
            "organisation's rates; the rest goes into waiting for and agreeing with each "
            "other.",
            long_name(*units), parallel.units, percent(parallel.speed_up / parallel.units)));
    }
    return said;
}

passage on_the_wall(const study& found)
{
    const auto& now  = found.now();
    const auto& plan = found.plan;
    passage     said{"What stops the organisation " + as_it_is(plan), {}};
    if (!now.complete) return said;

    const auto ends = binding_explained(found, now.binds, now.cause);
    if (!now.wall) {
        said.sentences.push_back(fmt::format(
            "{} meets no wall before {}: {}", capital(long_name(now)),
            date(plan.time, plan.time.horizon),
            now.binds == orgscale::growth_limit::sell
                ? "demand sets its pace, not the organisation."
                : fmt::format(
                      "its limit at the end is {}, but it has not lasted long enough to be one.",
                      ends)));
        return said;
    }
    const auto& wall = *now.wall;
    said.sentences.push_back(
        wall.at.time > 0
            ? fmt::format("{} meets its wall {}, with {} and {}.", capital(long_name(now)),
                          on_date(plan.time, wall.at.time), amount(wall.at.people, people_in(plan)),
                          amount(wall.at.customers, customers_in(plan)))
            : fmt::format("{} is at its wall from the start.", capital(long_name(now))));
    said.sentences.push_back(fmt::format(
        "From then on the organisation itself limits its growth, not the {} it could win. The limit is {}.",
        customers_word(plan), binding_explained(found, wall.limit, wall.cause)));
    if (now.binds != wall.limit)
        said.sentences.push_back(fmt::format("At the end the limit is {}.", ends));
    return said;
}

} // namespace

std::vector<passage> answer_of(const study& found)
{
    return {on_warnings(found), on_designs(found),  on_differences(found), on_assumptions(found),
            on_levers(found),   on_what_ifs(found), on_samples(found)};
}

std::vector<passage> details_of(const study& found)
{
    return {on_the_lead(found),   on_the_wall(found), on_service(found), on_cost(found),
            on_overtaking(found), on_network(found),  on_record(found)};
}

std::vector<passage> words_of(const study& found)
{
    auto all = answer_of(found);
    for (const auto& more : details_of(found)) all.push_back(more);
    std::erase_if(all, [](const passage& one) { return one.sentences.empty(); });
    return all;
}

} // namespace program
