#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/correlate.hpp>
#include <orgscale/ensemble/detail/shortly.hpp>
#include <orgscale/ensemble/distribution.hpp>
#include <orgscale/ensemble/gaussian_copula.hpp>
#include <orgscale/ensemble/vary.hpp>

namespace orgscale {

/// A model with uncertain parameters: their distributions and correlations.
///
///     uncertain_model study{firm, {vary("hiring_rate", boost::math::lognormal(1.4, 0.3)),
///                                  vary("churn", uniform(0.01, 0.03))},
///                           {correlate("hiring_rate", "churn", -0.4)}};
///
/// Refuses a distribution whose support leaves the domain of its parameter, and names both. Touching an
/// excluded end of the domain is allowed (a lognormal for a parameter that must exceed 0).
template <described Model>
class uncertain_model {
public:
    using model_type = Model;
    using real_type  = typename Model::real_type;

    static_assert(std::same_as<real_type, double>, "distributions are those of double");

    uncertain_model(const Model& model, std::vector<uncertain_parameter> parameters,
                    const std::vector<correlation>& correlations = {})
        : model_{model}, parameters_{std::move(parameters)}
    {
        for_each_parameter(model_, [&](const auto&...) { places_.push_back(certain); });
        std::vector<std::string> names;
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            for (const std::string& other : names)
                if (other == parameters_[i].name) refuse_about(parameters_[i], "varies twice");
            for (std::size_t k = 0; k < i; ++k)
                if (parameters_[i].start && parameters_[i].start == parameters_[k].start)
                    refuse_about(parameters_[i], "varies twice, also as " + parameters_[k].name);
            names.push_back(parameters_[i].name);
            if (parameters_[i].start) {
                ranges_.push_back(range_of<double>(parameters_[i]));
            } else {
                find(i);
            }
        }
        joint_ = gaussian_copula{names, correlations};
    }

    [[nodiscard]] std::size_t  dimension() const { return parameters_.size(); }
    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] const std::vector<uncertain_parameter>& parameters() const { return parameters_; }
    [[nodiscard]] bool                   correlated() const { return !joint_.empty(); }
    [[nodiscard]] const gaussian_copula& copula() const { return joint_; }

    /// The values of the uncertain parameters, in the order given, at a point of the unit cube. Throws
    /// parameter_error if a distribution has no quantile there (if it overflows, for instance).
    void values(std::span<const double> point, std::span<double> to) const
    {
        for (std::size_t i = 0; i < point.size(); ++i) to[i] = point[i];
        joint_.join(to.first(point.size()));
        for (std::size_t i = 0; i < point.size(); ++i)
            to[i] = inside(i, drawn(parameters_[i], to[i]));
    }

    /// The model with these values. Throws parameter_error if they break a joint rule.
    [[nodiscard]] Model with_values(std::span<const double> values) const
    {
        std::size_t position = 0;
        return with_parameters(model_, [&](const parameter_path&, const auto&, const auto& old) {
            const std::size_t here = places_[position++];
            return here == certain ? static_cast<double>(old) : values[here];
        });
    }

    /// The start state with the values that belong to it.
    template <class State>
    [[nodiscard]] State start_with(std::span<const double> values, const State& start) const
    {
        auto x = to_array<double>(start);
        for (std::size_t i = 0; i < parameters_.size(); ++i)
            if (parameters_[i].start) x[parameters_[i].start->index] = values[i];
        return from_array<State>(x);
    }

    /// Refuses parameters that vary a start state of another type; `void` means there is no start.
    template <class State>
    void check_start() const
    {
        for (const uncertain_parameter& one : parameters_)
            if (one.start && one.start->state != &detail::type_mark<State>)
                refuse_about(one, "is not a field of this model's start state");
    }

    /// The same, and refuses a start whose fixed part no organisation can have.
    template <class State>
    void check_start(const State& start) const
    {
        check_start<State>();
        orgscale::check_start(start_with(std::vector<double>(parameters_.size()), start));
    }

private:
    static constexpr std::size_t certain = static_cast<std::size_t>(-1);

    struct range {
        double lowest;
        double highest;
    };

    /// Finds the parameter in the model and checks its distribution against its domain.
    void find(std::size_t which)
    {
        const uncertain_parameter& one      = parameters_[which];
        bool                       found    = false;
        std::size_t                position = 0;
        for_each_parameter(model_, [&](const parameter_path& path, const auto&, const auto& value) {
            const std::size_t here = position++;
            if (!(path == one.name.c_str())) return;
            found         = true;
            places_[here] = which;
            ranges_.push_back(range_of<std::remove_cvref_t<decltype(value)>>(one));
        });
        if (!found) refuse_about(one, "is not the name of a parameter");
    }

    /// The ends of the support, moved inside by 1 ulp if the rule excludes them.
    template <class Member>
    [[nodiscard]] static range range_of(const uncertain_parameter& one)
    {
        const auto [low, high] = support(one.law);
        if constexpr (requires { typename Member::rule_type; }) {
            using rule          = typename Member::rule_type;
            const auto  allowed = [](double x) { return every(rule::holds(x)); };
            const range kept{allowed(low) ? low : std::nextafter(low, high),
                             allowed(high) ? high : std::nextafter(high, low)};
            if (!allowed(kept.lowest) || !allowed(kept.highest))
                refuse_about(one, std::string{rule::text} + ", but the distribution " +
                                      name(one.law) + " goes from " + detail::shortly(low) +
                                      " to " + detail::shortly(high));
            return kept;
        } else {
            return {low, high};
        }
    }

    [[nodiscard]] static double drawn(const uncertain_parameter& one, double u)
    {
        constexpr const char* none = "can't be drawn: its distribution has no quantile there";
        double                x    = 0;
        try {
            x = quantile(one.law, u);
        } catch (const std::logic_error&) { // Boost.Math's domain_error
            refuse(parameter_error{none, one.name.c_str()});
        } catch (const std::runtime_error&) { // overflow_error, evaluation_error
            refuse(parameter_error{none, one.name.c_str()});
        }
        if (!(x == x)) refuse(parameter_error{none, one.name.c_str()});
        return x;
    }

    [[nodiscard]] double inside(std::size_t which, double x) const
    {
        const range& kept = ranges_[which];
        return x < kept.lowest ? kept.lowest : x > kept.highest ? kept.highest : x;
    }

    [[noreturn]] static void refuse_about(const uncertain_parameter& one, const std::string& what)
    {
        refuse(parameter_error{(one.name + ": " + what).c_str(), one.where});
    }

    Model                            model_;
    std::vector<uncertain_parameter> parameters_;
    std::vector<std::size_t> places_; ///< for each model parameter, the index of its distribution
    std::vector<range>       ranges_;
    gaussian_copula          joint_;
};

} // namespace orgscale
