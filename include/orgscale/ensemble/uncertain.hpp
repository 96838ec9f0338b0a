#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <source_location>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <boost/math/distributions/normal.hpp>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/distribution.hpp>
#include <orgscale/ensemble/draws.hpp>

namespace orgscale {

/// A parameter that is known only by its distribution.
struct uncertain_parameter {
    std::string          name; ///< full name: `governance.autonomy`
    distribution         law;
    std::source_location where; ///< in the reader's program
};

/// A parameter that is known only by its distribution: `vary("churn", uniform(0.01, 0.03))`.
[[nodiscard]] inline uncertain_parameter vary(
    std::string name, distribution law, std::source_location where = std::source_location::current())
{
    return {std::move(name), std::move(law), where};
}

/// How two uncertain parameters hang together.
struct correlation {
    std::string          first;
    std::string          second;
    double               value; ///< of the Gaussian copula, in (-1, 1)
    std::source_location where; ///< in the reader's program
};

/// Two uncertain parameters that rise together (above 0) or against each other (below 0), through a
/// Gaussian copula: each keeps its distribution; Spearman's rank correlation is 6/π asin(value/2).
[[nodiscard]] inline correlation correlate(
    std::string first, std::string second, double value,
    std::source_location where = std::source_location::current())
{
    return {std::move(first), std::move(second), value, where};
}

/// What is uncertain of a model: distributions of parameters, and how they hang together.
///
/// A distribution whose support leaves the domain of its parameter is refused, both named. A Gaussian
/// copula joins them [1]: z = Φ⁻¹(u), w = L z with L the Cholesky factor of the correlations, and each
/// parameter is its quantile at Φ(w).
///
/// [1] Nelsen, R. B. (2006). An Introduction to Copulas. Springer. doi:10.1007/0-387-28678-0
template <described Model>
class uncertain_model {
public:
    using model_type = Model;
    using real_type  = typename Model::real_type;

    uncertain_model(const Model& model, std::vector<uncertain_parameter> parameters,
                    const std::vector<correlation>& correlations = {})
        : model_{model}, parameters_{std::move(parameters)}
    {
        for_each_parameter(model_, [&](const auto&...) { places_.push_back(certain); });
        for (std::size_t i = 0; i < parameters_.size(); ++i) find(i);
        join(correlations);
    }

    [[nodiscard]] std::size_t  dimension() const { return parameters_.size(); }
    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] const std::vector<uncertain_parameter>& parameters() const { return parameters_; }
    [[nodiscard]] bool correlated() const { return !joint_.empty(); }

    /// The values of the uncertain parameters, in the order they were given, at a point of the unit
    /// cube.
    void values(std::span<const double> point, std::span<double> to) const
    {
        for (std::size_t i = 0; i < parameters_.size(); ++i)
            to[i] = inside(i, quantile(parameters_[i].law, joined(point, i)));
    }

    /// The model with these values. Throws parameter_error if they break a rule over several parameters.
    [[nodiscard]] Model with_values(std::span<const double> values) const
    {
        std::size_t position = 0;
        return with_parameters(model_, [&](const parameter_path&, const auto&, const auto& old) {
            const std::size_t here = places_[position++];
            return here == certain ? static_cast<real_type>(old)
                                   : static_cast<real_type>(values[here]);
        });
    }

    /// A number that differs for what differs in model, distributions or correlations.
    [[nodiscard]] std::uint64_t fingerprint() const
    {
        std::uint64_t hash = 0;
        const auto    add  = [&](double x) {
            hash = detail::mixed(hash, std::bit_cast<std::uint64_t>(x), 0);
        };
        for_each_parameter(model_, [&](const parameter_path& path, const auto&, const auto& value) {
            char name[parameter_path::longest] = {};
            path.copy(name, sizeof name);
            for (const char letter : std::string{name}) add(letter);
            add(plain(static_cast<real_type>(value)));
        });
        for (std::size_t i = 0; i < parameters_.size(); ++i) {
            for (const char letter : parameters_[i].name) add(letter);
            for (int u = 1; u < 32; ++u) add(quantile(parameters_[i].law, u / 32.0));
        }
        for (const auto& row : joint_)
            for (const double x : row) add(x);
        return hash;
    }

private:
    static constexpr std::size_t certain = static_cast<std::size_t>(-1);

    struct range {
        double lowest;
        double highest;
    };

    /// Where the parameter stands in the model, and whether its distribution stays in its domain.
    void find(std::size_t which)
    {
        const uncertain_parameter& one      = parameters_[which];
        bool                       found    = false;
        std::size_t                position = 0;
        for_each_parameter(model_, [&](const parameter_path& path, const auto&, const auto& value) {
            const std::size_t here = position++;
            if (!(path == one.name.c_str())) return;
            if (places_[here] != certain) refuse_about(one, "varies twice");
            found         = true;
            places_[here] = which;
            ranges_.push_back(range_of<std::remove_cvref_t<decltype(value)>>(one));
        });
        if (!found) refuse_about(one, "is not the name of a parameter");
    }

    /// The ends of the support, moved inside by one rounding where the rule excludes them.
    template <class Member>
    [[nodiscard]] static range range_of(const uncertain_parameter& one)
    {
        const auto [low, high] = support(one.law);
        const double lowest    = std::nextafter(low, high);
        const double highest   = std::nextafter(high, low);
        if constexpr (requires { typename Member::rule_type; }) {
            using rule         = typename Member::rule_type;
            const auto allowed = [](double x) {
                return every(rule::holds(static_cast<real_type>(x)));
            };
            const range kept{allowed(low) ? low : lowest, allowed(high) ? high : highest};
            if (!allowed(kept.lowest) || !allowed(kept.highest))
                refuse_about(one, std::string{rule::text} + ", but its distribution goes from " +
                                      shortly(low) + " to " + shortly(high));
            return kept;
        } else {
            return {low, high};
        }
    }

    [[nodiscard]] double inside(std::size_t which, double x) const
    {
        const range& kept = ranges_[which];
        return x < kept.lowest ? kept.lowest : x > kept.highest ? kept.highest : x;
    }

    /// The Cholesky factor of the correlations, row by row; empty if there are none.
    void join(const std::vector<correlation>& correlations)
    {
        if (correlations.empty()) return;
        const std::size_t n = parameters_.size();
        joint_.assign(n, std::vector<double>(n, 0));
        for (std::size_t i = 0; i < n; ++i) joint_[i][i] = 1;
        for (const correlation& one : correlations) {
            const std::size_t i = index_of(one.first, one);
            const std::size_t j = index_of(one.second, one);
            if (i == j) refuse_about(one, "is correlated with itself");
            if (!(std::abs(one.value) < 1))
                refuse_about(one, "the correlation must lie in (-1, 1)");
            if (joint_[i][j] != 0) refuse_about(one, "is told twice");
            joint_[i][j] = joint_[j][i] = one.value;
        }
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = joint_[i][j];
                for (std::size_t k = 0; k < j; ++k) sum -= joint_[i][k] * joint_[j][k];
                if (i == j && !(sum > 1e-12))
                    refuse_about(correlations.back(),
                                 "with the others it can't be: the correlations of " +
                                     parameters_[i].name +
                                     " contradict each other (not positive definite)");
                joint_[i][j] = i == j ? std::sqrt(sum) : sum / joint_[j][j];
            }
        }
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = i + 1; j < n; ++j) joint_[i][j] = 0;
    }

    [[nodiscard]] std::size_t index_of(const std::string& name, const correlation& one) const
    {
        for (std::size_t i = 0; i < parameters_.size(); ++i)
            if (parameters_[i].name == name) return i;
        refuse(parameter_error{
            ("correlation of " + one.first + " and " + one.second + ": " + name + " does not vary")
                .c_str(),
            one.where});
    }

    /// Coordinate i of the point, joined with those before it.
    [[nodiscard]] double joined(std::span<const double> point, std::size_t i) const
    {
        if (joint_.empty()) return point[i];
        const boost::math::normal standard;
        double                    sum   = 0;
        bool                      alone = true;
        for (std::size_t k = 0; k < i; ++k) {
            if (joint_[i][k] == 0) continue;
            sum += joint_[i][k] * quantile(standard, point[k]);
            alone = false;
        }
        if (alone) return point[i];
        const double u = cdf(standard, sum + joint_[i][i] * quantile(standard, point[i]));
        return std::fmin(std::fmax(u, 0x1p-54), 1 - 0x1p-53);
    }

    [[noreturn]] static void refuse_about(const uncertain_parameter& one, const std::string& what)
    {
        refuse(parameter_error{(one.name + ": " + what).c_str(), one.where});
    }

    [[noreturn]] static void refuse_about(const correlation& one, const std::string& what)
    {
        refuse(parameter_error{
            ("correlation of " + one.first + " and " + one.second + ": " + what).c_str(),
            one.where});
    }

    [[nodiscard]] static std::string shortly(double x)
    {
        if (x == std::numeric_limits<double>::infinity()) return "infinity";
        if (x == -std::numeric_limits<double>::infinity()) return "-infinity";
        std::string text = std::to_string(x);
        while (text.back() == '0') text.pop_back();
        if (text.back() == '.') text.pop_back();
        return text;
    }

    Model                            model_;
    std::vector<uncertain_parameter> parameters_;
    std::vector<std::size_t> places_; ///< of each parameter of the model: which varies there
    std::vector<range>       ranges_;
    std::vector<std::vector<double>> joint_;
};

} // namespace orgscale
