#include "text/json_of_calibrated.hpp"

#include <cmath>
#include <cstddef>

#include "text/json_values.hpp"

namespace program {

namespace {

json estimates_of(const calibrated& found)
{
    auto list = json::array();
    for (const auto& one : found.estimates)
        list.push_back({{"parameter", one.name},
                        {"before", of(one.before)},
                        {"estimate", found.usable ? of(one.value) : json(nullptr)},
                        {"standard_error", of(one.standard_error)},
                        {"low", of(one.low)},
                        {"high", of(one.high)},
                        {"on_bound", one.on_bound}});
    return list;
}

/// {"churn": {"hiring_rate": -0.4}, ...}; null where one of the two has no standard error.
json correlations_of(const calibrated& found)
{
    auto              whole = json::object();
    const std::size_t count = found.estimates.size();
    for (std::size_t i = 0; i < count; ++i) {
        auto row = json::object();
        for (std::size_t j = 0; j < count; ++j)
            if (i != j)
                row[found.estimates[j].name] = found.estimates[i].standard_error &&
                                                       found.estimates[j].standard_error
                                                   ? of(found.correlations[i * count + j])
                                                   : json(nullptr);
        whole[found.estimates[i].name] = row;
    }
    return whole;
}

} // namespace

std::string json_of(const calibrated_scenario& one)
{
    const auto& found = one.found;
    json        whole{{"verdict", found.verdict},
                      {"reason", found.reason},
                      {"title", one.plan.title},
                      {"organisation", one.organisation},
                      {"figures", found.figures},
                      {"typical_miss", of(std::expm1(found.typical))},
                      {"serial_correlation_p", of(found.serial_correlation_p)},
                      {"optima", found.optima},
                      {"level", 0.95}};
    whole["estimates"]    = estimates_of(found);
    whole["correlations"] = correlations_of(found);
    whole["inseparable"]  = found.inseparable;
    whole["scenario"]     = found.usable ? json(one.text) : json(nullptr);
    return whole.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace program
