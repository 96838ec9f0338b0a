#pragma once

#include <cmath>
#include <cstddef>
#include <span>

namespace orgscale::detail {

/// Sales of Bass's law in equal periods, less the figures, and their derivatives, with one exponential:
///
///     F = p u/D,    u = 1 - E,    E = e^{-(p+q) t},    D = p + q E
///     dF/dp = (u + p t E - F (1 - q t E))/D,    dF/dq = (p t E - F (E - q t E))/D
///
/// E of the next period is E times that of one period, and u grows by E (1 - e^{-(p+q)}).
class bass_rows {
public:
    static constexpr std::size_t linear = 2; ///< m: what the curve is proportional to

    template <class Series>
    explicit bass_rows(const Series& series) : values_{series.values}
    {
        const std::size_t n = values_.size();
        if (n == 0 || !series.weights.empty() || !(series.since[0] >= 0)) return;
        since_ = series.since[0];
        step_  = series.times[0] - since_;
        even_  = true;
        for (std::size_t i = 0; i < n; ++i) {
            const double begins = since_ + step_ * static_cast<double>(i);
            even_ = even_ && std::abs(series.since[i] - begins) <= 1e-12 * (1 + std::abs(begins)) &&
                    std::abs(series.times[i] - begins - step_) <= 1e-12 * (1 + std::abs(begins));
        }
    }

    /// Whether the periods are equal, and follow one another.
    [[nodiscard]] bool usable() const { return even_; }

    /// Residuals; and derivatives by p, q and m where the pointers are not null.
    void operator()(double p, double q, double m, double* r, double* by_p, double* by_q,
                    double* by_m) const
    {
        const double together = p + q;
        const double gone = -std::expm1(-together * step_), left = 1 - gone;
        double       e = 1, u = 0, share = 0, share_p = 0, share_q = 0;
        if (since_ > 0) {
            u = -std::expm1(-together * since_);
            e = 1 - u;
            at(p, q, since_, e, u, share, share_p, share_q);
        }
        const bool derived = by_p != nullptr || by_q != nullptr;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            u += e * gone;
            e *= left;
            if (!derived) {
                const double now  = p * u / (p + q * e);
                const double gain = now - share;
                r[i]              = m * gain - values_[i];
                if (by_m != nullptr) by_m[i] = gain;
                share = now;
                continue;
            }
            double now = 0, now_p = 0, now_q = 0;
            at(p, q, since_ + step_ * static_cast<double>(i + 1), e, u, now, now_p, now_q);
            const double gain = now - share;
            r[i]              = m * gain - values_[i];
            if (by_p != nullptr) by_p[i] = m * (now_p - share_p);
            if (by_q != nullptr) by_q[i] = m * (now_q - share_q);
            if (by_m != nullptr) by_m[i] = gain;
            share   = now;
            share_p = now_p;
            share_q = now_q;
        }
    }

private:
    static void at(double p, double q, double t, double e, double u, double& share, double& by_p,
                   double& by_q)
    {
        const double once = 1 / (p + q * e), bent = t * e;
        share = p * u * once;
        by_p  = (u + p * bent - share * (1 - q * bent)) * once;
        by_q  = (p * bent - share * (e - q * bent)) * once;
    }

    std::span<const double> values_;
    double                  since_ = 0, step_ = 1;
    bool                    even_ = false;
};

} // namespace orgscale::detail
