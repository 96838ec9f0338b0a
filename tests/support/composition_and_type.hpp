#pragma once

#include <bit>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <orgscale/core/make.hpp>
#include <orgscale/core/rules.hpp>
#include <orgscale/organization/composition.hpp>

#include <random_numbers.hpp>

/// Compositions with random values, and the corresponding types with the same values.
namespace composition_and_type {

using namespace orgscale;
using values = std::map<std::string, double>;

/// A typical value that the rule allows; sometimes infinite, 0 or 1 if it allows these.
inline double drawn(std::string_view rule, random_numbers& draw)
{
    const bool at_end = draw.between(0, 1) < 0.2;
    if (rule == above_zero::text) return at_end ? infinity<double>() : draw.magnitude(0.1, 100);
    if (rule == zero_or_above::text) return at_end ? 0 : draw.magnitude(0.1, 100);
    if (rule == finite_above_zero::text) return draw.magnitude(0.5, 50);
    if (rule == finite_zero_or_above::text) return at_end ? 0 : draw.magnitude(0.001, 1);
    if (rule == any_finite::text) return draw.between(-5, 20);
    if (rule == zero_to_one::text) return at_end ? 1 : draw.between(0, 1);
    if (rule == above_zero_to_one::text) return at_end ? 1 : draw.between(0.8, 1);
    if (rule == zero_to_below_one::text) return at_end ? 0 : draw.between(0, 0.5);
    if (rule == finite_above_one::text) return draw.between(1.5, 9);
    if (rule == finite_one_or_above::text) return draw.between(1, 6);
    throw std::logic_error{"no draw for the rule: " + std::string{rule}};
}

/// Random values for a kind that break no rule, including joint rules.
inline values drawn_for(const basic_composition<unset>& kind, random_numbers& draw)
{
    for (;;) {
        values some;
        for (const auto& line : parameters_of(kind)) some[line.name] = drawn(line.rule, draw);
        try {
            static_cast<void>(kind.make(some));
            return some;
        } catch (const parameter_error&) { // a joint rule
        }
    }
}

/// A composition's name for a parameter of `operated`, or of a growth model.
inline std::string own_name(std::string name)
{
    constexpr std::string_view growth = "growth.";
    if (name.starts_with(growth)) return name.substr(growth.size());
    return name == "defect_churn" ? "improvement.defect_churn" : name;
}

/// A value by its name; 0 for the churn from defects if there are none.
struct value_named {
    const values& some;

    double operator()(const parameter_path& path, const auto&, const unset&) const
    {
        const auto found = some.find(own_name(path.text()));
        return found == some.end() ? 0 : found->second;
    }
};

/// The model with these values.
template <class Model>
Model typed(const values& some)
{
    return with_real<double>(kind_of<Model>(), value_named{some});
}

inline composition::state_type drawn_state(random_numbers& draw)
{
    return {draw.magnitude(0.1, 1e4), draw.magnitude(0.1, 1e5), draw.magnitude(0.1, 1e5),
            draw.between(-100, 1e4),  draw.magnitude(0.1, 1e4), draw.magnitude(0.01, 10),
            draw.magnitude(0.01, 10), draw.between(0.05, 1),    draw.magnitude(0.1, 10)};
}

/// The fields that the type's state has.
template <class State>
State narrowed(const composition::state_type& x)
{
    State y{};
    y.people    = x.people;
    y.customers = x.customers;
    if constexpr (requires { y.perceived = 1.0; }) y.perceived = x.perceived;
    if constexpr (requires { y.cash = 1.0; }) y.cash = x.cash;
    if constexpr (requires { y.waiting = 1.0; }) y.waiting = x.waiting;
    if constexpr (requires { y.rookies = 1.0; }) y.rookies = x.rookies;
    if constexpr (requires { y.juniors = 1.0; }) y.juniors = x.juniors;
    if constexpr (requires { y.standard = 1.0; }) y.standard = x.standard;
    if constexpr (requires { y.capability = 1.0; }) y.capability = x.capability;
    return y;
}

inline bool same(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) || (a != a && b != b);
}

inline bool same(const growth_flows<>& a, const growth_flows<>& b)
{
    return same(a.limits.sell, b.limits.sell) && same(a.limits.decide, b.limits.decide) &&
           same(a.limits.serve, b.limits.serve) && same(a.limits.recruit, b.limits.recruit) &&
           same(a.limits.need, b.limits.need) && same(a.capacity, b.capacity) &&
           same(a.load, b.load) && same(a.demand, b.demand) && same(a.won, b.won) &&
           same(a.inflow, b.inflow) && same(a.lost, b.lost) && same(a.hired, b.hired) &&
           same(a.left, b.left) && same(a.dismissed, b.dismissed);
}

/// Whether a composition and the model with the same values are bit-identical at a number of random moments:
/// flows, derivative, and what policies add.
template <class Model>
bool same_at_drawn_moments(const composition& org, const Model& model, random_numbers& draw,
                           int moments)
{
    using state = typename Model::state_type;
    for (int i = 0; i < moments; ++i) {
        const double t = draw.between(-2, 40);
        const auto   x = drawn_state(draw);
        const auto   y = narrowed<state>(x);
        if (!same(org.flows(t, x), model.flows(t, y))) return false;
        if (org.bottleneck(t, x) != model.bottleneck(t, y)) return false;
        const auto mine   = org.derivative(t, x);
        const auto theirs = model.derivative(t, y);
        if (!same(mine.people, theirs.people) || !same(mine.customers, theirs.customers))
            return false;
        if constexpr (requires { theirs.perceived + 1; }) {
            if (!same(mine.perceived, theirs.perceived)) return false;
        } else {
            if (!same(mine.perceived, 0)) return false;
        }
        if constexpr (requires { theirs.cash + 1; }) {
            if (!same(mine.cash, theirs.cash)) return false;
            if (!same(org.outlay(t, x), model.outlay(t, y))) return false;
            if (!same(org.earnings(t, x), model.earnings(t, y))) return false;
            if (!same(org.cost_per_customer(t, x), model.cost_per_customer(t, y))) return false;
        } else {
            if (!same(mine.cash, 0)) return false;
        }
        if constexpr (requires { theirs.waiting + 1; }) {
            if (!same(mine.waiting, theirs.waiting)) return false;
            if (!same(org.asked(t, x).asked, model.asked(t, y).asked)) return false;
        } else {
            if (!same(mine.waiting, 0)) return false;
        }
        if constexpr (requires { theirs.rookies + 1; }) {
            if (!same(mine.rookies, theirs.rookies)) return false;
        } else {
            if (!same(mine.rookies, 0)) return false;
        }
        if constexpr (requires { theirs.juniors + 1; }) {
            if (!same(mine.juniors, theirs.juniors)) return false;
        } else {
            if (!same(mine.juniors, 0)) return false;
        }
        if constexpr (requires { theirs.standard + 1; }) {
            if (!same(mine.standard, theirs.standard)) return false;
        } else {
            if (!same(mine.standard, 0)) return false;
        }
        if constexpr (requires { theirs.capability + 1; }) {
            if (!same(mine.capability, theirs.capability)) return false;
        } else {
            if (!same(mine.capability, 0)) return false;
        }
        if constexpr (requires { model.pressure(t, y); }) {
            if (!same(org.pressure(t, x), model.pressure(t, y))) return false;
        } else {
            if (!same(org.pressure(t, x), 1)) return false;
        }
        if constexpr (requires { model.experience(t, y); }) {
            const auto here = org.experience(t, x), there = model.experience(t, y);
            if (!same(here.wait, there.wait) || !same(here.served, there.served) ||
                !same(here.correct, there.correct) || !same(here.churn, there.churn))
                return false;
        }
        if (!same(org.reporting_layers(t, x), model.reporting_layers(t, y))) return false;
    }
    return same(org.shortest_time(), model.shortest_time());
}

/// The same for a number of sets of random values.
template <class Model>
bool same_as(const std::string& growth, const std::string& governance,
             const std::vector<std::string>& policies, int sets = 20)
{
    const auto     kind = composition::of(growth, governance, policies);
    random_numbers draw(static_cast<unsigned>(growth.size() * 100 + governance.size()));
    for (int i = 0; i < sets; ++i) {
        const auto some = drawn_for(kind, draw);
        const auto org  = kind.make(some);
        if (!same_at_drawn_moments(org, typed<Model>(some), draw, 10)) return false;
    }
    return true;
}

} // namespace composition_and_type
