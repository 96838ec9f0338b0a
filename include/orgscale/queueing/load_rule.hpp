#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// How the load of an interval is computed when arrivals change through the day.
///
///     pointwise    λ_i τ, each interval on its own (SIPP) [1]
///     lagged       the mean rate one service time earlier, times τ (lag-average SIPP) [1]
///     modified     the mean over the interval of m, m' = λ(t) - m/τ, the number in service if there were
///                  always a free agent (modified offered load) [2] [3]
///
/// [1] Green, L. V., Kolesar, P. J., Soares, J. (2001). Improving the SIPP approach for staffing service
///     systems that have cyclic demands. Operations Research 49(4), 549-564.
/// [2] Jennings, O. B., Mandelbaum, A., Massey, W. A., Whitt, W. (1996). Server staffing to meet
///     time-varying demand. Management Science 42(10), 1383-1394. doi:10.1287/mnsc.42.10.1383
/// [3] Green, L. V., Kolesar, P. J., Whitt, W. (2007). Coping with time-varying demand when setting
///     staffing requirements for a service system. Production and Operations Management 16(1), 13-39.
enum class load_rule { pointwise, lagged, modified };

/// What precedes the first interval: an empty system, a steady state at its arrival rate, or the same day.
enum class before_day { closed, steady, same_day };

} // namespace orgscale
