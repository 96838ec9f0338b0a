#pragma once

// Longer than others: one type, which offers everything that a model chosen at compile time does.

#include <array>
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/make.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/core/unset.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_limits.hpp>
#include <orgscale/growth/growth_state.hpp>
#include <orgscale/organization/customer_experience.hpp>
#include <orgscale/organization/customers_asked.hpp>
#include <orgscale/organization/detail/chosen_growth.hpp>
#include <orgscale/organization/detail/chosen_policies.hpp>
#include <orgscale/organization/detail/composition_kind.hpp>
#include <orgscale/organization/detail/kind_names.hpp>
#include <orgscale/organization/detail/operation.hpp>
#include <orgscale/organization/organization_state.hpp>

namespace orgscale {

/// An organisation chosen at run time: any growth model under any governance, with any policies.
///
///     const auto kind = composition::of("network", "meritocracy");
///     for (const auto& line : parameters_of(kind)) ...         // name, unit, meaning, rule, default
///     const auto org = kind.make({{"imitation", 0.12}, {"potential", 500e6}, {"hiring_rate", 3},
///                                 {"customers_per_person", 40}});
///     const auto run = solve(org, org.opening({.people = 5, .customers = 100}), {.to = 60});
///
///     composition::of("linear", "hierarchy", {"dashboard", "functional_silos", "budget"})
///     composition::of("parallel", "transition<hierarchy, meritocracy>")
///
/// growth        linear, parallel, network
/// governance    frictionless, hierarchy, meritocracy, and transition<...> of two of these
/// policies      at most one from each line, in any order; the first of a line is neutral and the default:
///     service       plain_service, community_support (networks only)
///     observation   perfect_observation, dashboard, shop_floor
///     improvement   no_improvement, continuous_improvement, reorganization, combined_improvement
///     ownership     single_owner, functional_silos
///     budget        no_budget, budget
///     intake        turned_away, waiting_list
///     workforce     ready_at_once, rookies, two_stage_learning
///     standard      fixed_standard, eroding_standard, capability
///     layoffs       no_layoffs, layoffs
///
/// The names are those of the types. An unknown name is refused (parameter_error) with the nearest known
/// one. `of` returns a kind: a composition over `unset` numbers, which has names and parameters but no
/// values. Its `make` takes the values and refuses what `make` of make.hpp refuses.
///
/// Flows are bit-identical to those of the growth model, or of `operated` with the same policies.
/// Parameters have the same names, but those of growth have no prefix: `imitation`,
/// `governance.autonomy`, `governance.from.span_of_control`, `service.contacts_per_customer`,
/// `observation.reporting_interval`, `ownership.functions`, `budget.price`. `defect_churn` belongs to the
/// improvement: `improvement.defect_churn`.
///
/// The state is {people, customers, perceived, cash, waiting, rookies, juniors, standard, capability}. What no policy
/// brings stays 0. It works with `levers` and `ensemble` as the types do; members of an ensemble share SIMD lanes with
/// members of the same kind, with bit-identical results.
///
/// The kind itself may be uncertain (see uncertain.hpp), and then has Sobol' indices like any other input:
///
///     uncertain_model study{{structure{line.name(), 0.6, line}, structure{commons.name(), 0.4, commons}},
///                           {vary("churn", uniform(0.01, 0.03))}};
///
/// Each evaluation branches once for the growth model, once for the governance and once for each policy;
/// bench/README.md has the cost.
///
/// visit(use) passes the growth model itself, for functions that only one of them has:
///
///     org.visit([](const auto& model) {
///         if constexpr (requires { model.asymptotic_growth_rate(); }) ...   // a network
///     });
template <real Real = double>
class basic_composition {
public:
    using real_type  = Real;
    using state_type = organization_state<Real, detail::perceived_load, detail::cash_at_hand,
                                          detail::customers_waiting, detail::people_hired_lately,
                                          detail::people_half_trained, detail::standard_of_work,
                                          detail::capability_of_people>;
    using limit      = growth_limit;

    /// From its parts. Each is a choice among the types of its kind.
    constexpr basic_composition(const detail::chosen_growth<Real>&      growth,
                                const detail::chosen_observation<Real>& observation = {},
                                const detail::chosen_improvement<Real>& improvement = {},
                                const detail::chosen_ownership<Real>&   ownership   = {},
                                const detail::chosen_budget<Real>&      budget      = {},
                                const detail::chosen_intake<Real>&      intake      = {},
                                const detail::chosen_workforce<Real>&   workforce   = {},
                                const detail::chosen_standard<Real>&    standard    = {},
                                const detail::chosen_layoffs<Real>&     layoffs     = {})
        : growth_{growth}, observation_{observation}, improvement_{improvement},
          ownership_{ownership}, budget_{budget}, intake_{intake}, workforce_{workforce},
          standard_{standard}, layoffs_{layoffs}
    {}

    /// The kind with these names, without values.
    [[nodiscard]] static basic_composition<unset> of(
        std::string_view growth, std::string_view governance,
        std::initializer_list<std::string_view> policies = {})
    {
        return of(growth, governance, std::vector<std::string_view>{policies});
    }

    /// The same with the policies in a range of names.
    template <std::ranges::input_range Names>
        requires std::convertible_to<std::ranges::range_reference_t<const Names>, std::string_view>
    [[nodiscard]] static basic_composition<unset> of(std::string_view growth,
                                                     std::string_view governance,
                                                     const Names&     policies)
    {
        const detail::composition_kind kind{
            growth, governance, std::vector<std::string_view>(policies.begin(), policies.end())};
        return {kind.growth, kind.observation, kind.improvement, kind.ownership, kind.budget,
                kind.intake, kind.workforce,   kind.standard,    kind.layoffs};
    }

    /// The organisation of this kind with these values; all other parameters have their defaults.
    template <real Number = double>
    [[nodiscard]] basic_composition<Number> make(std::initializer_list<setting<Number>> values) const
        requires std::same_as<Real, unset>
    {
        return detail::make_of_kind(*this, detail::given_in<Number>(values));
    }

    /// The same from a map or another range of names with values.
    template <real Number = double, named_values Settings>
    [[nodiscard]] basic_composition<Number> make(const Settings& values) const
        requires std::same_as<Real, unset>
    {
        return detail::make_of_kind(*this, detail::given_in<Number>(values));
    }

    /// "network".
    [[nodiscard]] std::string growth_name() const
    {
        return std::string{detail::without_growth(detail::name_held(growth_))};
    }

    /// "meritocracy", or "transition<hierarchy, meritocracy>".
    [[nodiscard]] std::string governance_name() const
    {
        return visit([](const auto& model) { return detail::governance_name(model.governance); });
    }

    /// "network/meritocracy".
    [[nodiscard]] std::string name() const { return growth_name() + '/' + governance_name(); }

    /// The policies that are not neutral, as `of` takes them.
    [[nodiscard]] std::vector<std::string> policies() const
    {
        std::vector<std::string> names;
        visit([&](const auto& model) {
            if constexpr (requires { model.service.knowledge; })
                names.push_back(type_name<decltype(model.service)>());
        });
        const auto add = [&](const auto& slot) {
            if (slot.which() > 0) names.push_back(detail::name_held(slot));
        };
        add(observation_), add(improvement_), add(ownership_), add(budget_), add(intake_),
            add(workforce_), add(standard_), add(layoffs_);
        return names;
    }

    /// Whether it has a budget, so that its state includes cash.
    [[nodiscard]] constexpr bool funded() const noexcept { return budget_.which() > 0; }

    /// use(growth model): a linear_growth, parallel_growth or network_growth. Its governance is itself a
    /// choice, with a visit() of its own.
    template <class Use>
    constexpr decltype(auto) visit(Use&& use) const
    {
        return growth_.visit(use);
    }

    /// Whether its customers wait, so that its state includes them.
    [[nodiscard]] constexpr bool has_waiting_list() const noexcept { return intake_.which() > 0; }

    /// How customers are observed, how work improves, who owns a customer, the budget, who waits, who learns, and
    /// what pressure makes of the work. Each is a choice with a visit() of its own.
    [[nodiscard]] constexpr const auto& observation() const noexcept { return observation_; }
    [[nodiscard]] constexpr const auto& improvement() const noexcept { return improvement_; }
    [[nodiscard]] constexpr const auto& ownership() const noexcept { return ownership_; }
    [[nodiscard]] constexpr const auto& budget() const noexcept { return budget_; }
    [[nodiscard]] constexpr const auto& intake() const noexcept { return intake_; }
    [[nodiscard]] constexpr const auto& workforce() const noexcept { return workforce_; }
    [[nodiscard]] constexpr const auto& standard() const noexcept { return standard_; }
    [[nodiscard]] constexpr const auto& layoffs() const noexcept { return layoffs_; }

    /// All flows at once; everything else is derived from them (see core/flows.hpp).
    [[nodiscard]] constexpr growth_flows<Real> flows(const Real& t, const state_type& x) const
    {
        return operated().flows(moment(t, x), x);
    }

    // Not inlined, nor is `moment`: solvers call it in many places, and each would contain every kind.
    [[nodiscard, gnu::noinline]] constexpr state_type derivative(const Real&       t,
                                                                 const state_type& x) const
    {
        return operated().derivative(moment(t, x), x);
    }

    /// The derivative, and how far each change of what binds is.
    [[nodiscard, gnu::noinline]] constexpr auto derivative_and_margins(const Real&       t,
                                                                       const state_type& x) const
    {
        return operated().derivative_and_margins(t, moment(t, x), x);
    }

    /// The conditions of a moment from which the flows follow, with the effects of its policies.
    [[nodiscard]] constexpr growth_conditions<Real> conditions(const Real&       t,
                                                               const state_type& x) const
    {
        return moment(t, x).now;
    }

    /// The limiting rates, and which of them binds the inflow of customers.
    [[nodiscard]] constexpr growth_limits<Real> limits(const Real& t, const state_type& x) const
    {
        return flows(t, x).limits;
    }

    /// The limit that binds the inflow of customers; of two equal ones, the one nearer to demand.
    [[nodiscard]] constexpr limit bottleneck(const Real& t, const state_type& x) const
    {
        return flows(t, x).bottleneck();
    }

    /// What customers experience.
    [[nodiscard]] constexpr customer_experience<Real> experience(const Real&       t,
                                                                 const state_type& x) const
    {
        return operated().experience(t, moment(t, x), x);
    }

    /// What becomes of the customers who ask; without a waiting list, 0 of them.
    [[nodiscard]] constexpr customers_asked<Real> asked(const Real& t, const state_type& x) const
    {
        if (!has_waiting_list()) return {Real(0), Real(0), Real(0)};
        return operated().asked(moment(t, x), x);
    }

    /// The pressure of work: customers who want service over those whom people serve by their standard; 1 where that is
    /// fixed [-].
    [[nodiscard]] constexpr Real pressure(const Real& t, const state_type& x) const
    {
        return moment(t, x).pressure;
    }

    /// Earnings after wages, before the cost of hiring; 0 without a budget [money/time].
    [[nodiscard]] constexpr Real earnings(const Real& t, const state_type& x) const
    {
        return operated().earnings(moment(t, x), x);
    }

    /// Wages, the cost of hiring and severance; 0 without a budget [money/time].
    [[nodiscard]] constexpr Real outlay(const Real& t, const state_type& x) const
    {
        return operated().outlay(moment(t, x), x);
    }

    /// Outlay per customer served [money/customer/time].
    [[nodiscard]] constexpr Real cost_per_customer(const Real& t, const state_type& x) const
    {
        return operated().cost_per_customer(moment(t, x), x);
    }

    /// Layers that a report climbs to those who decide [-].
    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const state_type& x) const
    {
        return operated().reporting_layers(t, {.people = x.people, .customers = x.customers});
    }

    /// Mean wage over that of a person without reports, if a manager earns `step` times a report [-].
    [[nodiscard]] constexpr Real wage_multiple(const Real& t, const state_type& x,
                                               const Real& step) const
    {
        return visit([&](const auto& model) {
            return model.wage_multiple(t, {.people = x.people, .customers = x.customers}, step);
        });
    }

    /// The start state, with this cash if there is a budget. If observation is delayed, the load is
    /// perceived as steady reports would show it.
    [[nodiscard]] constexpr state_type opening(const growth_state<Real>& start,
                                               const Real&               cash = Real(0),
                                               const Real&               t    = Real(0)) const
    {
        state_type x{start.people, start.customers, Real(0), funded() ? cash : Real(0),
                     Real(0),      Real(0),         Real(0), Real(0),
                     Real(0)};
        x           = operated().with_standard(x);
        x.rookies   = operated().newcomers_in(x);
        x.juniors   = operated().juniors_at_start(x);
        x.waiting   = operated().waiting_in(moment(t, x), x);
        x.perceived = operated().perceived_in(moment(t, x), x);
        return x;
    }

    /// The fastest time constant, for the solver [time].
    [[nodiscard]] constexpr Real shortest_time() const { return operated().shortest_time(); }

    /// The times at which its governance or its improvement jumps or has a kink, of what repeats the first; infinity
    /// where there is none.
    [[nodiscard]] constexpr std::array<Real, 5> breakpoints() const
    {
        const auto          changes = visit([](const auto& model) { return model.breakpoints(); });
        std::array<Real, 5> all{changes[0], changes[1], changes[2], infinity<Real>(),
                                infinity<Real>()};
        detail::unless_neutral(improvement_, [&](const auto& work) {
            auto next = all.begin() + 3;
            for (const Real& change : work.policy.breakpoints()) *next++ = change;
        });
        return all;
    }

    /// The first of these times after t, and of those at which the improvement does so again; or infinity [time].
    [[nodiscard]] Real next_breakpoint(const Real& t) const
    {
        Real next = visit([&](const auto& model) { return next_breakpoint_of<Real>(model, t); });
        detail::unless_neutral(improvement_, [&](const auto& work) {
            next = least(next, next_breakpoint_of<Real>(work.policy, t));
        });
        return next;
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"", "", "", "what grows", &basic_composition::growth_},
            parameter{"observation", "", "", "how customers are observed",
                      &basic_composition::observation_},
            parameter{"improvement", "", "", "how work improves", &basic_composition::improvement_},
            parameter{"ownership", "", "", "who owns a customer", &basic_composition::ownership_},
            parameter{"budget", "", "", "income, costs and cash", &basic_composition::budget_},
            parameter{"intake", "", "", "who waits for a place", &basic_composition::intake_},
            parameter{"workforce", "", "", "how productive people are",
                      &basic_composition::workforce_},
            parameter{"standard", "", "", "what pressure makes of the work",
                      &basic_composition::standard_},
            parameter{"layoffs", "", "", "who is dismissed", &basic_composition::layoffs_}};
    }

private:
    using equations =
        detail::operation<detail::chosen_growth<Real>, detail::chosen_observation<Real>,
                          detail::chosen_improvement<Real>, detail::chosen_ownership<Real>,
                          detail::chosen_budget<Real>, detail::chosen_intake<Real>,
                          detail::chosen_workforce<Real>, detail::chosen_standard<Real>,
                          detail::chosen_layoffs<Real>>;

    [[nodiscard]] constexpr equations operated() const
    {
        return {growth_, observation_, improvement_, ownership_, budget_,
                intake_, workforce_,   standard_,    layoffs_};
    }

    [[nodiscard, gnu::noinline]] constexpr typename equations::moment moment(
        const Real& t, const state_type& x) const
    {
        return operated().moment_of(t, x);
    }

    detail::chosen_growth<Real>      growth_;
    detail::chosen_observation<Real> observation_;
    detail::chosen_improvement<Real> improvement_;
    detail::chosen_ownership<Real>   ownership_;
    detail::chosen_budget<Real>      budget_;
    detail::chosen_intake<Real>      intake_;
    detail::chosen_workforce<Real>   workforce_;
    detail::chosen_standard<Real>    standard_;
    detail::chosen_layoffs<Real>     layoffs_;
};

/// The composition of plain numbers.
using composition = basic_composition<double>;

static_assert(growth_model<composition>);
static_assert(described<composition>);

} // namespace orgscale
