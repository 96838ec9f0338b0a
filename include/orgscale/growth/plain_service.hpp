#pragma once

#include <orgscale/core/describe.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/service_policy.hpp>

namespace orgscale {

/// The plain rule of service in a network: each node serves ν others.
///
///     self_service_ratio(ν, a, c) = ν a
///
/// for c customers of whom a share a answers. The neutral service policy; copy it to write your own. Not
/// for questions that were answered before, or that nobody can answer: see community_support.
template <real Real = double>
struct plain_service {
    using real_type = Real;

    [[nodiscard]] constexpr Real self_service_ratio(const Real& customers_per_node,
                                                    const Real& answering_share,
                                                    const Real& /*customers*/) const
    {
        return customers_per_node * answering_share;
    }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(service_policy<plain_service<>, double>);

} // namespace orgscale
