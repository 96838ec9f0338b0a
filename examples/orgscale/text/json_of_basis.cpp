#include "text/json_values.hpp"

#include "scenario/composition_names.hpp"

namespace program {

json of(const warning& one) { return {{"place", one.place}, {"text", one.text}}; }

json of(const unequal_parameter& one)
{
    json values;
    for (const auto& value : one.values) values[composition_names[value.which]] = of(value.number);
    return {{"name", one.name}, {"unit", one.unit}, {"meaning", one.meaning}, {"values", values}};
}

json of(const assumed_value& one)
{
    auto in = json::array();
    for (const auto which : one.in) in.push_back(composition_names[which]);
    return {{"name", one.name},
            {"unit", one.unit},
            {"meaning", one.meaning},
            {"value", of(one.value)},
            {"by_default", one.by_default},
            {"distribution", one.words.empty() ? json(nullptr) : json(one.words)},
            {"source", one.by_default ? json(nullptr) : json(one.source)},
            {"compositions", in}};
}

json of(const comparison_basis& one)
{
    return {{"unequal", of(one.unequal)}, {"assumed", of(one.assumed)}};
}

} // namespace program
