#include "text/words_on_cost.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

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
    const auto  per  = [&](double customers, const std::string& name) {
        return cost_unit{customers, fmt::format("{} per {} a {}", currency, name, plan.time.unit)};
    };
    if (least < 1e-4) return per(1e6, "million " + all);
    if (least < 1e-2) return per(1e3, "thousand " + all);
    return per(1, customer_word(plan));
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
    const auto at    = plan.cost ? fmt::format("At {} a {} for each of its {}",
                                               amount(plan.cost->per_person, plan.cost->currency),
                                               plan.time.unit, people_in(plan))
                                 : std::string{"Wages and the cost of hiring included"};
    const auto price = [&](const outcome& one) {
        return spoken(unit->customers * *one.cost_per_customer);
    };
    said.sentences.push_back(fmt::format(
        "{}, {} costs {} {} {}{}.", at, long_name(now), price(now), unit->name, at_horizon(plan),
        cheapest == &now
            ? ", the lowest of the six"
            : fmt::format("; the cheapest is {}, at {}", long_name(*cheapest), price(*cheapest))));
    return said;
}

} // namespace program
