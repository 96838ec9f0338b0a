#pragma once

#include <cmath>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "study/study.hpp"

namespace program {

using json = nlohmann::ordered_json;

/// What is written of each; what is no finite number, or isn't there, becomes null.
[[nodiscard]] inline json of(double value)
{
    return std::isfinite(value) ? json(value) : json(nullptr);
}
[[nodiscard]] inline json of(orgscale::growth_limit limit) { return orgscale::name(limit); }
[[nodiscard]] json        of(const moment& at);
[[nodiscard]] json        of(const record& one);
[[nodiscard]] json        of(const misfit& one);
[[nodiscard]] json        of(const reference_curve& one);
[[nodiscard]] json        of(const band& one);
[[nodiscard]] json        of(const parameter_line& one);
[[nodiscard]] json        of(const wall_found& one);
[[nodiscard]] json        of(const overtaking& one);
[[nodiscard]] json        of(const network_found& one);
[[nodiscard]] json        of(const parallel_found& one);
[[nodiscard]] json        of(const list_found& one);
[[nodiscard]] json        of(const yardstick& one);
[[nodiscard]] json        of(const orgscale::customer_experience<>& one);
[[nodiscard]] json        of(const stage_reached& one);
[[nodiscard]] json        of(const money& one);
[[nodiscard]] json        of(const orgscale::promise_margins<>& one);
[[nodiscard]] json        of(const design_found& one);
[[nodiscard]] json        of(const operations& one);
[[nodiscard]] json        of(const orgscale::promise<>& one);
[[nodiscard]] json        of(const outcome& one);
[[nodiscard]] json        of(const effect& one);
[[nodiscard]] json        of(const gist& one);
[[nodiscard]] json        of(const lever& one);
[[nodiscard]] json        of(const levers& all);
[[nodiscard]] json        of(const quantiles& one);
[[nodiscard]] json        of(const unknown& one);
[[nodiscard]] json        of(const prospects& one);
[[nodiscard]] json        of(const warning& one);
[[nodiscard]] json        of(const unequal_parameter& one);
[[nodiscard]] json        of(const assumed_value& one);
[[nodiscard]] json        of(const comparison_basis& one);

template <class Thing>
[[nodiscard]] json of(const std::optional<Thing>& one)
{
    return one ? json(of(*one)) : json(nullptr);
}

template <class Thing>
[[nodiscard]] json of(const std::vector<Thing>& all)
{
    auto list = json::array();
    for (const auto& one : all) list.push_back(of(one));
    return list;
}

} // namespace program
