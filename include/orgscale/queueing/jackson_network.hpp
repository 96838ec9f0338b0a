#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/queueing/detail/product_over.hpp>
#include <orgscale/queueing/detail/traffic_equations.hpp>
#include <orgscale/queueing/erlang_c.hpp>

namespace orgscale {

/// Open Jackson network: work moves between desks until it leaves.
///
///     λ_i = γ_i + Σ_j λ_j P_ji              traffic equations; 1 - Σ_j P_ij leaves from i
///     T_i = s_i + C(c_i, λ_i s_i)/(c_i/s_i - λ_i)    each desk by itself an M/M/c_i     [1]
///     N_i = λ_i T_i,    T = Σ N_i / Σ γ_i            Little's law
///
/// The traffic equations are solved by an elimination without subtractions [2], so rates keep their digits
/// even if work hardly ever leaves. A row of P whose sum is 1 to rounding is treated as 1. A desk that can't keep
/// up has no time and no number, and overloaded() lists it; the desks after it then get less than their rate.
///
///     const jackson_network<> firm{
///         .desks   = {{.arrivals = 0.8, .service_time = 1}, {.service_time = 2, .servers = 3}},
///         .routing = {{0, 1}, {0.1, 0}}};           // one in ten comes back
///     *firm.time();
///
/// Not for routing by queue length, nor for finite buffers.
///
/// [1] Jackson, J. R. (1957). Networks of waiting lines. Operations Research 5(4), 518-521.
///     doi:10.1287/opre.5.4.518
/// [2] Grassmann, W. K., Taksar, M. I., Heyman, D. P. (1985). Regenerative analysis and steady state
///     distributions for Markov chains. Operations Research 33(5), 1107-1116.
template <ordered_real Real = double>
struct jackson_network {
    using real_type = Real;

    struct desk {
        finite_non_negative<Real> arrivals{0};  ///< γ_i, from outside         [customers/time]
        finite_positive<Real>     service_time; ///< s_i, mean                           [time]
        finite_positive<Real>     servers{1};   ///< c_i                              [servers]
    };

    /// The state of a desk.
    struct load {
        Real rate;                  ///< λ_i, arrivals from outside and inside    [customers/time]
        Real utilization;           ///< λ_i s_i/c_i, above 1 if the desk can't keep up         [-]
        std::optional<Real> time;   ///< T_i, of one visit; empty if it can't keep up        [time]
        std::optional<Real> number; ///< N_i; empty if it can't keep up                 [customers]
    };

    std::vector<desk>                        desks;
    std::vector<std::vector<fraction<Real>>> routing; ///< P_ij, of what leaves desk i goes to j [-]

    [[no_unique_address]] agreed one_row_a_desk{
        is_square(desks, routing), "routing must have a row and a column for each desk"};
    [[no_unique_address]] agreed rows_are_shares{
        every_row(routing, [](const Real& left) { return left >= 0; }),
        "a row of routing must not exceed 1"};
    [[no_unique_address]] agreed all_can_leave{detail::all_leave(routing),
                                               "work must be able to leave from each desk"};
    [[no_unique_address]] agreed something_comes{total(desks) > 0,
                                                 "work must come to a desk from outside"};

    /// λ_i [customers/time].
    [[nodiscard]] std::vector<Real> rates() const
    {
        std::vector<Real> outside;
        for (const desk& one : desks) outside.push_back(Real{one.arrivals});
        return detail::traffic_rates(std::move(outside), routing);
    }

    /// The desks, in order.
    [[nodiscard]] std::vector<load> loads() const
    {
        const auto        rate = rates();
        std::vector<load> all;
        for (std::size_t i = 0; i < desks.size(); ++i) {
            const Real service{desks[i].service_time}, servers{desks[i].servers};
            load       here{rate[i], detail::product_over(rate[i], service, servers), std::nullopt,
                      std::nullopt};
            if (rate[i] > 0 && rate[i] < infinity<Real>()) {
                const auto waits = erlang_c<Real>{.arrival_rate = rate[i],
                                                  .service_time = service,
                                                  .servers      = servers}
                                       .mean_wait();
                if (waits) here.time = Real(service + *waits);
            } else if (rate[i] <= 0) {
                here.time = service; // no arrivals, so no waiting
            }
            if (here.time) here.number = Real(rate[i] * *here.time);
            all.push_back(here);
        }
        return all;
    }

    /// The indices of the desks that can't keep up.
    [[nodiscard]] std::vector<std::size_t> overloaded() const
    {
        std::vector<std::size_t> which;
        const auto               all = loads();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (!all[i].time) which.push_back(i);
        return which;
    }

    /// N, work in progress at all desks; empty if one can't keep up [customers].
    [[nodiscard]] std::optional<Real> number() const
    {
        Real all = Real(0);
        for (const load& here : loads()) {
            if (!here.number) return std::nullopt;
            all = all + *here.number;
        }
        return all;
    }

    /// T, from arrival to departure; empty if a desk can't keep up [time].
    [[nodiscard]] std::optional<Real> time() const
    {
        const Real coming = total(desks);
        Real       all    = Real(0);
        for (const load& here : loads()) {
            if (!here.time) return std::nullopt;
            all = all + Real(here.rate / coming) * *here.time;
        }
        return all;
    }

private:
    using row = std::vector<fraction<Real>>;

    [[nodiscard]] static bool is_square(const std::vector<desk>& desks, const std::vector<row>& rows)
    {
        bool square = !desks.empty() && rows.size() == desks.size();
        for (const row& one : rows) square = square && one.size() == desks.size();
        return square;
    }

    [[nodiscard]] static Real total(const std::vector<desk>& desks)
    {
        Real all = Real(0);
        for (const desk& one : desks) all = all + one.arrivals;
        return all;
    }

    template <class Rule>
    [[nodiscard]] static bool every_row(const std::vector<row>& rows, const Rule& holds)
    {
        for (const row& one : rows)
            if (!holds(detail::leaving(one))) return false;
        return true;
    }
};

} // namespace orgscale
