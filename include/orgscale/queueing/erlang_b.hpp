#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/least_count.hpp>
#include <orgscale/queueing/detail/root_between.hpp>

namespace orgscale {

/// Erlang's loss formula: a customer who finds all servers busy is lost (M/M/c/c) [1].
///
///     B(0,a) = 1,    B(c,a) = a B(c-1,a) / (c + a B(c-1,a))
///     1/B(c,a) = a ∫_0^∞ e^{-a t} (1+t)^c dt              also between whole numbers of servers [2]
///
/// Exact for Poisson arrivals, whatever the distribution of the service time. It is computed as a sum of
/// positive terms, or for heavy loads as the integral around its peak, so no digits cancel and nothing
/// overflows: about half a microsecond in `double` at any heavy load. Wider number types use the integral
/// from a load of 10 000 on; the cost is bounded there as well.
///
///     erlang_b<>{.load = 4.4612, .servers = 10}.blocking();                       // 0.0100
///
/// No lanes. Not for customers who wait or try again.
///
/// [1] Erlang, A. K. (1917). Solution of some problems in the theory of probabilities of significance
///     in automatic telephone exchanges. Post Office Electrical Engineers' Journal 10, 189-197.
/// [2] Jagerman, D. L. (1974). Some properties of the Erlang loss function. Bell System Technical
///     Journal 53(3), 525-551.
template <real Real = double>
struct erlang_b {
    using real_type = Real;

    finite_positive<Real>     load;    ///< a, servers busy if nobody were lost [erlang]
    finite_non_negative<Real> servers; ///< c [servers]

    /// B, share of the customers who are lost.
    [[nodiscard]] Real blocking() const
        requires ordered_real<Real>
    {
        return 1 / (1 + odds());
    }

    /// a (1 - B), servers busy on average [erlang].
    [[nodiscard]] Real carried_load() const
        requires ordered_real<Real>
    {
        const Real free = odds();
        if (passive(free) < detail::least_odds<Real>() && (servers >= 1 || 8 * load >= 1))
            return servers * detail::carried_odds_by_density(Real{servers}, Real{load}, Real(1),
                                                             Real(servers - load));
        return load / Real(1 + 1 / free);
    }

    /// a B [erlang].
    [[nodiscard]] Real lost_load() const
        requires ordered_real<Real>
    {
        return load * blocking();
    }

    /// The largest load of which so many servers lose at most this share [erlang]. Empty if there is none (no
    /// servers, or a share of 0), and for a share of 1, which any load meets.
    [[nodiscard]] static std::optional<Real> largest_load(const finite_non_negative<Real>& servers,
                                                          const fraction<Real>&            blocking)
        requires ordered_real<Real>
    {
        using std::exp, std::log;
        using Passive = passive_t<Real>;
        const Real c{servers}, share{blocking};
        if (!(c > 0) || !(share > 0) || !(share < 1)) return std::nullopt;
        // In ln a. The odds fall as the load grows, and lie between c/a and 1/a + c/a.
        constexpr int limit  = 1 << 20;
        const auto    excess = [&]<class Number>(const Number& log_load) {
            const Number servers_of(c), load_of = exp(log_load);
            const Number odds =
                detail::carried_odds(servers_of, load_of, Number(servers_of - load_of));
            const Number part = log(odds) - log(Number((1 - share) / share));
            return least(greatest(part, Number(-limit)), Number(limit)); // both may be infinite
        };
        const auto    above   = [&](const Passive& x) { return passive(excess(Real(x))) > 0; };
        const Passive lowest  = log((std::numeric_limits<Passive>::min)());
        const Passive highest = log((std::numeric_limits<Passive>::max)()) - 1;
        Passive       from    = least(greatest(Passive(log(passive(c))), lowest), highest);
        Passive       to      = from, step(1);
        const bool    more    = above(from);
        for (; above(to) == more; step = 2 * step) {
            if (to == (more ? highest : lowest))
                return std::nullopt; // out of the number type's range
            from = to;
            to   = more ? least(Passive(to + step), highest) : greatest(Passive(to - step), lowest);
        }
        const bool rising = from < to;
        return exp(detail::root_between<Real>(excess, rising ? from : to, rising ? to : from));
    }

    /// The smallest whole number of servers that lose at most this share of a load. Empty for a share of 0, and
    /// if it takes more than 2^53.
    [[nodiscard]] static std::optional<std::int64_t> least_servers(const finite_positive<Real>& load,
                                                                   const fraction<Real>& blocking)
        requires ordered_real<Real>
    {
        using Count      = detail::counting<Real>;
        const auto a     = static_cast<Count>(passive(Real{load}));
        const auto share = static_cast<Count>(passive(Real{blocking}));
        if (!(share > 0)) return std::nullopt;
        if (!(share < 1)) return 0;
        const auto met = [&](std::int64_t servers) {
            const auto c = static_cast<Count>(servers);
            return share * detail::carried_odds(c, a, Count(c - a)) >= 1 - share;
        };
        const double most  = static_cast<double>(detail::max_agents / 4);
        const double first = least(static_cast<double>(a), most), root = std::sqrt(first);
        return detail::least_count(met, static_cast<std::int64_t>(first) + 1,
                                   1 + static_cast<std::int64_t>(root));
    }

    /// The number of servers, not rounded, that lose exactly this share of a load. Empty as above.
    [[nodiscard]] static std::optional<Real> servers_for(const finite_positive<Real>& load,
                                                         const fraction<Real>&        blocking)
        requires ordered_real<Real>
    {
        using std::log;
        using Passive    = passive_t<Real>;
        const auto whole = least_servers(load, blocking);
        if (!whole) return std::nullopt;
        if (*whole == 0) return Real(0);
        const Real a{load}, share{blocking};
        const auto excess = [&]<class Number>(const Number& servers_of) {
            const Number load_of(a), part(share);
            const Number odds =
                detail::carried_odds(servers_of, load_of, Number(servers_of - load_of));
            return Number(1 / (1 + odds) - part);
        };
        const auto    most  = static_cast<Passive>(*whole);
        const Passive fewer = *whole > 1 ? Passive(most - 1)
                                         : std::numeric_limits<Passive>::epsilon();
        return detail::root_between<Real>(excess, fewer, most);
    }

    static constexpr auto parameters()
    {
        return description{parameter{"load", "a", "erlang",
                                     "servers that would be busy if nobody were lost",
                                     &erlang_b::load},
                           parameter{"servers", "c", "servers", "servers", &erlang_b::servers}};
    }

private:
    [[nodiscard]] Real odds() const
    {
        return detail::carried_odds(Real{servers}, Real{load}, Real(servers - load));
    }
};

static_assert(fully_described<erlang_b<>>);

} // namespace orgscale
