#pragma once

#include <cstddef>
#include <limits>
#include <tuple>
#include <type_traits>
#include <vector>

namespace orgscale::detail {

/// What the noises of all series of a fit have in common.
struct noise_properties {
    bool        unknown_scale = false; ///< one at least: the size of its errors is estimated
    bool        counts        = false; ///< one at least is of counts
    bool        dispersed     = false; ///< one at least is of counts with estimated dispersion
    std::size_t parameters    = 0;     ///< estimated with the noises
    std::vector<double> extra{};       ///< one of each series; NaN for none
};

template <class... Noise>
[[nodiscard]] noise_properties properties_of(const std::tuple<Noise...>& noises)
{
    noise_properties found;
    const auto       add = [&](const auto& noise) {
        using noise_type = std::remove_cvref_t<decltype(noise)>;
        found.parameters += noise_type::parameters;
        found.unknown_scale = found.unknown_scale || noise_type::unknown_scale;
        if constexpr (requires { noise.pearson(0.0, 0.0, 0.0); }) found.counts = true;
        if constexpr (requires { noise.dispersed; })
            found.dispersed = found.dispersed || noise.dispersed;
        if constexpr (requires { noise.extra(); }) {
            found.extra.push_back(noise.extra());
        } else {
            found.extra.push_back(std::numeric_limits<double>::quiet_NaN());
        }
    };
    std::apply([&](const auto&... one) { (add(one), ...); }, noises);
    return found;
}

} // namespace orgscale::detail
