#pragma once

#include <cstddef>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/design/parameter_range.hpp>

namespace orgscale::detail {

inline constexpr std::size_t no_place = static_cast<std::size_t>(-1);

/// For each parameter of a model, in the order of its description, the index of its range in the box.
/// Refused are unknown names, names given twice, and ends that break the parameter's rule.
template <class Real, class Model>
[[nodiscard]] std::vector<std::size_t> places_in(const std::vector<parameter_range<Real>>& box,
                                                 const Model&                              model)
{
    std::vector<std::size_t> place;
    std::vector<bool>        found(box.size(), false);
    for_each_parameter(model,
                       [&]<class Value>(const parameter_path& path, const auto&, const Value&) {
                           place.push_back(no_place);
                           for (std::size_t n = 0; n < box.size(); ++n) {
                               const char* name = box[n].name.c_str();
                               if (!(path == name)) continue;
                               if (place.back() != no_place)
                                   refuse(parameter_error{"is named twice in the box", name});
                               place.back() = n;
                               found[n]     = true;
                               if constexpr (requires { typename Value::rule_type; })
                                   for (const Real& end : {box[n].at(Real(0)), box[n].at(Real(1))})
                                       static_cast<void>(Value::named(end, name));
                           }
                       });
    for (std::size_t n = 0; n < box.size(); ++n)
        if (!found[n])
            refuse(parameter_error{"is not the name of a parameter", box[n].name.c_str()});
    return place;
}

} // namespace orgscale::detail
