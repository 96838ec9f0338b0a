#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/dual_evaluator.hpp>

namespace orgscale::detail {

/// The number of an answer: itself, the content of an optional, or its time.
template <class Answer>
[[nodiscard]] auto answer_number(const Answer& given)
{
    if constexpr (real<Answer>) {
        return std::optional<Answer>{given};
    } else if constexpr (requires { given.has_value(), *given; }) {
        return given ? answer_number(*given) : decltype(answer_number(*given)){};
    } else {
        return answer_number(given.time);
    }
}

/// Residuals of a model with one more: weight (g - goal - shift), where g is an answer. With shifts that sum up what
/// was missed (the method of multipliers [1]), its optimum is the best fit with g = goal.
///
/// [1] Nocedal, J., Wright, S. J. (2006). Numerical Optimization, 2nd ed. Springer, chapter 17.
///     doi:10.1007/978-0-387-40065-5
template <class Base, class Answer>
class constrained_evaluator {
public:
    constrained_evaluator(Base& base, const Answer& answer) : base_{base}, answer_{answer} {}

    double goal = 0, shift = 0, weight = 1;

    [[nodiscard]] std::size_t rows() const { return base_.rows() + 1; }
    [[nodiscard]] std::size_t columns() const { return base_.columns(); }

    /// g and its derivatives by the estimates.
    [[nodiscard]] std::optional<double> answer_at(const double* theta, double* gradient) const
    {
        using number            = dual<double, Base::width>;
        const std::size_t   all = columns();
        std::vector<number> variables(all);
        double              value = 0;
        for (std::size_t from = 0; from < all; from += Base::width) {
            for (std::size_t k = 0; k < all; ++k)
                variables[k] = k >= from && k < from + Base::width
                                   ? number::variable(theta[k], k - from)
                                   : number(theta[k]);
            const auto found = number_at(variables.data());
            if (!found) return std::nullopt;
            value = found->value();
            for (std::size_t k = from; k < all && k < from + Base::width; ++k)
                gradient[k] = found->slope(k - from);
        }
        if (!all_finite(&value, 1) || !all_finite(gradient, all)) return std::nullopt;
        return value;
    }

    [[nodiscard]] bool residuals(const double* theta, double* r) const
    {
        if (!base_.residuals(theta, r)) return false;
        const auto found = number_at(theta);
        if (!found) return false;
        r[rows() - 1] = weight * (*found - goal - shift);
        return all_finite(r, rows());
    }

    [[nodiscard]] bool jacobian(const double* theta, double* r, double* out)
    {
        const std::size_t n = base_.rows(), all = columns();
        block_.resize(n * all);
        gradient_.resize(all);
        if (!base_.jacobian(theta, r, block_.data())) return false;
        const auto found = answer_at(theta, gradient_.data());
        if (!found) return false;
        r[n] = weight * (*found - goal - shift);
        for (std::size_t k = 0; k < all; ++k) {
            std::copy_n(block_.data() + k * n, n, out + k * (n + 1));
            out[k * (n + 1) + n] = weight * gradient_[k];
        }
        return true;
    }

    [[nodiscard]] bool curvature(const double* theta, const double* v, const double* r,
                                 const double* out, double* bent)
    {
        return curvature_by_differences(*this, theta, v, r, out, bent, moved_);
    }

private:
    template <class Number>
    [[nodiscard]] std::optional<Number> number_at(const Number* values) const
    {
        try {
            const auto model = base_.model_with(values);
            if constexpr (Base::runs) {
                const auto start = base_.start_with(model, values);
                if constexpr (std::is_invocable_v<const Answer&, decltype(model), decltype(start)>) {
                    return answer_number(answer_(model, start));
                } else {
                    return answer_number(answer_(model));
                }
            } else {
                return answer_number(answer_(model));
            }
        } catch (const parameter_error&) {
            return std::nullopt;
        }
    }

    Base&               base_;
    const Answer&       answer_;
    std::vector<double> block_, gradient_, moved_;
};

} // namespace orgscale::detail
