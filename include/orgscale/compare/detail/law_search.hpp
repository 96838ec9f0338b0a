#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

#include <boost/math/tools/minima.hpp>

#include <orgscale/compare/detail/considered_law.hpp>
#include <orgscale/compare/detail/curve_fit.hpp>
#include <orgscale/compare/detail/growth_curves.hpp>
#include <orgscale/compare/growth_shape.hpp>

namespace orgscale::detail {

/// Fits each family over a grid of its shape parameter and at the best shape.
class law_search {
public:
    explicit law_search(double tolerance) : tolerance_{tolerance} {}

    void look_at(const figures& data)
    {
        const double least = *std::min_element(data.sizes.begin(), data.sizes.end());
        constant(data);

        std::vector<double> orders{-8, -5, -3, -2, -1.4, -1, -0.7, -0.5, -0.3, -0.15};
        for (const double center : {0.0, 1.0})
            for (const double side : {-1.001, -1.0, -0.5, 0.0, 0.5, 1.0, 1.001})
                orders.push_back(center + side * tolerance_);
        for (double m = 0.1; m < 0.95; m += 0.1) orders.push_back(m);
        for (const double m : {1.15, 1.3, 1.6, 2.0, 3.0, 5.0}) orders.push_back(m);
        std::sort(orders.begin(), orders.end());
        power_ = along(data, orders, [](double m) { return power_curve{m}; }, power_);

        std::vector<double> parts; // ln of what grows of the smallest size
        for (double part = -7; part < 10; part += 0.5) parts.push_back(part);
        const auto affine = [&](double part) {
            return affine_curve{least - least * std::exp(part)};
        };
        along(data, parts, affine);

        std::vector<double> rooms{-30,
                                  -24,
                                  -19,
                                  -16,
                                  -13.5,
                                  -11.5, // ln(K - 1)
                                  std::log(0.999),
                                  std::log(1.001)};
        for (double room = -10; room < 8; room += 0.5) rooms.push_back(room);
        std::sort(rooms.begin(), rooms.end());
        along(data, rooms, [](double room) { return gompertz_curve{1 + std::exp(room)}; });

        const std::vector<double> shares{0, 0.001, 0.005, 0.02, 0.06, 0.15, 0.3, 0.5, 0.75, 1};
        const auto                with_share = [&](double w) {
            return along(data, rooms, [w](double room) { return bass_curve{w, 1 + std::exp(room)}; })
                .deviance;
        };
        std::size_t best = 0;
        double      low  = std::numeric_limits<double>::infinity();
        for (std::size_t n = 0; n < shares.size(); ++n)
            if (const double deviance = with_share(shares[n]); deviance < low) {
                low  = deviance;
                best = n;
            }
        if (best > 0 && best + 1 < shares.size())
            static_cast<void>(boost::math::tools::brent_find_minima(with_share, shares[best - 1],
                                                                    shares[best + 1], 20));
    }

    /// The kind of all laws that a likelihood-ratio test at 5 % does not exclude, with 2 and n - 4 degrees
    /// of freedom, if the residuals of the best show no pattern.
    [[nodiscard]] growth_shape verdict(std::size_t count, double scale_of_size,
                                       double scale_of_time) const
    {
        growth_shape answer;
        if (power_.inside) {
            answer.order          = power_.shape;
            answer.standard_error = power_.error;
        }
        if (count < 5 || !fits_) return answer;
        const double n     = static_cast<double>(count);
        const double limit = best_.deviance + 2 * n * std::log(20) / (n - 4);
        double       low = std::numeric_limits<double>::infinity(), high = 0;
        for (const considered_law& law : laws_) {
            if (!(law.deviance <= limit)) continue;
            if (law.kind != best_.kind) return answer;
            low  = (std::min)(low, law.ceiling);
            high = (std::max)(high, law.ceiling);
        }
        answer.kind = best_.kind;
        switch (answer.kind) {
        case growth_kind::saturating:
            if (high - low <= 2 * tolerance_ * best_.ceiling)
                answer.ceiling = best_.ceiling * scale_of_size;
            break;
        case growth_kind::linear:
        case growth_kind::polynomial: answer.exponent = 1 / (1 - power_.shape); break;
        case growth_kind::exponential: answer.rate = power_.rate / scale_of_time; break;
        default: break;
        }
        return answer;
    }

private:
    /// The best law of a family, its shape parameter and the standard error of that.
    struct family_best {
        considered_law law{
            growth_kind::undetermined, 0, std::numeric_limits<double>::infinity(), {}};
        double deviance = std::numeric_limits<double>::infinity();
        double shape = 0, error = 0, rate = 0;
        bool   inside = false; ///< whether it lies inside the grid
    };

    template <class Curve>
    double consider(const Curve& curve, const figures& data)
    {
        const fitted_curve found = fit(curve, data);
        if (!(found.squares < std::numeric_limits<double>::infinity()))
            return std::numeric_limits<double>::infinity();
        const considered_law law{kind_of(curve, found, tolerance_), curve.ceiling(),
                                 data.deviance(found.squares), found};
        laws_.push_back(law);
        if (law.deviance < best_.deviance) {
            best_ = law;
            fits_ = no_pattern(data, found.squares,
                               [&](double time) { return curve.size(found.a + found.b * time); });
        }
        return law.deviance;
    }

    void constant(const figures& data)
    {
        double mean = 0;
        for (const double x : data.sizes) mean += data.seen(x);
        mean /= static_cast<double>(data.sizes.size());
        double squares = 0;
        for (const double x : data.sizes) squares += (data.seen(x) - mean) * (data.seen(x) - mean);
        laws_.push_back({growth_kind::undetermined, 0, data.deviance(squares), {}});
        if (laws_.back().deviance < best_.deviance) {
            best_ = laws_.back();
            fits_ = true; // undetermined either way
        }
    }

    template <class Make>
    family_best along(const figures& data, const std::vector<double>& shapes, const Make& make)
    {
        return along(data, shapes, make, family_best{});
    }

    /// Fits a family at each of its shapes, in ascending order, and at the best between them; what was
    /// known of it before, where that is better.
    template <class Make>
    family_best along(const figures& data, const std::vector<double>& shapes, const Make& make,
                      family_best known)
    {
        std::size_t best = 0;
        double      low  = std::numeric_limits<double>::infinity();
        for (std::size_t n = 0; n < shapes.size(); ++n)
            if (const double deviance = consider(make(shapes[n]), data); deviance < low) {
                low  = deviance;
                best = n;
            }
        family_best found;
        found.shape  = shapes[best];
        found.inside = best > 0 && best + 1 < shapes.size();
        if (found.inside)
            found.shape = boost::math::tools::brent_find_minima(
                              [&](double shape) { return consider(make(shape), data); },
                              shapes[best - 1], shapes[best + 1], 30)
                              .first;
        const auto curve  = make(found.shape);
        const auto fitted = fit(curve, data);
        found.deviance    = data.deviance(fitted.squares);
        found.law  = {kind_of(curve, fitted, tolerance_), curve.ceiling(), found.deviance, fitted};
        found.rate = fitted.b;
        if (!(found.deviance < known.deviance)) return known;
        // The curvature of the profile: -2 ln L rises by 1 at one standard error.
        const double n = static_cast<double>(data.sizes.size());
        if (n > 3) {
            const double step = 0.02;
            const double up   = fit(make(found.shape + step), data).squares - fitted.squares;
            const double down = fit(make(found.shape - step), data).squares - fitted.squares;
            const double bend = (up + down) / (step * step); // d2 S/d shape2
            found.error       = bend > 0 ? std::sqrt(2 * fitted.squares / (n - 3) / bend) : 0;
        }
        return found;
    }

    double                      tolerance_;
    std::vector<considered_law> laws_;
    considered_law best_{growth_kind::undetermined, 0, std::numeric_limits<double>::infinity(), {}};
    bool           fits_ = false;
    family_best    power_;
};

} // namespace orgscale::detail
