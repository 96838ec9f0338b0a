#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/load_rule.hpp>

namespace orgscale {

/// Demand whose arrival rate changes from one interval of the day to the next.
///
///     λ(t) = λ_i        within interval i of length Δ
///     m'   = λ(t) - m/τ        the offered load, which lags λ τ by about a service time
///     m(t) = λ_i τ + (m_i - λ_i τ) e^{-t/τ}        within the interval, t from its start
///
///     const day_demand<> day{.arrival_rates = {2, 8, 5}, .interval = 30, .service_time = 5};
///     day.loads(load_rule::modified);                        // 10, 35.01, 27.48
///
/// Exact for exponential service times. See staff_through_day and queue_through_day.
template <ordered_real Real = double>
struct day_demand {
    using real_type = Real;

    std::vector<finite_non_negative<Real>> arrival_rates; ///< λ_i, of each interval [customers/time]
    finite_positive<Real> interval;                       ///< Δ, length of each [time]
    finite_positive<Real> service_time;                   ///< τ, mean [time]
    positive<Real>        patience{infinity<Real>()};     ///< p [time]
    before_day            before = before_day::steady;

    [[no_unique_address]] agreed has_intervals{!arrival_rates.empty(),
                                               "arrival_rates must have one number or more"};

    /// The load of each interval [erlang].
    [[nodiscard]] std::vector<Real> loads(load_rule rule) const
    {
        if (rule == load_rule::lagged) return lagged_loads();
        if (rule == load_rule::modified) return modified_loads();
        std::vector<Real> loads;
        for (const Real& rate : arrival_rates) loads.push_back(Real(rate * service_time));
        return loads;
    }

private:
    [[nodiscard]] std::vector<Real> modified_loads() const
    {
        using std::exp, std::expm1;
        // Over n service times the distance of m from λ τ shrinks by e^{-n}; its mean is (1 - e^{-n})/n of it.
        const Real n = interval / service_time, kept = exp(Real(-n)), gone = -expm1(Real(-n));
        const Real mean    = n > 0 ? Real(gone / n) : Real(1);
        const Real rest_of = n < Real(1e-4) ? Real(n / 2 * (1 - n / 3 * (1 - n / 4)))
                                            : Real((n - gone) / n); // 1 - mean
        const auto over    = [&](Real m, std::vector<Real>* means) {
            for (const Real& rate : arrival_rates) {
                const Real full = rate * service_time;
                if (means) means->push_back(Real(full * rest_of + m * mean));
                m = full * gone + m * kept;
            }
            return m;
        };
        Real start(0);
        if (before == before_day::steady) start = arrival_rates.front() * service_time;
        if (before == before_day::same_day) {
            // A day that starts at m ends at e + m e^{-n count}, e where it ends from 0.
            const Real count(static_cast<double>(arrival_rates.size()));
            const Real end = over(Real(0), nullptr), rest = -expm1(Real(-(n * count)));
            start = rest > 0 ? Real(end / rest) : mean_load();
        }
        std::vector<Real> means;
        over(start, &means);
        return means;
    }

    [[nodiscard]] Real mean_load() const
    {
        Real all(0);
        for (const Real& rate : arrival_rates) all = all + rate;
        return all / Real(static_cast<double>(arrival_rates.size())) * service_time;
    }

    [[nodiscard]] std::vector<Real> lagged_loads() const
    {
        using std::floor;
        // The mean over the interval one service time earlier, which overlaps two intervals.
        const auto count = static_cast<double>(arrival_rates.size());
        const Real n     = service_time / interval;
        Real       whole = floor(n), part = n - whole;
        // Before the day comes what precedes it.
        if (before == before_day::same_day) {
            whole = whole - Real(count) * floor(Real(whole / Real(count)));
        } else {
            whole = least(whole, Real(count));
        }
        const auto        back = static_cast<std::size_t>(static_cast<double>(whole));
        std::vector<Real> loads;
        for (std::size_t i = 0; i < arrival_rates.size(); ++i) {
            const Real here = rate_before(i, back), earlier = rate_before(i, back + 1);
            loads.push_back(Real((here * (1 - part) + earlier * part) * service_time));
        }
        return loads;
    }

    /// The rate a number of intervals earlier.
    [[nodiscard]] Real rate_before(std::size_t i, std::size_t back) const
    {
        if (back <= i) return Real{arrival_rates[i - back]};
        const std::size_t count = arrival_rates.size();
        if (before == before_day::same_day)
            return Real{arrival_rates[(i + 2 * count - back) % count]};
        return before == before_day::steady ? Real{arrival_rates.front()} : Real(0);
    }
};

} // namespace orgscale
