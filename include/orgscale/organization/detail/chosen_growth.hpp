#pragma once

#include <orgscale/core/one_of.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/organization/detail/chosen_governance.hpp>
#include <orgscale/support/community_support.hpp>

namespace orgscale::detail {

/// Any growth model under any governance, chosen at run time.
template <real Real>
using chosen_growth =
    one_of<linear_growth<chosen_governance, Real>, parallel_growth<chosen_governance, Real>,
           network_growth<chosen_governance, Real>,
           network_growth<chosen_governance, Real, community_support>>;

} // namespace orgscale::detail
