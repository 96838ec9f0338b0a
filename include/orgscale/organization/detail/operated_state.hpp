#pragma once

#include <type_traits>

#include <orgscale/growth/growth_state.hpp>
#include <orgscale/organization/funded_state.hpp>
#include <orgscale/organization/observed_funded_state.hpp>
#include <orgscale/organization/observed_state.hpp>

namespace orgscale::detail {

/// The state of an operated model, with only the members it needs.
template <class Real, bool SeesLate, bool IsFunded>
using operated_state = std::conditional_t<
    SeesLate, std::conditional_t<IsFunded, observed_funded_state<Real>, observed_state<Real>>,
    std::conditional_t<IsFunded, funded_state<Real>, growth_state<Real>>>;

} // namespace orgscale::detail
