#include "text/words_on_network.hpp"

#include <cmath>
#include <string>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/composition_names.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

/// The composition of the same law under the other governance: the two stand side by side.
const outcome& under_other_governance(const study& found, const outcome& one)
{
    return found.outcomes[one.which % 2 == 0 ? one.which + 1 : one.which - 1];
}

/// Linear growth under the same governance: the first two.
const outcome& without_network(const study& found, const outcome& one)
{
    return found.outcomes[one.which % 2];
}

/// "2 percent of the", "3 in a million".
std::string part(double share)
{
    return share >= 1e-3 ? fmt::format("{} percent of the", plain_digits(100 * share))
                         : fmt::format("{} in a million", plain_digits(1e6 * share));
}

double customers_per_person(const outcome& one) { return one.end().customers / one.end().people; }

/// Who takes part, whom they serve, and who is left to serve.
std::string on_participants(const scenario& plan, const outcome& subject)
{
    const auto& facts = *subject.network;
    if (!(facts.participation > 0))
        return fmt::format("In {} no {} serves others: people serve them all.", long_name(subject),
                           customer_word(plan));
    return fmt::format(
        "In {} {} {} help others, and each of them serves {}: a self-service ratio of R = {:.2f} {}. {}: {}.",
        long_name(subject), part(facts.participation), customers_word(plan),
        spoken(facts.self_service / facts.participation), facts.self_service, at_horizon(plan),
        facts.self_service > 1
            ? "Above 1 the network serves itself and needs people only for its core"
            : "Below 1 people must serve the rest",
        amount(subject.end().people, people_in(plan)));
}

/// The same network under the other governance.
std::string on_sibling(const scenario& plan, const outcome& subject, const outcome& sibling)
{
    const double ratio   = sibling.end().customers / subject.end().customers;
    const bool   carries = subject.network->self_service > 1 && sibling.network->self_service > 1;
    const auto   wall    = wall_in_short(subject, plan.time);
    const auto   other   = wall_in_short(sibling, plan.time);
    std::string  verdict;
    if (ratio > 0.5 && ratio < 2 && carries) {
        verdict = ": self-service carries it, not governance";
        if (wall != other)
            verdict += fmt::format("; governance sets its wall ({}: {}; {}: {})",
                                   governance_of(subject.name), wall, governance_of(sibling.name),
                                   other);
    } else if (ratio < 0.5) {
        verdict = fmt::format(", limited by {}: here governance makes the difference",
                              binding(sibling.binds, sibling.cause));
    } else {
        verdict = std::abs(ratio - 1) < alike ? ", as many"
                                              : fmt::format(", {} of that", percent(ratio));
    }
    return fmt::format(
        "Under {} the same network reaches {} with {} (R = {:.2f}){}.", governance_of(sibling.name),
        amount(sibling.end().customers, customers_in(plan)),
        amount(sibling.end().people, people_in(plan)), sibling.network->self_service, verdict);
}

std::string on_far_growth(const scenario& plan, const network_found& facts)
{
    if (!(facts.far_rate > 0))
        return fmt::format(
            "Even in an unlimited market this network would not grow exponentially, because {} does not grow "
            "with it.",
            binding(facts.far_limit, {}));
    return fmt::format(
        "As long as it is far below its potential of {}, this network grows exponentially, by at most {:.1f} "
        "percent a {}; the limit is {}.",
        spoken(facts.potential), 100 * facts.far_rate, plan.time.unit,
        binding(facts.far_limit, {}));
}

} // namespace

passage on_network(const study& found)
{
    passage        said{"What carries the network", {}};
    const outcome* subject = &found.now();
    if (!subject->network) subject = found.leader();
    if (subject == nullptr || !subject->network || !subject->complete) return said;

    const auto& plan = found.plan;
    said.sentences.push_back(on_participants(plan, *subject));

    const auto& sibling = under_other_governance(found, *subject);
    if (sibling.complete && subject->network->participation > 0)
        said.sentences.push_back(on_sibling(plan, *subject, sibling));

    const auto& alone = without_network(found, *subject);
    if (alone.complete && alone.end().people > 0 && subject->end().people > 0)
        said.sentences.push_back(
            fmt::format("For comparison, {} has {} for each of its {} {}; the network has {}.",
                        long_name(alone), amount(customers_per_person(alone), customers_in(plan)),
                        amount(alone.end().people, people_in(plan)), at_horizon(plan),
                        amount_alone(customers_per_person(*subject), customers_in(plan))));

    said.sentences.push_back(on_far_growth(plan, *subject->network));
    return said;
}

} // namespace program
