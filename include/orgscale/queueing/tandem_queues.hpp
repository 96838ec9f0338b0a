#pragma once

#include <optional>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/time_left.hpp>

namespace orgscale {

/// Silos: stations in series, with a share of the work returning to the first.
///
///     λ = γ / (1-f)                                  at every station, rework included
///     T = Σ s_i / (1 - λ s_i) / (1-f) = Σ s_i / (1 - f - γ s_i)                          [1, 2]
///     of which Σ s_i / (1-f) is work and the rest waiting
///     diverges at f = 1 - γ max s_i
///
/// One server per station, Poisson arrivals and exponential service times (M/M/1); the stations are then
/// independent queues. Not for finite buffers, nor for nearly constant service times, whose waits are up to
/// half as long. For other routes and more servers see jackson_network.
///
///     tandem_queues<>{.arrival_rate = 0.8, .service_times = {1, 1, 1}}.time();          // 15
///
/// [1] Jackson, J. R. (1957). Networks of waiting lines. Operations Research 5(4), 518-521.
///     doi:10.1287/opre.5.4.518
/// [2] Derived from [1]: work passes each station 1/(1-f) times on average.
template <ordered_real Real = double>
struct tandem_queues {
    using real_type = Real;

    finite_non_negative<Real>          arrival_rate;  ///< γ, new work          [customers/time]
    std::vector<finite_positive<Real>> service_times; ///< s_i, of each station           [time]
    fraction_below_one<Real>           rework{0};     ///< f, returns after the last station [-]

    [[no_unique_address]] agreed has_stations{!service_times.empty(),
                                              "service_times must have one number or more"};

    /// T, from arrival to final departure; empty if a station can't keep up [time].
    [[nodiscard]] std::optional<Real> time() const
    {
        return sum([](const Real& service, const Real& left) { return Real(service / left); });
    }

    /// The part of it spent waiting; empty if a station can't keep up [time].
    [[nodiscard]] std::optional<Real> waiting() const
    {
        return sum([this](const Real& service, const Real& left) {
            return Real(service / left * Real(arrival_rate * service / (1 - rework)));
        });
    }

    /// Work in progress (Little's law); empty if a station can't keep up [customers].
    [[nodiscard]] std::optional<Real> number() const
    {
        return sum([this](const Real& service, const Real& left) {
            return Real(arrival_rate * service / left);
        });
    }

    /// The share of rework at which the slowest station reaches full load; empty if it is fully loaded without
    /// rework [-].
    [[nodiscard]] std::optional<Real> greatest_rework() const
    {
        Real slowest = Real{service_times.front()};
        for (const Real& service : service_times) slowest = greatest(slowest, service);
        const Real left = detail::time_left(Real(0), Real{arrival_rate}, slowest);
        if (!(left > 0)) return std::nullopt;
        return left;
    }

private:
    template <class Part>
    [[nodiscard]] std::optional<Real> sum(const Part& part) const
    {
        Real all = Real(0);
        for (const Real& service : service_times) {
            const Real left = detail::time_left(Real{rework}, Real{arrival_rate}, service);
            if (!(left > 0)) return std::nullopt;
            all = all + part(service, left);
        }
        return all;
    }
};

} // namespace orgscale
