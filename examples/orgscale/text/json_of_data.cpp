#include "text/json_of_data.hpp"

#include "text/json_values.hpp"
#include "text/words_on_data.hpp"

namespace program {

namespace {

json interval_of(const estimated& one)
{
    return {{"estimate", of(one.value)}, {"low", of(one.low)}, {"high", of(one.high)}};
}

json interval_of(const std::optional<estimated>& one)
{
    return one ? interval_of(*one) : json(nullptr);
}

json bands_of(const std::vector<value_with_band>& all, const char* at)
{
    auto list = json::array();
    for (const auto& one : all)
        list.push_back({{at, of(one.at)},
                        {"low", of(one.low)},
                        {"median", of(one.value)},
                        {"high", of(one.high)}});
    return list;
}

json laws_of(const series_growth& growth)
{
    auto list = json::array();
    for (const auto& one : growth.laws)
        list.push_back({{"law", one.name},
                        {"probability", of(one.probability)},
                        {"error", of(one.error)},
                        {"ceiling", of(one.ceiling)}});
    return list;
}

json probabilities_of(const identified& found)
{
    auto all = json::object();
    if (found.growth)
        for (const auto& one : found.growth->chances) all[one.verdict] = of(one.probability);
    return all;
}

json on_growth(const series_growth& growth)
{
    json whole{{"verdict", growth.verdict},
               {"exponent", interval_of(growth.exponent)},
               {"ceiling", interval_of(growth.ceiling)},
               {"wall", interval_of(growth.wall)},
               {"rate", interval_of(growth.rate)},
               {"stable_since", of(growth.stable_since)},
               {"laws", laws_of(growth)}};
    whole["changes"] = json::array();
    for (const auto& one : growth.changes) whole["changes"].push_back(interval_of(one));
    whole["forecast"]        = bands_of(growth.forecast, "time");
    whole["ceiling_profile"] = json::array();
    for (const auto& one : growth.ceiling_profile)
        whole["ceiling_profile"].push_back({{"ceiling", of(one.at)}, {"t", of(one.value)}});
    whole["ceiling_limit"] = of(growth.ceiling_limit);
    whole["back_tests"]    = json::array();
    for (const auto& one : growth.back_tests)
        whole["back_tests"].push_back({{"until", of(one.made_at)},
                                       {"time", of(one.about)},
                                       {"low", of(one.said.low)},
                                       {"median", of(one.said.value)},
                                       {"high", of(one.said.high)},
                                       {"came", of(one.came)},
                                       {"ceiling", of(one.ceiling)},
                                       {"verdict", one.verdict}});
    return whole;
}

json on_scaling(const size_scaling& scaling)
{
    json whole{{"verdict", scaling.verdict},
               {"exponent", interval_of(scaling.exponent)},
               {"change", interval_of(scaling.change)}};
    whole["ways"] = json::array();
    for (const auto& one : scaling.ways) {
        auto way   = interval_of(one.value);
        way["how"] = one.how;
        whole["ways"].push_back(way);
    }
    return whole;
}

} // namespace

std::string json_of(const identified& found)
{
    const auto* growth = found.growth ? &*found.growth : nullptr;
    json        whole;
    whole["verdict"]       = found.verdict();
    whole["probabilities"] = probabilities_of(found);
    whole["exponent"]      = found.scaling ? interval_of(found.scaling->exponent)
                                           : interval_of(growth->exponent);
    whole["ceiling"]       = growth != nullptr ? interval_of(growth->ceiling) : json(nullptr);
    whole["wall"]          = growth != nullptr ? interval_of(growth->wall) : json(nullptr);
    whole["reasons"]       = on_reasons(found).sentences;
    whole["headline"]      = headline_of(found).heading;
    whole["title"]         = found.title;
    whole["columns"]       = {
        {"time", found.time_name}, {"size", found.size_name}, {"output", found.output_name}};
    whole["rows"]    = found.scaling ? found.over_size.size() : found.over_time.size();
    whole["growth"]  = growth != nullptr ? on_growth(*growth) : json(nullptr);
    whole["scaling"] = found.scaling ? on_scaling(*found.scaling) : json(nullptr);
    whole["remarks"] = found.remarks;
    return whole.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace program
