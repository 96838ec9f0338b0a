#pragma once

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
#include <orgscale/core/unset.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_limits.hpp>
#include <orgscale/growth/growth_state.hpp>
#include <orgscale/organization/customer_experience.hpp>
#include <orgscale/organization/detail/chosen_growth.hpp>
#include <orgscale/organization/detail/chosen_policies.hpp>
#include <orgscale/organization/detail/composition_kind.hpp>
#include <orgscale/organization/detail/kind_names.hpp>
#include <orgscale/organization/detail/operation.hpp>
#include <orgscale/organization/observed_funded_state.hpp>

namespace orgscale {

/// An organisation that is chosen at run time: any growth model under any governance, run by any policies.
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
/// policies      in any order, one of a kind; what isn't named is the first of its kind, which is neutral:
///     service       plain_service, community_support (of a network)
///     observation   perfect_observation, dashboard, shop_floor
///     improvement   no_improvement, continuous_improvement, reorganization
///     ownership     single_owner, functional_silos
///     budget        no_budget, budget
///
/// The names are those of the types; one that is not known is refused (parameter_error) with the nearest.
/// `of` gives a kind, a composition over `unset` numbers: it has names and parameters, and `make`s
/// compositions from values, refusing as `make` of make.hpp does.
///
/// Its flows are those of the growth model, or of `operated` with the same policies, to the last bit. Its
/// parameters have their names there, those of growth without a prefix: `imitation`,
/// `governance.autonomy`, `governance.from.span_of_control`, `service.contacts_per_customer`,
/// `observation.reporting_interval`, `ownership.functions`, `budget.price`. `defect_churn` stands with the
/// improvement that makes defects, `improvement.defect_churn`.
///
/// The state is {people, customers, perceived, cash}; what nothing brings stays what it is at the start,
/// 0 by opening(). A template over its number, so `levers` and `ensemble` take it as they do a type; members of
/// an ensemble share lanes with those of their kind, and have the bits of the type's.
///
/// The kind itself may be uncertain (see uncertain.hpp), and then has Sobol' indices like any other input:
///
///     uncertain_model study{{structure{line.name(), 0.6, line}, structure{commons.name(), 0.4, commons}},
///                           {vary("churn", uniform(0.01, 0.03))}};
///
/// Its derivative is asked through one branch for the growth model, one for the governance and one for each
/// policy; what that costs is in bench/README.md.
///
/// visit(use) gives the growth model itself, for what only one of them knows:
///
///     org.visit([](const auto& model) {
///         if constexpr (requires { model.asymptotic_growth_rate(); }) ...   // a network
///     });
template <real Real = double>
class basic_composition {
public:
    using real_type  = Real;
    using state_type = observed_funded_state<Real>;
    using limit      = growth_limit;

    /// Of the parts, each one of the types that its kind may be.
    constexpr basic_composition(const detail::chosen_growth<Real>&      growth,
                                const detail::chosen_observation<Real>& observation = {},
                                const detail::chosen_improvement<Real>& improvement = {},
                                const detail::chosen_ownership<Real>&   ownership   = {},
                                const detail::chosen_budget<Real>&      budget      = {})
        : growth_{growth}, observation_{observation}, improvement_{improvement},
          ownership_{ownership}, budget_{budget}
    {}

    /// The kind of organisation of these names, without values.
    [[nodiscard]] static basic_composition<unset> of(
        std::string_view growth, std::string_view governance,
        std::initializer_list<std::string_view> policies = {})
    {
        return of(growth, governance, std::vector<std::string_view>{policies});
    }

    /// The same from policies in a range of names.
    template <std::ranges::input_range Names>
        requires std::convertible_to<std::ranges::range_reference_t<const Names>, std::string_view>
    [[nodiscard]] static basic_composition<unset> of(std::string_view growth,
                                                     std::string_view governance,
                                                     const Names&     policies)
    {
        const detail::composition_kind kind{
            growth, governance, std::vector<std::string_view>(policies.begin(), policies.end())};
        return {kind.growth, kind.observation, kind.improvement, kind.ownership, kind.budget};
    }

    /// The organisation of this kind with these values, and the defaults of what isn't given.
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

    /// The policies that aren't neutral, as `of` takes them.
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
        add(observation_), add(improvement_), add(ownership_), add(budget_);
        return names;
    }

    /// Whether it has a budget, so that its state has cash.
    [[nodiscard]] constexpr bool funded() const noexcept { return budget_.which() > 0; }

    /// use(growth model): a linear_growth, parallel_growth or network_growth under a governance that is
    /// itself a choice (visit it likewise).
    template <class Use>
    constexpr decltype(auto) visit(Use&& use) const
    {
        return growth_.visit(use);
    }

    /// How customers are seen, how work gets better, who owns a customer, what money there is: each a
    /// choice, to visit.
    [[nodiscard]] constexpr const auto& observation() const noexcept { return observation_; }
    [[nodiscard]] constexpr const auto& improvement() const noexcept { return improvement_; }
    [[nodiscard]] constexpr const auto& ownership() const noexcept { return ownership_; }
    [[nodiscard]] constexpr const auto& budget() const noexcept { return budget_; }

    /// All rates at once; the rest of the answers are parts of it.
    [[nodiscard]] constexpr growth_flows<Real> flows(const Real& t, const state_type& x) const
    {
        return operated().flows(moment(t, x), x);
    }

    // Not in line, nor is `moment`: solvers ask in many places, and each would hold all kinds.
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

    /// What it knows of the moment, from which its flows are made, as its policies change it.
    [[nodiscard]] constexpr growth_conditions<Real> conditions(const Real&       t,
                                                               const state_type& x) const
    {
        return moment(t, x).now;
    }

    /// The rates of which the smallest governs.
    [[nodiscard]] constexpr growth_limits<Real> limits(const Real& t, const state_type& x) const
    {
        return flows(t, x).limits;
    }

    /// The customers' limit that governs; where two are equal, the one nearer to demand.
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

    /// What is left when people are paid; 0 without a budget [money/time].
    [[nodiscard]] constexpr Real earnings(const Real& t, const state_type& x) const
    {
        return operated().earnings(moment(t, x), x);
    }

    /// What it pays, in wages and to hire; 0 without a budget [money/time].
    [[nodiscard]] constexpr Real outlay(const Real& t, const state_type& x) const
    {
        return operated().outlay(moment(t, x), x);
    }

    /// The same for each customer who is served [money/customer/time].
    [[nodiscard]] constexpr Real cost_per_customer(const Real& t, const state_type& x) const
    {
        return operated().cost_per_customer(moment(t, x), x);
    }

    /// Layers that a report climbs to those who decide [-].
    [[nodiscard]] constexpr Real reporting_layers(const Real& t, const state_type& x) const
    {
        return operated().reporting_layers(t, {.people = x.people, .customers = x.customers});
    }

    /// Mean wage to that of one without reports, each manager paid `step` times a report [-].
    [[nodiscard]] constexpr Real wage_multiple(const Real& t, const state_type& x,
                                               const Real& step) const
    {
        return visit([&](const auto& model) {
            return model.wage_multiple(t, {.people = x.people, .customers = x.customers}, step);
        });
    }

    /// The state that begins so, with so much money at hand where there is a budget: what is perceived
    /// is what steady reports would show, where anything is reported.
    [[nodiscard]] constexpr state_type opening(const growth_state<Real>& start,
                                               const Real&               cash = Real(0),
                                               const Real&               t    = Real(0)) const
    {
        state_type x{start.people, start.customers, Real(0), funded() ? cash : Real(0)};
        x.perceived = operated().perceived_in(moment(t, x), x);
        return x;
    }

    /// The fastest time constant, for the solver [time].
    [[nodiscard]] constexpr Real shortest_time() const { return operated().shortest_time(); }

    /// The times at which its governance or its work changes at once; never is infinite.
    [[nodiscard]] constexpr std::array<Real, 4> breakpoints() const
    {
        const auto changes = visit([](const auto& model) { return model.breakpoints(); });
        Real       steps   = infinity<Real>();
        detail::unless_neutral(improvement_,
                               [&](const auto& work) { steps = work.policy.breakpoints()[0]; });
        return {changes[0], changes[1], changes[2], steps};
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"", "", "", "what grows", &basic_composition::growth_},
            parameter{"observation", "", "", "how customers are seen",
                      &basic_composition::observation_},
            parameter{"improvement", "", "", "how work gets better",
                      &basic_composition::improvement_},
            parameter{"ownership", "", "", "who owns a customer", &basic_composition::ownership_},
            parameter{"budget", "", "", "what money there is", &basic_composition::budget_}};
    }

private:
    using equations =
        detail::operation<detail::chosen_growth<Real>, detail::chosen_observation<Real>,
                          detail::chosen_improvement<Real>, detail::chosen_ownership<Real>,
                          detail::chosen_budget<Real>>;

    [[nodiscard]] constexpr equations operated() const
    {
        return {growth_, observation_, improvement_, ownership_, budget_};
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
};

/// The composition of plain numbers.
using composition = basic_composition<double>;

static_assert(growth_model<composition>);
static_assert(described<composition>);

} // namespace orgscale
