#pragma once

#include <algorithm>
#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/check_start.hpp>
#include <orgscale/solve/detail/batch_layout.hpp>
#include <orgscale/solve/detail/batch_settings.hpp>
#include <orgscale/solve/detail/same_kind.hpp>

namespace orgscale::detail {

template <class Source>
using model_of = std::remove_cvref_t<decltype(std::declval<const Source&>()(std::size_t{0}).model)>;

template <class Options>
[[nodiscard]] batch_settings settings_of(const Options& options)
{
    return {options.from,     options.to,        options.outputs, options.relative,
            options.absolute, options.max_steps, options.max_step};
}

/// member_of, with starts that no organisation can have refused.
template <class Source>
[[nodiscard]] auto with_checked_start(const Source& member_of)
{
    return [&member_of](std::size_t index) {
        const auto member = member_of(index);
        check_start(member.start);
        return member;
    };
}

/// Runs members in lanes, each with its own steps. Models that hold a choice run kind by kind, since all lanes
/// of a pack must hold the same alternatives.
template <class Model, std::size_t Width, class Source, class Sink>
void solve_in_lanes(std::size_t first, std::size_t last, const Source& member_of,
                    const batch_settings& settings, const Sink& sink)
{
    using runner_type = typename batch_layout<Model, Width>::adaptive;
    const auto run    = [&](const auto& belongs) {
        runner_type runner{settings};
        std::size_t index = first;
        runner.run(
            [&](const auto& put) {
                for (; index < last; ++index) {
                    const auto member = member_of(index);
                    if (!belongs(member.model)) continue;
                    check_start(member.start);
                    put(index++, member.model, member.start);
                    return true;
                }
                return false;
            },
            sink);
    };
    if constexpr (has_choice<Model>()) {
        std::vector<Model> kinds; // one model of each, in order of appearance
        if (first < last) kinds.push_back(member_of(first).model);
        for (std::size_t kind = 0; kind < kinds.size(); ++kind)
            run([&](const Model& model) {
                if (same_kind(model, kinds[kind])) return true;
                if (std::ranges::none_of(kinds,
                                         [&](const Model& met) { return same_kind(model, met); }))
                    kinds.push_back(model);
                return false;
            });
    } else {
        run([](const Model&) { return true; });
    }
}

} // namespace orgscale::detail
