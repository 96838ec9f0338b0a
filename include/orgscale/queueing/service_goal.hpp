#pragma once

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// What customers are promised: that share of them is served within that time.
///
///     service_goal<>{.share = 0.8, .within = 20}              // 80 % within 20 seconds
///
/// Where customers lose patience the share is of `all`, so that who left was not served, or of `served`,
/// those whom someone served in the end: by that count a goal is met with fewer agents. Not for a
/// promise about the mean wait.
template <real Real = double>
struct service_goal {
    using real_type = Real;

    enum class customers { all, served };

    positive_fraction<Real>   share;
    finite_non_negative<Real> within; ///< [time]
    customers                 of = customers::all;
};

} // namespace orgscale
