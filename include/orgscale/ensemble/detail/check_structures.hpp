#pragma once

#include <cmath>
#include <cstddef>
#include <source_location>
#include <string>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/structure.hpp>

namespace orgscale::detail {

/// Refuses structures without a name of their own, and shares that are negative or do not sum to 1.
template <class Model>
void check_structures(const std::vector<structure<Model>>& structures,
                      const std::source_location&          where)
{
    if (structures.empty()) refuse(parameter_error{"there must be a structure to draw", where});
    double sum = 0;
    for (std::size_t i = 0; i < structures.size(); ++i) {
        const auto& [name, share, model, parameters] = structures[i];
        if (name.empty()) refuse(parameter_error{"a structure must have a name", where});
        for (std::size_t k = 0; k < i; ++k)
            if (structures[k].name == name)
                refuse(parameter_error{("there are two structures " + name).c_str(), where});
        if (!(share >= 0))
            refuse(parameter_error{("the share of " + name + " must be 0 or more").c_str(), share,
                                   where});
        sum += share;
    }
    constexpr double rounding = 1e-12; // of thousands of shares
    if (!(std::abs(sum - 1) <= rounding))
        refuse(parameter_error{"the shares of the structures must sum to 1", sum, where});
}

} // namespace orgscale::detail
