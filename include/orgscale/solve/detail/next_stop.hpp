#pragma once

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// The first breakpoint of a model after a time, or the end if that comes first.
template <class Model, real Real>
[[nodiscard]] Real next_stop(const Model& model, const Real& time, const Real& end)
{
    if constexpr (has_breakpoints<Model>) {
        return least(next_breakpoint_of<Real>(model, time), end);
    } else {
        return end;
    }
}

/// Whether the equations of a model change after one time and up to another.
template <class Model, real Real>
[[nodiscard]] bool changes_between(const Model& model, const Real& begin, const Real& end)
{
    if constexpr (has_breakpoints<Model>) {
        return !(end < next_breakpoint_of<Real>(model, begin));
    } else {
        return false;
    }
}

} // namespace orgscale::detail
