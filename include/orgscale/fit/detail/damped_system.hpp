#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/search_settings.hpp>
#include <orgscale/fit/detail/search_space.hpp>

namespace orgscale::detail {

/// The damped normal equations (JᵀJ + μ D²) δ = -Jᵀr at a search's point, in its free parameters, by QR factors.
class damped_system {
public:
    damped_system(const search_settings& settings, search_space& space)
        : settings_{settings}, x_{space}
    {}

    [[nodiscard]] const double* column(std::size_t k) const { return x_.jacobian + k * x_.rows; }

    /// Computes the gradient, the lengths of the Jacobian's columns, and which parameters may move: all but those that
    /// the gradient pushes out of their bounds.
    void update()
    {
        if (x_.factored) return;
        x_.free.clear();
        for (std::size_t k = 0; k < x_.columns; ++k) {
            x_.gradient[k] = dot(column(k), x_.residuals, x_.rows);
            x_.sizes[k]    = norm(column(k), x_.rows);
            if (x_.sizes[k] > x_.scale[k]) x_.scale[k] = x_.sizes[k];
            x_.held[k] = settings_.fixed(k) ? char{1} : char{0};
            if (settings_.low != nullptr && x_.theta[k] <= settings_.low[k] && x_.gradient[k] > 0)
                x_.held[k] = 1;
            if (settings_.high != nullptr && x_.theta[k] >= settings_.high[k] && x_.gradient[k] < 0)
                x_.held[k] = 2;
            if (x_.held[k] == 0) x_.free.push_back(k);
        }
    }

    /// Factors the free columns, and computes Qᵀr.
    void factor()
    {
        if (x_.factored) return;
        x_.factored = true;
        for (std::size_t j = 0; j < x_.free.size(); ++j)
            std::copy_n(column(x_.free[j]), x_.rows, x_.factors + j * x_.rows);
        factorize(x_.factors, x_.rows, x_.free.size(), x_.diagonal, x_.beta);
        std::copy_n(x_.residuals, x_.rows, x_.projected);
        apply_transposed(x_.factors, x_.rows, x_.free.size(), x_.beta, x_.projected);
    }

    /// Factors [R; sqrt(μ) D].
    void damp(double mu)
    {
        const std::size_t p = x_.free.size();
        std::fill(x_.reduced, x_.reduced + 2 * p * p, 0.0);
        for (std::size_t j = 0; j < p; ++j) {
            for (std::size_t i = 0; i < j; ++i)
                x_.reduced[j * 2 * p + i] = x_.factors[j * x_.rows + i];
            x_.reduced[j * 2 * p + j]     = x_.diagonal[j];
            x_.reduced[j * 2 * p + p + j] = std::sqrt(mu) * weight(x_.free[j]);
        }
        factorize(x_.reduced, 2 * p, p, x_.small_diagonal, x_.small_beta);
    }

    [[nodiscard]] double weight(std::size_t k) const { return x_.scale[k] > 0 ? x_.scale[k] : 1; }

    /// The solution of the damped system for the right side [-Qᵀb; 0], given Qᵀb.
    void solve_damped(const double* projected, double* solution)
    {
        const std::size_t p = x_.free.size();
        for (std::size_t j = 0; j < p; ++j) {
            solution[j]     = -projected[j];
            solution[p + j] = 0;
        }
        apply_transposed(x_.reduced, 2 * p, p, x_.small_beta, solution);
        solve_triangle(x_.reduced, 2 * p, p, x_.small_diagonal, solution);
    }

private:
    const search_settings& settings_;
    search_space&          x_;
};

} // namespace orgscale::detail
