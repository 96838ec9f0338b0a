#include "text/words_on_network.hpp"

#include <string>

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
    return share >= 1e-3 ? plain_digits(100 * share) + " percent of the"
                         : plain_digits(1e6 * share) + " in a million";
}

double customers_per_person(const outcome& one) { return one.end().customers / one.end().people; }

} // namespace

passage on_network(const study& found)
{
    passage        said{"What carries the network", {}};
    const outcome* subject = &found.now();
    if (!subject->network) subject = found.leader();
    if (subject == nullptr || !subject->network || !subject->complete) return said;

    const auto& plan  = found.plan;
    const auto& facts = *subject->network;
    const auto  at    = at_horizon(plan);
    if (facts.participation > 0) {
        auto text = "In " + long_name(*subject) + " " + part(facts.participation) + " " +
                    customers_word(plan) + " take part, and each of them serves " +
                    spoken(facts.self_service / facts.participation) +
                    " others: a self-service ratio of R = " + fixed(facts.self_service, 2) + " " +
                    at + ".";
        text += facts.self_service > 1
                    ? " Above 1 the network serves itself, and people are kept only for the core: " +
                          amount(subject->end().people, people_in(plan)) + "."
                    : " Below 1 the rest must be served by people: " +
                          amount(subject->end().people, people_in(plan)) + ".";
        said.sentences.push_back(text);
    } else {
        said.sentences.push_back("In " + long_name(*subject) +
                                 " nobody who joins serves others: people serve everybody.");
    }

    const auto& sibling = under_other_governance(found, *subject);
    if (sibling.complete && facts.participation > 0) {
        const double ratio = sibling.end().customers / subject->end().customers;
        auto         text  = "Under " + governance_of(sibling.name) + " the same network reaches " +
                    amount(sibling.end().customers, customers_in(plan)) + " with " +
                    amount(sibling.end().people, people_in(plan)) +
                    " (R = " + fixed(sibling.network->self_service, 2) + ")";
        if (ratio > 0.5 && ratio < 2 && facts.self_service > 1 &&
            sibling.network->self_service > 1) {
            text += ": self-service, and not governance, is what carries it";
            if (wall_in_short(*subject, plan.time) != wall_in_short(sibling, plan.time))
                text += "; governance sets its wall (" + governance_of(subject->name) + ": " +
                        wall_in_short(*subject, plan.time) + "; " + governance_of(sibling.name) +
                        ": " + wall_in_short(sibling, plan.time) + ")";
        } else if (ratio < 0.5) {
            text += ", held by " + binding(sibling.binds, sibling.cause) +
                    ": here it is governance that decides";
        } else {
            text += ", " + percent(ratio) + " of that";
        }
        text += ".";
        said.sentences.push_back(text);
    }

    const auto& alone = without_network(found, *subject);
    if (alone.complete && alone.end().people > 0 && subject->end().people > 0)
        said.sentences.push_back(
            "Without it, " + long_name(alone) + " has " +
            amount(customers_per_person(alone), customers_in(plan)) + " for each of its " +
            amount(alone.end().people, people_in(plan)) + " " + at + "; the network has " +
            amount_alone(customers_per_person(*subject), customers_in(plan)) + ".");

    said.sentences.push_back(
        facts.far_rate > 0
            ? "Far below its potential of " + spoken(facts.potential) +
                  " such a network grows exponentially, at a rate of " +
                  fixed(100 * facts.far_rate, 1) + " percent a " + plan.time.unit +
                  " at most, set by " + binding(facts.far_limit, {}) + "."
            : "Without an end to its market such a network would not grow exponentially: " +
                  binding(facts.far_limit, {}) + " does not grow with it.");
    return said;
}

} // namespace program
