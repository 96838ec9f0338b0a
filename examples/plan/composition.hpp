#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <orgscale/core/growth_model.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/parallel_growth.hpp>

namespace plan {

/// One parameter of a composition as its description tells it.
struct parameter_line {
    std::string name; ///< "governance.autonomy"
    std::string symbol;
    std::string unit;
    std::string meaning;
    double      value;
};

/// Any of the six compositions, chosen while the program runs. It is a growth model itself, so one
/// solver serves all six.
class composition {
public:
    using real_type  = double;
    using state_type = orgscale::growth_state<>;
    using limit      = orgscale::growth_limit;
    using any_model  = std::variant<orgscale::linear_growth<orgscale::hierarchy>,
                                    orgscale::linear_growth<orgscale::meritocracy>,
                                    orgscale::parallel_growth<orgscale::hierarchy>,
                                    orgscale::parallel_growth<orgscale::meritocracy>,
                                    orgscale::network_growth<orgscale::hierarchy>,
                                    orgscale::network_growth<orgscale::meritocracy>>;

    /// "linear/hierarchy" and so on, in the order of the variant.
    static const std::array<std::string, std::variant_size_v<any_model>> names;

    explicit composition(any_model model) : model_{std::move(model)} {}

    [[nodiscard]] const std::string& name() const { return names[model_.index()]; }
    [[nodiscard]] const any_model&   model() const { return model_; }

    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        return std::visit([&](const auto& model) { return model.derivative(t, x); }, model_);
    }
    [[nodiscard]] orgscale::growth_limits<> limits(double t, const state_type& x) const
    {
        return std::visit([&](const auto& model) { return model.limits(t, x); }, model_);
    }
    [[nodiscard]] limit bottleneck(double t, const state_type& x) const
    {
        return std::visit([&](const auto& model) { return model.bottleneck(t, x); }, model_);
    }
    [[nodiscard]] limit staffing(double t, const state_type& x) const
    {
        return std::visit([&](const auto& model) { return model.staffing(t, x); }, model_);
    }
    [[nodiscard]] double inflow(double t, const state_type& x) const
    {
        return std::visit([&](const auto& model) { return model.inflow(t, x); }, model_);
    }
    [[nodiscard]] double demand(double t, const state_type& x) const
    {
        return std::visit([&](const auto& model) { return model.demand(t, x); }, model_);
    }
    [[nodiscard]] double shortest_time() const
    {
        return std::visit([](const auto& model) { return model.shortest_time(); }, model_);
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

    [[nodiscard]] std::vector<parameter_line> parameters() const;

    /// With each parameter replaced; a refusal is the library's parameter_error.
    using replacement = std::function<double(const std::string& name, double value)>;
    [[nodiscard]] composition with(const replacement& value_for) const;

private:
    any_model model_;
};

static_assert(orgscale::growth_model<composition>);

/// Index of a name in composition::names, if it is one.
[[nodiscard]] std::optional<std::size_t> composition_named(const std::string& name);

} // namespace plan
