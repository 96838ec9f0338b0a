#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <orgscale/core/dual.hpp>

namespace orgscale::detail {

/// Parameters whose derivatives are computed together.
inline constexpr std::size_t most_derivatives_at_once = 4;

[[nodiscard]] inline bool all_finite(const double* x, std::size_t count)
{
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += x[i] - x[i]; // NaN unless all are finite
    return sum == 0;
}

/// Second directional derivatives of residuals from differences of values,
///
///     r_vv = (2/h) ((r(θ + h v) - r)/h - J v),    h = 0.1
template <class Evaluator>
[[nodiscard]] bool curvature_by_differences(Evaluator& evaluate, const double* theta,
                                            const double* v, const double* r,
                                            const double* jacobian, double* bent,
                                            std::vector<double>& moved)
{
    constexpr double  h       = 0.1;
    const std::size_t rows    = evaluate.rows();
    const std::size_t columns = evaluate.columns();
    moved.assign(theta, theta + columns);
    for (std::size_t k = 0; k < columns; ++k) moved[k] += h * v[k];
    if (!evaluate.residuals(moved.data(), bent)) return false;
    for (std::size_t i = 0; i < rows; ++i) {
        double along = 0;
        for (std::size_t k = 0; k < columns; ++k) along += jacobian[k * rows + i] * v[k];
        bent[i] = 2 / h * ((bent[i] - r[i]) / h - along);
    }
    return all_finite(bent, rows);
}

/// Residuals by a callable `residuals(parameters, out)` over spans of any number type, with derivatives by dual
/// numbers, `Width` parameters at a time.
template <class Residuals, std::size_t Width>
class dual_evaluator {
public:
    dual_evaluator(const Residuals& residuals, std::size_t rows, std::size_t columns)
        : residuals_{residuals}, rows_{rows}, columns_{columns}
    {}

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }

    [[nodiscard]] bool residuals(const double* theta, double* r)
    {
        residuals_(std::span<const double>{theta, columns_}, std::span<double>{r, rows_});
        return all_finite(r, rows_);
    }

    [[nodiscard]] bool jacobian(const double* theta, double* r, double* jacobian)
    {
        using number = dual<double, Width>;
        first_.resize(rows_);
        variables_.resize(columns_);
        for (std::size_t from = 0; from < columns_; from += Width) {
            for (std::size_t k = 0; k < columns_; ++k)
                variables_[k] = k >= from && k < from + Width ? number::variable(theta[k], k - from)
                                                              : number(theta[k]);
            residuals_(std::span<const number>{variables_}, std::span<number>{first_});
            for (std::size_t i = 0; i < rows_; ++i) {
                r[i] = first_[i].value();
                for (std::size_t k = from; k < columns_ && k < from + Width; ++k)
                    jacobian[k * rows_ + i] = first_[i].slope(k - from);
            }
        }
        return all_finite(r, rows_) && all_finite(jacobian, rows_ * columns_);
    }

    [[nodiscard]] bool curvature(const double* theta, const double* v, const double*, const double*,
                                 double* bent)
    {
        using once  = dual<double, 1>;
        using twice = dual<once, 1>;
        second_.resize(rows_);
        along_.resize(columns_);
        for (std::size_t k = 0; k < columns_; ++k)
            along_[k] = twice{once{theta[k], {v[k]}}, {once{v[k]}}};
        residuals_(std::span<const twice>{along_}, std::span<twice>{second_});
        for (std::size_t i = 0; i < rows_; ++i) bent[i] = second_[i].slope().slope();
        return all_finite(bent, rows_);
    }

private:
    const Residuals&                      residuals_;
    std::size_t                           rows_, columns_;
    std::vector<dual<double, Width>>      first_, variables_;
    std::vector<dual<dual<double, 1>, 1>> second_, along_;
};

} // namespace orgscale::detail
