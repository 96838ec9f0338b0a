#pragma once

#include <array>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <orgscale/core/growth_model.hpp>
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>

#include "chosen_policies.hpp"
#include "operations.hpp"

namespace plan {

/// One parameter of a composition as its description tells it.
struct parameter_line {
    std::string name; ///< "governance.autonomy"
    std::string symbol;
    std::string unit;
    std::string meaning;
    double      value;
};

/// A growth law under a governance as a scenario operates it.
template <class Growth>
using operated_growth = orgscale::operated<Growth, chosen_observation, chosen_improvement,
                                           orgscale::functional_silos, orgscale::budget>;

/// Any of the six compositions as it is operated, chosen while the program runs. It is a growth model
/// itself, so one solver serves all.
class composition {
public:
    using real_type  = double;
    using state_type = orgscale::observed_funded_state<>;
    using limit      = orgscale::growth_limit;

    using any_model =
        std::variant<operated_growth<orgscale::linear_growth<orgscale::hierarchy>>,
                     operated_growth<orgscale::linear_growth<orgscale::meritocracy>>,
                     operated_growth<orgscale::parallel_growth<orgscale::hierarchy>>,
                     operated_growth<orgscale::parallel_growth<orgscale::meritocracy>>,
                     operated_growth<orgscale::network_growth<orgscale::hierarchy>>,
                     operated_growth<orgscale::network_growth<orgscale::meritocracy>>>;

    /// "linear/hierarchy" and so on, in the order of the variant.
    static const std::array<std::string, std::variant_size_v<any_model>> names;

    composition(any_model model, operations run) : model_{std::move(model)}, run_{std::move(run)} {}

    [[nodiscard]] std::size_t        which() const { return model_.index(); }
    [[nodiscard]] const std::string& name() const { return names[which()]; }
    /// 0 for linear, 1 for parallel, 2 for network growth.
    [[nodiscard]] std::size_t       growth() const { return which() / 2; }
    [[nodiscard]] const operations& run_by() const { return run_; }

    /// Calls with the operated model, whichever it is.
    template <class Use>
    decltype(auto) visit(Use&& use) const
    {
        return std::visit(use, model_);
    }

    /// Calls with the operated model, which must be of one of two growth types. Less is compiled for
    /// it than for all.
    template <class First, class Second, class Use>
    auto visit_grown(Use&& use) const
    {
        using result = decltype(use(std::declval<const operated_growth<First>&>()));
        return visit([&](const auto& model) -> result {
            using growth = std::remove_cvref_t<decltype(model.growth)>;
            if constexpr (std::is_same_v<growth, First> || std::is_same_v<growth, Second>) {
                return use(model);
            } else {
                throw std::logic_error{"a composition of another growth"};
            }
        });
    }

    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        return visit([&](const auto& model) { return model.derivative(t, x); });
    }
    [[nodiscard]] orgscale::growth_flows<> flows(double t, const state_type& x) const
    {
        return visit([&](const auto& model) { return model.flows(t, x); });
    }
    [[nodiscard]] orgscale::customer_experience<> experience(double t, const state_type& x) const
    {
        return visit([&](const auto& model) { return model.experience(t, x); });
    }
    [[nodiscard]] double cost_per_customer(double t, const state_type& x) const
    {
        return visit([&](const auto& model) { return model.cost_per_customer(t, x); });
    }
    [[nodiscard]] double shortest_time() const
    {
        return visit([](const auto& model) { return model.shortest_time(); });
    }

    /// The times at which its work changes at once.
    [[nodiscard]] std::vector<double> breakpoints() const
    {
        return visit([](const auto& model) {
            const auto all = model.breakpoints();
            return std::vector<double>(all.begin(), all.end());
        });
    }

    /// The state that begins with so many people and customers, and with the scenario's cash.
    [[nodiscard]] state_type opening(const orgscale::growth_state<>& now) const
    {
        return visit([&](const auto& model) { return model.opening(now, run_.cash); });
    }

    /// What only a network has.
    struct network_facts {
        double                        self_service;  ///< R at so many customers [-]
        double                        participation; ///< customers who are nodes [-]
        orgscale::asymptotic_growth<> far_growth;    ///< λ and the term that sets it
        double                        potential;     ///< [customers]
    };
    [[nodiscard]] std::optional<network_facts> network(double t, double customers) const;

    /// What only parallel growth has.
    struct parallel_facts {
        double                speed_up;   ///< X [-]
        std::optional<double> best_units; ///< nothing where more are always better
    };
    [[nodiscard]] std::optional<parallel_facts> parallel() const;

    /// Those of the growth, of the governance and of the policies that were chosen.
    [[nodiscard]] std::vector<parameter_line> parameters() const;

    /// The library's name of one of these: "growth.governance.autonomy".
    [[nodiscard]] std::string full_name(const std::string& parameter) const;

    /// The name here of one of the library's; empty for one of a policy that was not chosen.
    [[nodiscard]] std::string own_name(const std::string& full) const
    {
        return run_.own_name(full);
    }

    /// With each parameter replaced; a refusal is the library's parameter_error.
    using replacement = std::function<double(const std::string& name, double value)>;
    [[nodiscard]] composition with(const replacement& value_for) const;

private:
    any_model  model_;
    operations run_;
};

static_assert(orgscale::growth_model<composition>);

/// Index of a name in composition::names, if it is one.
[[nodiscard]] std::optional<std::size_t> composition_named(const std::string& name);

} // namespace plan
