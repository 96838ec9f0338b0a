#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <boost/math/distributions/normal.hpp>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/correlate.hpp>

namespace orgscale {

/// The Gaussian copula: makes correlated probabilities from independent ones u in the unit cube [1].
///
///     z = Φ⁻¹(u),    w = L z, where L Lᵀ = R is the correlation matrix,    u' = Φ(w)
///
/// A coordinate that is not correlated with an earlier one is left unchanged.
///
/// [1] Nelsen, R. B. (2006). An Introduction to Copulas. Springer. doi:10.1007/0-387-28678-0
class gaussian_copula {
public:
    gaussian_copula() = default;

    gaussian_copula(const std::vector<std::string>& names, const std::vector<correlation>& given)
    {
        if (given.empty()) return;
        rows_.assign(names.size(), std::vector<double>(names.size(), 0));
        for (std::size_t i = 0; i < names.size(); ++i) rows_[i][i] = 1;
        for (std::size_t i = 0; i < given.size(); ++i) {
            for (std::size_t k = 0; k < i; ++k)
                if (same_pair(given[i], given[k])) refuse_about(given[i], "is given twice");
            write(names, given[i]);
        }
        factorize(names, given);
    }

    [[nodiscard]] bool empty() const { return rows_.empty(); }

    /// L, row by row.
    [[nodiscard]] const std::vector<std::vector<double>>& factor() const { return rows_; }

    /// Replaces u by u'.
    void join(std::span<double> shares) const
    {
        if (empty()) return;
        const boost::math::normal standard;
        std::vector<double>       z(shares.size());
        for (std::size_t i = 0; i < shares.size(); ++i) {
            if (correlated_[i]) z[i] = quantile(standard, shares[i]);
            double sum   = 0;
            bool   alone = true; // uncorrelated with earlier ones
            for (std::size_t k = 0; k < i; ++k)
                if (rows_[i][k] != 0) {
                    sum += rows_[i][k] * z[k];
                    alone = false;
                }
            if (alone) continue;
            sum += rows_[i][i] * z[i];
            shares[i] = std::fmin(std::fmax(cdf(standard, sum), 0x1p-53), 1 - 0x1p-53);
        }
    }

private:
    [[nodiscard]] static bool same_pair(const correlation& a, const correlation& b)
    {
        return (a.first == b.first && a.second == b.second) ||
               (a.first == b.second && a.second == b.first);
    }

    void write(const std::vector<std::string>& names, const correlation& one)
    {
        const auto place = [&](const std::string& name) {
            for (std::size_t i = 0; i < names.size(); ++i)
                if (names[i] == name) return i;
            refuse_about(one, name + " does not vary");
        };
        const std::size_t i = place(one.first);
        const std::size_t j = place(one.second);
        if (i == j) refuse_about(one, "a parameter can't be correlated with itself");
        if (!(std::abs(one.value) < 1)) refuse_about(one, "must lie between -1 and 1");
        rows_[i][j] = rows_[j][i] = one.value;
    }

    /// The Cholesky factor. If a leading block is not positive definite, refuses the correlations in it.
    void factorize(const std::vector<std::string>& names, const std::vector<correlation>& given)
    {
        const std::size_t n = rows_.size();
        for (std::size_t i = 0; i < n; ++i) {
            bool any = false;
            for (std::size_t j = 0; j < n; ++j) any = any || (j != i && rows_[i][j] != 0);
            correlated_.push_back(any);
        }
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = rows_[i][j];
                for (std::size_t k = 0; k < j; ++k) sum -= rows_[i][k] * rows_[j][k];
                if (i == j && !(sum > 1e-12)) refuse_together(names, given, i);
                rows_[i][j] = i == j ? std::sqrt(sum) : sum / rows_[j][j];
            }
        }
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = i + 1; j < n; ++j) rows_[i][j] = 0;
    }

    [[noreturn]] static void refuse_about(const correlation& one, const std::string& what)
    {
        refuse(parameter_error{
            ("correlation of " + one.first + " and " + one.second + ": " + what).c_str(),
            one.where});
    }

    /// Refuses the correlations among names 0 to `last`, which contradict each other.
    [[noreturn]] static void refuse_together(const std::vector<std::string>& names,
                                             const std::vector<correlation>& given,
                                             std::size_t                     last)
    {
        const auto among = [&](const std::string& name) {
            for (std::size_t i = 0; i <= last; ++i)
                if (names[i] == name) return true;
            return false;
        };
        std::string        text = "these correlations contradict each other:";
        const correlation* at   = nullptr;
        for (const correlation& one : given)
            if (among(one.first) && among(one.second)) {
                text += (at == nullptr ? " " : ", ") + one.first + " with " + one.second;
                at = &one;
            }
        refuse(parameter_error{text.c_str(), at->where});
    }

    std::vector<std::vector<double>> rows_;
    std::vector<bool>                correlated_;
};

} // namespace orgscale
