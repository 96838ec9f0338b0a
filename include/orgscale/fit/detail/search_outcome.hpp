#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>

namespace orgscale::detail {

/// The outcome of one search. The optimum, its residuals, Jacobian and factors are in the search_space.
struct search_outcome {
    fit_verdict  verdict    = fit_verdict::failed;
    fit_reason   reason     = fit_reason::not_finite;
    double       sum        = std::numeric_limits<double>::infinity();
    double       cosine     = 1; ///< the largest between the residuals and a column of the Jacobian
    std::int64_t iterations = 0;
    std::size_t  which      = 0; ///< the parameter without effect, where the reason is `evaporated`
    bool         joined     = false; ///< whether it ran into the known optimum
};

} // namespace orgscale::detail
