#pragma once

#include <array>
#include <cstddef>
#include <span>

#include <orgscale/core/dual.hpp>
#include <orgscale/fit/detail/dual_evaluator.hpp>

namespace orgscale::detail {

/// Residuals f(θ, x_i) - y_i of a curve, with first and second derivatives by dual numbers. Allocates nothing.
template <class Curve, std::size_t Count>
class curve_evaluator {
public:
    curve_evaluator(const Curve& curve, std::span<const double> x, std::span<const double> y)
        : curve_{curve}, x_{x}, y_{y}
    {}

    [[nodiscard]] std::size_t                  rows() const { return y_.size(); }
    [[nodiscard]] static constexpr std::size_t columns() { return Count; }

    [[nodiscard]] bool residuals(const double* theta, double* r) const
    {
        const std::span<const double, Count> parameters{theta, Count};
        for (std::size_t i = 0; i < y_.size(); ++i) r[i] = curve_(parameters, x_[i]) - y_[i];
        return all_finite(r, y_.size());
    }

    [[nodiscard]] bool jacobian(const double* theta, double* r, double* jacobian) const
    {
        constexpr std::size_t width = Count < most_derivatives_at_once ? Count
                                                                       : most_derivatives_at_once;
        using number                = dual<double, width>;
        std::array<number, Count> variables;
        for (std::size_t from = 0; from < Count; from += width) {
            for (std::size_t k = 0; k < Count; ++k)
                variables[k] = k >= from && k < from + width ? number::variable(theta[k], k - from)
                                                             : number(theta[k]);
            for (std::size_t i = 0; i < y_.size(); ++i) {
                const number value = curve_(std::span<const number, Count>{variables}, x_[i]);
                r[i]               = value.value() - y_[i];
                for (std::size_t k = from; k < Count && k < from + width; ++k)
                    jacobian[k * y_.size() + i] = value.slope(k - from);
            }
        }
        return all_finite(r, y_.size()) && all_finite(jacobian, y_.size() * Count);
    }

    [[nodiscard]] bool curvature(const double* theta, const double* v, const double*, const double*,
                                 double* bent) const
    {
        using once  = dual<double, 1>;
        using twice = dual<once, 1>;
        std::array<twice, Count> along;
        for (std::size_t k = 0; k < Count; ++k)
            along[k] = twice{once{theta[k], {v[k]}}, {once{v[k]}}};
        for (std::size_t i = 0; i < y_.size(); ++i) {
            const twice value = curve_(std::span<const twice, Count>{along}, x_[i]);
            bent[i]           = value.slope().slope();
        }
        return all_finite(bent, y_.size());
    }

private:
    const Curve&            curve_;
    std::span<const double> x_, y_;
};

} // namespace orgscale::detail
