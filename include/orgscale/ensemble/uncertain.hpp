#pragma once

// Longer than others: one type, which checks all that it is given against each other.

#include <cmath>
#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <source_location>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/correlate.hpp>
#include <orgscale/ensemble/detail/check_structures.hpp>
#include <orgscale/ensemble/detail/drawn_range.hpp>
#include <orgscale/ensemble/detail/number_by_share.hpp>
#include <orgscale/ensemble/distribution.hpp>
#include <orgscale/ensemble/gaussian_copula.hpp>
#include <orgscale/ensemble/structure.hpp>
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
///
/// The model itself may be uncertain: each of several structures is drawn with its share. Parameters that vary
/// in every structure are listed after them.
///
///     uncertain_model study{{structure{"firm", 0.6, firm, {vary("sales_rate", uniform(15, 25))}},
///                            structure{"commons", 0.4, commons, {vary("imitation", uniform(0.1, 0.3))}}},
///                           {vary("churn", uniform(0.01, 0.03))}};
///
/// The inputs of this study are `structure`, `churn`, `firm.sales_rate` and `commons.imitation`. All of them
/// are drawn for every member, so they are independent; parameters of a structure that is not drawn have no
/// effect. The value of `structure` is the index of the drawn structure, from 0. Its Sobol' indices are
/// estimated like those of any other input. Structures have no order, so `structure` can't be correlated.
/// Refused are negative shares, shares that don't sum to 1, names used twice, and a parameter that a structure
/// doesn't have.
template <described Model>
class uncertain_model {
public:
    using model_type = Model;
    using real_type  = typename Model::real_type;

    static_assert(std::same_as<real_type, double>, "distributions are those of double");

    uncertain_model(const Model& model, std::vector<uncertain_parameter> parameters,
                    const std::vector<correlation>& correlations = {})
        : structures_{{"", 1, model, {}}}
    {
        take(std::move(parameters));
        join(correlations);
    }

    /// One of several structures, and the parameters that vary in every structure.
    uncertain_model(std::vector<structure<Model>>    structures,
                    std::vector<uncertain_parameter> parameters   = {},
                    const std::vector<correlation>&  correlations = {},
                    std::source_location             where        = std::source_location::current())
        : structures_{std::move(structures)}, chosen_{true}
    {
        detail::check_structures(structures_, where);
        std::vector<double> shares;
        for (const auto& one : structures_) shares.push_back(one.share);
        parameters_.push_back(vary("structure", detail::number_by_share{shares}, where));
        owners_.push_back(all);
        ranges_.push_back(detail::range_of<double>(parameters_.front()));
        take(std::move(parameters));
        join(correlations);
    }

    uncertain_model(std::initializer_list<structure<Model>> structures,
                    std::vector<uncertain_parameter>        parameters   = {},
                    const std::vector<correlation>&         correlations = {},
                    std::source_location                    where = std::source_location::current())
        : uncertain_model{std::vector<structure<Model>>{structures}, std::move(parameters),
                          correlations, where}
    {}

    [[nodiscard]] std::size_t  dimension() const { return parameters_.size(); }
    [[nodiscard]] const Model& model() const { return structures_.front().model; } ///< the first

    /// The structures that may be drawn; a single model has share 1 and no name.
    [[nodiscard]] const std::vector<structure<Model>>& structures() const { return structures_; }

    /// The inputs, in the order in which they are drawn.
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
            to[i] = inside(i, detail::drawn(parameters_[i], to[i]));
    }

    /// The model with these values. Throws parameter_error if they break a joint rule.
    [[nodiscard]] Model with_values(std::span<const double> values) const
    {
        const std::size_t which    = structure_of(values);
        const auto&       places   = places_[which];
        std::size_t       position = 0;
        return with_parameters(structures_[which].model,
                               [&](const parameter_path&, const auto&, const auto& old) {
                                   const std::size_t here = places[position++];
                                   return here == certain ? static_cast<double>(old) : values[here];
                               });
    }

    /// The start state with the values that belong to it.
    template <class State>
    [[nodiscard]] State start_with(std::span<const double> values, const State& start) const
    {
        auto x = to_array<double>(start);
        for (std::size_t i = 0; i < parameters_.size(); ++i)
            if (parameters_[i].start && (owners_[i] == all || owners_[i] == structure_of(values)))
                x[parameters_[i].start->index] = values[i];
        return from_array<State>(x);
    }

    /// Refuses parameters that vary a start state of another type; `void` means there is no start.
    template <class State>
    void check_start() const
    {
        for (const uncertain_parameter& one : parameters_)
            if (one.start && one.start->state != &detail::type_mark<State>)
                detail::refuse_about(one, "is not a field of this model's start state");
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
    static constexpr std::size_t all     = static_cast<std::size_t>(-1); ///< structures

    /// The index of the structure that these values select.
    [[nodiscard]] std::size_t structure_of(std::span<const double> values) const
    {
        return chosen_ ? static_cast<std::size_t>(values[0]) : 0;
    }

    /// Adds the inputs: parameters of every structure first, then those of each.
    void take(std::vector<uncertain_parameter> parameters)
    {
        for (const auto& one : structures_) {
            places_.emplace_back();
            for_each_parameter(one.model,
                               [&](const auto&...) { places_.back().push_back(certain); });
        }
        for (uncertain_parameter& one : parameters) {
            const std::string name = one.name;
            add(std::move(one), name, all);
        }
        for (std::size_t k = 0; k < structures_.size(); ++k)
            for (uncertain_parameter one : structures_[k].parameters) {
                const std::string name = one.name;
                one.name               = structures_[k].name + '.' + name;
                add(std::move(one), name, k);
            }
    }

    void add(uncertain_parameter one, const std::string& name, std::size_t owner)
    {
        const std::size_t which = parameters_.size();
        for (const uncertain_parameter& other : parameters_)
            if (other.name == one.name) detail::refuse_about(one, "varies twice");
        parameters_.push_back(std::move(one));
        owners_.push_back(owner);
        ranges_.push_back(detail::range_of<double>(parameters_[which]));
        if (parameters_[which].start) {
            for (std::size_t k = 0; k < which; ++k)
                if (parameters_[k].start == parameters_[which].start &&
                    (owners_[k] == owner || owners_[k] == all))
                    detail::refuse_about(parameters_[which],
                                         "varies twice, also as " + parameters_[k].name);
            return;
        }
        for (std::size_t k = 0; k < structures_.size(); ++k)
            if (owner == all || owner == k) find(which, name, k);
    }

    /// Finds the parameter in a structure and checks its distribution against its domain there.
    void find(std::size_t which, const std::string& name, std::size_t in)
    {
        const uncertain_parameter& one      = parameters_[which];
        bool                       found    = false;
        std::size_t                position = 0;
        for_each_parameter(
            structures_[in].model, [&](const parameter_path& path, const auto&, const auto& value) {
                std::size_t& here = places_[in][position++];
                if (!(path == name)) return;
                found = true;
                if (here != certain)
                    detail::refuse_about(one, "varies twice, also as " + parameters_[here].name);
                here = which;
                const detail::drawn_range kept =
                    detail::range_of<std::remove_cvref_t<decltype(value)>>(one);
                ranges_[which] = {std::fmax(ranges_[which].lowest, kept.lowest),
                                  std::fmin(ranges_[which].highest, kept.highest)};
            });
        if (!found)
            detail::refuse_about(one, "is not the name of a parameter" +
                                          (chosen_ ? " of " + structures_[in].name : ""));
    }

    void join(const std::vector<correlation>& correlations)
    {
        std::vector<std::string> names;
        for (const uncertain_parameter& one : parameters_) names.push_back(one.name);
        for (const correlation& one : correlations)
            if (chosen_ && (one.first == names[0] || one.second == names[0]))
                refuse(parameter_error{"structures have no order to be correlated with", one.where});
        joint_ = gaussian_copula{names, correlations};
    }

    [[nodiscard]] double inside(std::size_t which, double x) const
    {
        const detail::drawn_range& kept = ranges_[which];
        return x < kept.lowest ? kept.lowest : x > kept.highest ? kept.highest : x;
    }

    std::vector<structure<Model>>         structures_;
    bool                                  chosen_ = false; ///< whether the structure is drawn
    std::vector<uncertain_parameter>      parameters_;
    std::vector<std::size_t>              owners_; ///< of each: the structure it belongs to, or all
    std::vector<detail::drawn_range>      ranges_;
    std::vector<std::vector<std::size_t>> places_; ///< of each structure: what varies where
    gaussian_copula                       joint_;
};

} // namespace orgscale
