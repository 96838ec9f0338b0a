#pragma once

#include <cmath>
#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/bullwhip.hpp>

namespace orgscale {

/// The bullwhip effect over several stages, with and without shared information about demand.
///
///     shared      Var q_k/Var D  = 1 + 2 k L/p + 2 k² L²/p²     all forecast customer demand [1]
///     not shared  Var q_k/Var D >= (1 + 2 L/p + 2 L²/p²)^k      each forecasts the orders it gets [1]
///
/// k stages, each with lead time L, forecasts by the mean of p periods, and uncorrelated demand. In an
/// organisation each layer that forecasts from the reports it receives is a stage; people who visit the
/// customer share the demand.
///
///     bullwhip_stages<>{.lead_time = 2, .stages = 3}.shared(6);                               // 5
///
/// If lead times differ, add them up where demand is shared (one bullwhip with their sum), and multiply
/// the ratios of the stages where it is not (one bullwhip each). Not for correlated demand.
///
/// [1] Chen, F., Drezner, Z., Ryan, J. K., Simchi-Levi, D. (2000). Quantifying the bullwhip effect in a
///     simple supply chain. Management Science 46(3), 436-443. doi:10.1287/mnsc.46.3.436.12069
template <real Real = double>
struct bullwhip_stages {
    using real_type = Real;

    finite_non_negative<Real> lead_time; ///< L, time each stage's forecast must cover [periods]
    finite_non_negative<Real> stages;    ///< k, number of stages [-]

    /// Var q_k/Var D with shared demand and forecasts by the mean of p >= 1 periods [-].
    [[nodiscard]] Real shared(std::int64_t         periods,
                              std::source_location where = std::source_location::current()) const
    {
        return bullwhip<Real>{.lead_time = Real(lead_time * stages)}.of_moving_average(periods,
                                                                                       where);
    }

    /// Lower bound of Var q_k/Var D without it [-].
    [[nodiscard]] Real not_shared(std::int64_t periods,
                                  std::source_location where = std::source_location::current()) const
    {
        using std::pow;
        return pow(bullwhip<Real>{.lead_time = Real{lead_time}}.of_moving_average(periods, where),
                   Real{stages});
    }

    static constexpr auto parameters()
    {
        return description{parameter{"lead_time", "L", "periods",
                                     "time each stage's forecast must cover",
                                     &bullwhip_stages::lead_time},
                           parameter{"stages", "k", "-", "stages, counted from the customer",
                                     &bullwhip_stages::stages}};
    }
};

static_assert(fully_described<bullwhip_stages<>>);

} // namespace orgscale
