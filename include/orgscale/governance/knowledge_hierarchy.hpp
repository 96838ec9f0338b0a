#pragma once

#include <cmath>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/knowledge_team.hpp>
#include <orgscale/governance/detail/less_product.hpp>

namespace orgscale {

/// Knowledge hierarchy: who learns what, and from which output on a manager for the hard problems pays.
///
/// The difficulty of problems is exponentially distributed: a person with knowledge z solves a share
/// 1 - e^{-λ z} of them and asks for help with the rest. Each worker draws one problem per unit of time,
/// and a solved one is worth A. Costs are wages w, plus c w per unit of knowledge. The minimum cost of
/// output q is [1, 2, 3]
///
///     without a manager:  w (1 + c z),  A (1 - e^{-λ z}) = q         = w (1 - (c/λ) ln(1 - q/A))
///     with one:  w (n (1 + c z0) + 1 + c z1),  n = e^{λ z0}/h,  n A (1 - e^{-λ (z0 + z1)}) = q
///
/// n is the span at which the workers' questions fill the manager's time. With Q = q h/A and
/// d = e^{-λ z1} = e^{λ z0} - Q, the second cost is minimal where
///
///     d (1 + λ/c + ln(Q + d)) = h,        or at z0 = 0, d = 1 - Q if that d >= h c/(λ + c)
///
/// The root is unique; Newton's method descends to it from above and carries derivatives along.
/// Workers without knowledge, z0 = 0, are optimal up to q = A (1/h - c/(λ + c)).
///
///     const knowledge_hierarchy<> firm{
///         .predictability = 1, .learning_cost = 0.225, .communication_cost = 0.26};
///     firm.cheapest(3)->layers;                                                        // 1
///
/// without_manager() needs no h: left out, it is 1, a question for each problem a manager could solve.
/// People are counted in fractions. Not for more than one layer of managers, nor for other distributions
/// of difficulty.
///
/// [1] Garicano, L. (2000). Hierarchies and the organization of knowledge in production. Journal of
///     Political Economy 108(5), 874-904. doi:10.1086/317671
/// [2] Garicano, L., Rossi-Hansberg, E. (2006). Organization and inequality in a knowledge economy.
///     Quarterly Journal of Economics 121(4), 1383-1435.
/// [3] Caliendo, L., Rossi-Hansberg, E. (2012). The impact of trade on organization and productivity.
///     Quarterly Journal of Economics 127(3), 1393-1467. doi:10.1093/qje/qjs016
template <real Real = double>
struct knowledge_hierarchy {
    using real_type = Real;

    /// The cheapest firm for an output.
    struct organization {
        int  layers;            ///< L, layers of managers                        [-]
        Real workers;           ///< n, workers per manager; 1 without a manager  [people]
        Real worker_knowledge;  ///< z0, or z without a manager                   [knowledge]
        Real manager_knowledge; ///< z1, beyond the workers'; 0 without a manager [knowledge]
        Real cost;              ///< C(q)                                         [money/time]
    };

    finite_positive<Real>   predictability; ///< λ, rate at which problems become rare [1/knowledge]
    finite_positive<Real>   learning_cost;  ///< c, in wages [1/knowledge]
    positive_fraction<Real> communication_cost{1}; ///< h, manager's time per question [time]
    finite_positive<Real>   productivity{1}; ///< A, value of a solved problem [output/problem]
    finite_positive<Real>   wage{1};         ///< w [money/person/time]

    /// n, the workers of knowledge z0 whose questions fill a manager's time [people].
    [[nodiscard]] Real span(const non_negative<Real>& worker_knowledge) const
    {
        using std::exp;
        return exp(Real(predictability * Real{worker_knowledge})) / communication_cost;
    }

    /// The cheapest firm without a manager; nothing unless 0 <= q < A, since nobody solves all problems.
    [[nodiscard]] std::optional<organization> without_manager(const Real& output) const
    {
        using std::log, std::log1p;
        if (!every(output >= 0) || !every(output < productivity)) return std::nullopt;
        // ln(1 - q/A), without cancellation at either end.
        const auto most  = 2 * output > productivity;
        const Real share = output / productivity;
        const Real left  = (productivity - output) / productivity;
        const Real unsolved =
            select(most, Real(log(left)), Real(log1p(Real(-select(most, Real(0), share)))));
        return answer({0, Real(1), Real(-(unsolved / predictability)), Real(0),
                       Real(wage * (1 - learning_cost / predictability * unsolved))});
    }

    /// The cheapest team of workers and one manager; nothing unless q >= 0 and the cost is finite.
    [[nodiscard]] std::optional<organization> with_manager(const Real& output) const
    {
        if (!every(output >= 0)) return std::nullopt;
        const auto best = detail::best_team(
            Real(predictability / learning_cost), Real{communication_cost},
            Real(output / productivity * communication_cost),
            Real(detail::less_product(Real{productivity}, output, Real{communication_cost}) /
                 productivity));
        const Real cost = best.workers * (1 + learning_cost / predictability * best.worker) +
                          learning_cost / predictability * best.manager + 1;
        return answer({1, best.workers, Real(best.worker / predictability),
                       Real(best.manager / predictability), Real(wage * cost)});
    }

    /// The cheaper of the two; nothing unless q >= 0 and the cost is finite.
    [[nodiscard]] std::optional<organization> cheapest(const Real& output) const
        requires ordered_real<Real>
    {
        const auto alone = without_manager(output);
        const auto led   = with_manager(output);
        return alone && !(led && led->cost < alone->cost) ? alone : led;
    }

    /// A (1/h - c/(λ + c)), the output up to which a manager's workers best have no knowledge [output].
    [[nodiscard]] constexpr Real unskilled_output() const
    {
        return productivity * ((1 - communication_cost) * learning_cost + predictability) /
               (communication_cost * (learning_cost + predictability));
    }

    /// The output above which a manager pays, where both firms cost the same; at most A [output].
    [[nodiscard]] Real layer_threshold() const
    {
        using std::exp, std::expm1;
        // With v = λ z without a manager and C = 1 + (c/λ) V with one, v - V is convex and increasing, and
        // not below 0 at v = V(q = A): from there Newton's method descends to its root.
        const Real rarity = predictability / learning_cost;
        const Real none_left(4096);                         // a v for which q is A to all digits
        const auto team = [&](const Real& unsolved_alone) { // for the q of v
            const Real help = communication_cost;
            return detail::best_team(rarity, help, Real(help * (1 - unsolved_alone)),
                                     Real(1 - help + help * unsolved_alone));
        };
        const auto worth = [&](const auto& best) {
            return Real(best.workers * (rarity + best.worker) + best.manager);
        };
        const auto nearer = [&](const Real& v) {
            const Real left  = exp(Real(-v));
            const auto best  = team(left);
            const Real ratio = communication_cost * left / best.unsolved; // dV/dv
            return least(Real((worth(best) - ratio * v) / (1 - ratio)), none_left);
        };
        const Real alone = detail::fallen(least(worth(team(Real(0))), none_left), nearer);
        return -productivity *
               Real(expm1(Real(-nearer(nearer(alone))))); // derivatives of two orders
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"predictability", "λ", "1/knowledge",
                      "rate at which problems become rare with difficulty",
                      &knowledge_hierarchy::predictability},
            parameter{"learning_cost", "c", "1/knowledge", "cost of learning, in wages",
                      &knowledge_hierarchy::learning_cost},
            parameter{"communication_cost", "h", "time", "manager's time per question",
                      &knowledge_hierarchy::communication_cost},
            parameter{"productivity", "A", "output/problem", "value of a solved problem",
                      &knowledge_hierarchy::productivity},
            parameter{"wage", "w", "money/person/time", "wage of a person without knowledge",
                      &knowledge_hierarchy::wage}};
    }

private:
    [[nodiscard]] static std::optional<organization> answer(const organization& found)
    {
        return every(found.cost < infinity<Real>()) ? std::optional{found} : std::nullopt;
    }
};

static_assert(fully_described<knowledge_hierarchy<>>);

} // namespace orgscale
