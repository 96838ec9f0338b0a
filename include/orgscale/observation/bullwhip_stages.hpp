#pragma once

#include <cmath>
#include <cstdint>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/bullwhip.hpp>

namespace orgscale {

/// The bullwhip effect over several stages: must each forecast what the next one orders, or does
/// everybody see the customer?
///
///     shared      Var q_k/Var D  = 1 + 2 k L/p + 2 k² L²/p²          all forecast the demand [1]
///     not shared  Var q_k/Var D >= (1 + 2 L/p + 2 L²/p²)^k           each what it is ordered [1]
///
/// k stages with a lead time of L each, forecasts by the mean of p periods, and demand that doesn't
/// depend on its past. In an organisation each layer that makes a forecast of the reports it gets is a
/// stage; who goes and sees the customer shares the demand.
///
///     bullwhip_stages<>{.lead_time = 2, .stages = 3}.shared(6);                               // 5
///
/// Lead times that differ add up where demand is shared and are a product of stages where it is not:
/// then one bullwhip for all, or one for each, says the same. Not for demand that depends on its past.
///
/// [1] Chen, F., Drezner, Z., Ryan, J. K., Simchi-Levi, D. (2000). Quantifying the bullwhip effect in a
///     simple supply chain. Management Science 46(3), 436-443. doi:10.1287/mnsc.46.3.436.12069
template <real Real = double>
struct bullwhip_stages {
    using real_type = Real;

    finite_non_negative<Real> lead_time; ///< L, of each stage [periods]
    finite_non_negative<Real> stages;    ///< k [-]

    /// [-]
    [[nodiscard]] Real shared(std::int64_t periods) const
    {
        return bullwhip<Real>{.lead_time = Real(lead_time * stages)}.of_moving_average(periods);
    }

    /// At least [-].
    [[nodiscard]] Real not_shared(std::int64_t periods) const
    {
        using std::pow;
        return pow(bullwhip<Real>{.lead_time = Real{lead_time}}.of_moving_average(periods),
                   Real{stages});
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"lead_time", "L", "periods", "time that a stage's forecast covers",
                      &bullwhip_stages::lead_time},
            parameter{"stages", "k", "-", "stages from the customer on", &bullwhip_stages::stages}};
    }
};

static_assert(fully_described<bullwhip_stages<>>);

} // namespace orgscale
