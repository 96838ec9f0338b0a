#pragma once

#include <cstddef>
#include <span>

namespace orgscale::detail {

/// Outputs by the universal scalability law with its scale, less the figures, and their derivatives:
///
///     X = γ S,    S = k/D,    D = 1 + (k-1) (σ + ξ k)
///     dX/dγ = S,    dX/dσ = -X (k-1)/D,    dX/dξ = -X k (k-1)/D
class scalability_rows {
public:
    static constexpr std::size_t linear = 0; ///< γ: what the curve is proportional to

    template <class Series>
    explicit scalability_rows(const Series& series)
        : units_{series.times}, values_{series.values}, usable_{series.weights.empty()}
    {
        for (const double k : units_) usable_ = usable_ && k >= 1;
    }

    /// Whether all are the law's own numbers of units.
    [[nodiscard]] bool usable() const { return usable_; }

    /// Residuals; and derivatives by γ, σ and ξ where the pointers are not null.
    void operator()(double scale, double contention, double coherency, double* r, double* by_scale,
                    double* by_contention, double* by_coherency) const
    {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            const double k = units_[i], others = k - 1;
            const double once  = 1 / (1 + others * (contention + coherency * k));
            const double share = k * once, slope = -scale * share * others * once;
            r[i] = scale * share - values_[i];
            if (by_scale != nullptr) by_scale[i] = share;
            if (by_contention != nullptr) by_contention[i] = slope;
            if (by_coherency != nullptr) by_coherency[i] = slope * k;
        }
    }

private:
    std::span<const double> units_, values_;
    bool                    usable_;
};

} // namespace orgscale::detail
