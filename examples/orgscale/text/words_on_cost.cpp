#include "text/words_on_cost.hpp"

#include <algorithm>
#include <cmath>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

std::optional<cost_unit> cost_unit_of(const study& found)
{
    const auto currency = currency_of(found.plan);
    if (currency.empty()) return std::nullopt;
    double least = 1;
    for (const auto& one : found.outcomes)
        if (one.complete && one.cost_per_customer.value_or(0) > 0)
            least = std::min(least, *one.cost_per_customer);
    const auto  all  = customers_word(found.plan);
    const auto& plan = found.plan;
    const auto  told = [&](double customers, const std::string& name) {
        return cost_unit{customers, currency + " per " + name + " a " + plan.time.unit};
    };
    if (least < 1e-4) return told(1e6, "million " + all);
    if (least < 1e-2) return told(1e3, "thousand " + all);
    return told(1, customer_word(plan));
}

passage on_cost(const study& found)
{
    passage     said{"What it costs", {}};
    const auto  unit = cost_unit_of(found);
    const auto& plan = found.plan;
    const auto& now  = found.now();
    if (!unit || !now.complete || !std::isfinite(now.cost_per_customer.value_or(NAN))) return said;

    const outcome* cheapest = &now;
    for (const auto& one : found.outcomes)
        if (one.complete && one.cost_per_customer &&
            *one.cost_per_customer < (1 - alike) * *cheapest->cost_per_customer)
            cheapest = &one;
    auto text = (plan.cost ? "At " + amount(plan.cost->per_person, plan.cost->currency) + " a " +
                                 plan.time.unit + " for each of its " + people_in(plan) + ", "
                           : std::string{"With wages and what it costs to hire, "}) +
                long_name(now) + " costs " + spoken(unit->customers * *now.cost_per_customer) +
                " " + unit->name + " " + at_horizon(plan);
    text += cheapest == &now ? ", the least of the six."
                             : "; " + long_name(*cheapest) + " costs least, " +
                                   spoken(unit->customers * *cheapest->cost_per_customer) + ".";
    said.sentences.push_back(text);
    return said;
}

} // namespace program
