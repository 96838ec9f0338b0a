#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

#include <boost/math/tools/minima.hpp>

#include <orgscale/compare/detail/curve_fit.hpp>
#include <orgscale/compare/detail/growth_curves.hpp>
#include <orgscale/compare/growth_shape.hpp>

/// The kind of growth of figures on which all laws agree that the figures do not exclude.
namespace orgscale::detail {

/// A fitted law and the kind of growth it amounts to.
struct considered_law {
    growth_kind  kind;
    double       ceiling, deviance;
    fitted_curve found;
};

/// The kind of a fitted law over the figures: linear or exponential if its local order stays within the
/// tolerance of 0 or 1; saturating once half the ceiling is reached, before which no fit locates it.
template <class Curve>
[[nodiscard]] growth_kind kind_of(const Curve& curve, const fitted_curve& found, double tolerance)
{
    if (found.b < 0) return growth_kind::declining;
    const double first = curve.size(found.a), last = curve.size(found.a + found.b);
    if (!(first < last)) return growth_kind::undetermined;
    double low = curve.order(first), high = low;
    for (int part = 1; part <= 8; ++part) {
        const double order = curve.order(first * std::pow(last / first, part / 8.0));
        low                = (std::min)(low, order);
        high               = (std::max)(high, order);
    }
    if (low >= -tolerance && high <= tolerance) return growth_kind::linear;
    if (low >= 1 - tolerance && high <= 1 + tolerance) return growth_kind::exponential;
    if (curve.ceiling() < std::numeric_limits<double>::infinity())
        return last >= curve.ceiling() / 2 ? growth_kind::saturating : growth_kind::undetermined;
    if constexpr (requires { curve.m; })
        return curve.m > 1 ? growth_kind::faster : growth_kind::polynomial;
    return growth_kind::undetermined;
}

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

    /// Whether the residuals are serially uncorrelated, by von Neumann's ratio at 5 %; its mean is 2.
    /// Residuals of exact figures are rounding and the tolerance of the search, and are not tested.
    template <class Size>
    [[nodiscard]] static bool no_pattern(const figures& data, double squares, const Size& size)
    {
        const double n = static_cast<double>(data.sizes.size());
        if (squares < n * 1e-12) return true;
        double jumps = 0, before = 0;
        for (std::size_t i = 0; i < data.sizes.size(); ++i) {
            const double off = data.seen(data.sizes[i]) - data.seen(size(data.times[i]));
            if (i > 0) jumps += (off - before) * (off - before);
            before = off;
        }
        return jumps / squares > 2 - 3.3 / std::sqrt(n);
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

/// Whether the figures rise four times or more and are then constant, for half of them or more.
[[nodiscard]] inline bool rose_to_a_level(const std::vector<double>& sizes)
{
    std::size_t level = sizes.size() - 1; // where it begins
    while (level > 0 && !(sizes[level - 1] < sizes[level]) && !(sizes[level] < sizes[level - 1]))
        --level;
    if (level < 4 || 2 * level > sizes.size()) return false;
    for (std::size_t i = 0; i < level; ++i)
        if (!(sizes[i] < sizes[i + 1])) return false;
    return true;
}

/// At most so many figures, evenly spread, including the first and the last.
[[nodiscard]] inline std::vector<double> thinned(const std::vector<double>& all, std::size_t most)
{
    if (all.size() <= most) return all;
    std::vector<double> chosen;
    for (std::size_t i = 0; i < most; ++i) chosen.push_back(all[i * (all.size() - 1) / (most - 1)]);
    return chosen;
}

/// The kind of growth of positive figures at rising times.
[[nodiscard]] inline growth_shape judge(std::vector<double> times, std::vector<double> sizes,
                                        double tolerance)
{
    constexpr std::size_t most = 128;
    times                      = thinned(times, most);
    sizes                      = thinned(sizes, most);
    const double begin = times.front(), length = times.back() - times.front();
    const double largest = *std::max_element(sizes.begin(), sizes.end());
    for (double& time : times) time = (time - begin) / length;
    for (double& size : sizes) size /= largest;
    const std::size_t count = sizes.size();
    figures           data{std::move(times), std::move(sizes)};
    law_search        laws{tolerance};
    laws.look_at(data);
    data.relative = true;
    laws.look_at(data);
    return laws.verdict(count, largest, length);
}

} // namespace orgscale::detail
