#pragma once

#include <cmath>
#include <cstddef>
#include <type_traits>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/day_demand.hpp>
#include <orgscale/queueing/day_interval.hpp>
#include <orgscale/queueing/detail/answered.hpp>
#include <orgscale/queueing/detail/root_between.hpp>
#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/load_rule.hpp>

namespace orgscale::detail {

/// dL/dt = λ(t) - Λ(L) through a day; see queue_through_day.
template <ordered_real Real>
struct fluid_day {
    const day_demand<Real>&                demand;
    const std::vector<at_least_one<Real>>& agents;

    [[nodiscard]] std::vector<day_interval<Real>> intervals() const
    {
        Real number(0);
        if (demand.before == before_day::steady && keeps_up(0))
            number = at_rate(0, Real{demand.arrival_rates.front()}).number();
        if (demand.before == before_day::same_day) number = repeated();
        std::vector<day_interval<Real>> all;
        through(number, &all);
        return all;
    }

private:
    /// A steady state: its arrival rate, and how many it has.
    struct steady {
        Real rate, queue, in_service;

        [[nodiscard]] Real number() const { return queue + in_service; }
    };

    [[nodiscard]] bool impatient() const { return demand.patience < infinity<Real>(); }

    [[nodiscard]] bool keeps_up(std::size_t i) const
    {
        return impatient() || demand.arrival_rates[i] * demand.service_time < agents[i];
    }

    template <class Number>
    [[nodiscard]] static Number queue_at(const Number& rate, const Number& service,
                                         const Number& patience, const Number& servers,
                                         Number& busy)
    {
        busy = rate * service;
        if (!(patience < infinity<Number>())) {
            const erlang_c<Number> queue{
                .arrival_rate = rate, .service_time = service, .servers = servers};
            return queue.mean_queue().value_or(infinity<Number>());
        }
        const erlang_a<Number> queue{
            .arrival_rate = rate, .service_time = service, .patience = patience, .servers = servers};
        busy = servers * queue.utilization();
        return queue.mean_queue();
    }

    [[nodiscard]] steady at_rate(std::size_t i, const Real& rate) const
    {
        if (!(rate > 0)) return {Real(0), Real(0), Real(0)};
        Real       busy(0);
        const Real queue =
            queue_at(rate, Real{demand.service_time}, Real{demand.patience}, Real{agents[i]}, busy);
        return {rate, queue, busy};
    }

    /// The steady state with so many customers. Without patience a = c/(1 + e^x), where L is at least a and e^-x,
    /// and at most three times a if that is less than c/2; with it L/(τ + p) <= Λ <= L/τ + L/p.
    [[nodiscard]] steady with_number(std::size_t i, const Real& number) const
    {
        using std::exp, std::log;
        using Passive = passive_t<Real>;
        if (!(number > 0)) return {Real(0), Real(0), Real(0)};
        const auto rate_at = [&, this]<class Number>(const Number& x) {
            return impatient() ? Number(exp(x))
                               : Number(number_in<Number>(Real{agents[i]}) / (1 + exp(x)) /
                                        number_in<Number>(Real{demand.service_time}));
        };
        const auto excess = [&, this]<class Number>(const Number& x) {
            Number       busy(0);
            const auto   in    = [](const Real& y) { return number_in<Number>(y); };
            const Number queue = queue_at(rate_at(x), in(Real{demand.service_time}),
                                          in(Real{demand.patience}), in(Real{agents[i]}), busy);
            return Number(log(Number(queue + busy)) - log(in(number)));
        };
        const Passive there = passive(number), service = passive(Real{demand.service_time});
        const Passive patience = passive(Real{demand.patience}), c = passive(Real{agents[i]});
        const Passive slack(0.1);
        const Passive low  = impatient() ? log(there) - log(Passive(service + patience))
                                         : Passive(-log(there));
        const Passive high = impatient()
                                 ? log(there) + log(Passive(1 / service + 1 / patience))
                                 : greatest(Passive(log(Passive(3 * c / there))), Passive(0));
        return at_rate(
            i, rate_at(root_between<Real>(excess, Passive(low - slack), Passive(high + slack))));
    }

    /// dL/dΛ, the time in which the number settles [time].
    [[nodiscard]] Real settling(std::size_t i, const Real& rate) const
    {
        if (!(rate > 0)) return Real{demand.service_time};
        using Number = dual<Real, 1>;
        Number       busy(0);
        const Number queue = queue_at(
            Number::variable(rate), number_in<Number>(Real{demand.service_time}),
            number_in<Number>(Real{demand.patience}), number_in<Number>(Real{agents[i]}), busy);
        // Out of range where hardly anybody comes, so that nobody waits.
        const Real slope = Number(queue + busy).slope();
        return slope > 0 && slope < infinity<Real>() ? slope : Real{demand.service_time};
    }

    /// By exponential steps L + s (1 - e^{-h/s}) (λ - Λ), s = dL/dΛ, of second order and stable at any length:
    /// a quarter of s, or what changes L + c by a twentieth, but no more than 2000 to an interval.
    void through(Real& number, std::vector<day_interval<Real>>* all) const
    {
        using std::expm1;
        const Real length{demand.interval};
        for (std::size_t i = 0; i < agents.size(); ++i) {
            const Real rate{demand.arrival_rates[i]};
            Real       left = length, waiting(0), busy(0);
            steady     here = with_number(i, number);
            while (left > 0) {
                const Real settles = settling(i, here.rate), change = rate - here.rate;
                const Real size = change < 0 ? Real(-change) : change;
                Real       step = settles / 4;
                if (size > 0) step = least(step, Real((number + agents[i]) / (20 * size)));
                step   = least(greatest(step, Real(length / 2000)), left);
                number = greatest(Real(number - settles * expm1(Real(-step / settles)) * change),
                                  Real(0));
                const steady then = with_number(i, number);
                waiting           = waiting + step * (here.queue + then.queue) / 2;
                busy              = busy + step * (here.in_service + then.in_service) / 2;
                here              = then;
                left              = left - step;
            }
            if (all)
                all->push_back({least(Real(busy / length / agents[i]), Real(1)),
                                Real(waiting / length), here.queue, number});
        }
    }

    /// What a day leaves that begins with it: days after one another until they agree, at most 50.
    [[nodiscard]] Real repeated() const
    {
        Real number(0);
        for (int day = 0; day < 50; ++day) {
            const Real before = number;
            through(number, nullptr);
            const Real moved = number - before;
            if (moved <= number * Real(1e-6) && -moved <= number * Real(1e-6)) break;
        }
        return number;
    }
};

} // namespace orgscale::detail
