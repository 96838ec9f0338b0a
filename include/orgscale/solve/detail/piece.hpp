#pragma once

// Longer than others: one interpolant in its forms, with the check that they share.

#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <orgscale/solve/detail/cubic_between.hpp>
#include <orgscale/solve/detail/error_norm.hpp>
#include <orgscale/solve/detail/radau_13.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>
#include <orgscale/solve/detail/septic_between.hpp>

namespace orgscale::detail {

/// The method that took a step.
enum class step_method : unsigned char { tsitouras_5, verner_7, radau_13 };

template <class Method>
inline constexpr step_method method_of = step_method::radau_13;
template <>
inline constexpr step_method method_of<tsitouras_5> = step_method::tsitouras_5;
template <>
inline constexpr step_method method_of<verner_7> = step_method::verner_7;

/// The interpolant of one step: x(begin + θ width) for θ from 0 to 1.
///
/// The further stages of an interpolant are not seen by the error estimate of the step. Where stability
/// bounds the step, or the state lies below the absolute tolerance, they can be anything. So the
/// interpolant must solve the equations where they were evaluated: at the node c of each further stage k
///
///     |x'(c) - k| width <= 300 tolerance,
///
/// which costs no evaluation, and is a few tolerances where the interpolant is accurate (measured). One
/// that does not is replaced by the cubic of the ends, made monotone in each number of which its slopes
/// contradict the stages of the step.
template <class Model>
class piece {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    using neighborhood = septic_between<real_type, std::tuple_size_v<numbers>>;

    /// Made from a step's stages, and checked. Those that only the interpolant needs are evaluated here,
    /// except the rates at the step's end if they are known.
    template <class Method>
    [[nodiscard]] static piece through(Method method, const Model& model,
                                       const error_norm& tolerance, const real_type& begin,
                                       const real_type& width, const numbers& x,
                                       const stages_of<Model>& stages, const numbers* rates_at_end)
    {
        const auto k    = all_stages(method, model, begin, width, x, stages, rates_at_end);
        piece      made = interpolant_of<Method>(begin, width, x, k);
        if constexpr (Method::further > 0) {
            const numbers after = moved(x, width, weighted<row_of<Method, Method::stages>>(k));
            if (!made.template solves<Method>(k, after, tolerance))
                made.template join_ends<Method>(k, after, tolerance);
        }
        return made;
    }

    /// The same without the check.
    template <class Method>
    [[nodiscard]] static piece unchecked(Method method, const Model& model, const real_type& begin,
                                         const real_type& width, const numbers& x,
                                         const stages_of<Model>& stages)
    {
        return interpolant_of<Method>(begin, width, x,
                                      all_stages(method, model, begin, width, x, stages, nullptr));
    }

    /// The polynomial through the ends of a step and of those before and after it, which is accurate if its
    /// error is below 1 (see septic_between.hpp).
    [[nodiscard]] static piece among(const neighborhood& nodes, const real_type& begin,
                                     const real_type& width, const numbers& x)
    {
        piece made{begin, width, x, nodes.powers().size()};
        made.power_ = nodes.powers();
        return made;
    }

    /// A constant state: where nothing moves, or at a jump.
    [[nodiscard]] static piece constant(const real_type& begin, const numbers& x)
    {
        return piece{begin, real_type(1), x, 0};
    }

    [[nodiscard]] numbers operator()(const real_type& time) const
    {
        const real_type part = (time - begin_) / width_;
        numbers         x    = x_;
        numbers         sum;
        sum.fill(real_type(0));
        for (std::size_t d = degree_; d-- > 0;)
            for (std::size_t n = 0; n < x.size(); ++n) sum[n] = (sum[n] + power_[d][n]) * part;
        for (std::size_t n = 0; n < x.size(); ++n) x[n] = x[n] + sum[n];
        return x;
    }

    /// The state at a step's end, more accurate than the interpolant; with the derivatives of `time`, if
    /// it has any.
    [[nodiscard]] numbers at_node(const real_type& node, const numbers& there,
                                  const real_type& time) const
    {
        if constexpr (has_derivatives<real_type>) {
            const numbers moves = (*this)(time);
            const numbers stays = (*this)(node);
            numbers       x     = there;
            for (std::size_t n = 0; n < x.size(); ++n) x[n] = x[n] + (moves[n] - stays[n]);
            return x;
        } else {
            return there;
        }
    }

private:
    template <class Method>
    [[nodiscard]] static auto all_stages(Method, const Model& model, const real_type& begin,
                                         const real_type& width, const numbers& x,
                                         const stages_of<Model>& stages,
                                         const numbers*          rates_at_end)
    {
        constexpr std::size_t    all = Method::stages + Method::further;
        std::array<numbers, all> k;
        for (std::size_t i = 0; i < Method::stages; ++i) k[i] = stages[i];
        if constexpr (Method::further > 0) {
            if (rates_at_end != nullptr) {
                k[Method::stages] = *rates_at_end;
            } else {
                evaluate<Method, Method::stages, Method::stages + 1>(model, begin, width, x, k);
            }
            evaluate<Method, Method::stages + 1, all>(model, begin, width, x, k);
        }
        return k;
    }

    template <class Method, class Stages>
    [[nodiscard]] static piece interpolant_of(const real_type& begin, const real_type& width,
                                              const numbers& x, const Stages& k)
    {
        piece made{begin, width, x, Method::interpolant[0].size()};
        [&]<std::size_t... D>(std::index_sequence<D...>) {
            ((made.power_[D] = scaled(weighted<power_of<Method, D>>(k), width)), ...);
        }(std::make_index_sequence<Method::interpolant[0].size()>{});
        return made;
    }

    piece(const real_type& begin, const real_type& width, const numbers& x, std::size_t degree)
        : begin_{begin}, width_{width}, x_{x}, degree_{degree}
    {}

    static constexpr double most_off = 300; ///< of the equations, in tolerances

    /// The largest slope that a stage of the step gives a number, in units of the step.
    template <class Method, std::size_t Stages>
    [[nodiscard]] double steepest(const std::array<numbers, Stages>& k, std::size_t n) const
    {
        double largest = 0;
        for (std::size_t i = 0; i < Method::stages; ++i) {
            const double size = std::abs(plain(k[i][n]));
            largest           = largest < size ? size : largest;
        }
        return largest * plain(width_);
    }

    /// Whether it solves the equations at the nodes of the further stages. Its weights sum up to ten
    /// thousand, so the rounding of the slopes counts as often.
    template <class Method, std::size_t Stages>
    [[nodiscard]] bool solves(const std::array<numbers, Stages>& k, const numbers& after,
                              const error_norm& tolerance) const
    {
        const double width = plain(width_);
        for (std::size_t n = 0; n < x_.size(); ++n) {
            const double most = most_off * tolerance.scale(plain(x_[n]), plain(after[n])) +
                                1e4 * rounding_of<real_type> * steepest<Method>(k, n);
            for (std::size_t i = Method::stages + 1; i < Stages; ++i) {
                const double part  = static_cast<double>(Method::c[i]);
                double       slope = 0;
                for (std::size_t d = Method::interpolant[0].size(); d-- > 0;)
                    slope = slope * part + static_cast<double>(d + 1) * plain(power_[d][n]);
                if (!(std::abs(slope - width * plain(k[i][n])) <= most)) return false;
            }
        }
        return true;
    }

    /// Makes it the cubic of the ends. In a number that may leave them, its slopes are those of the stages
    /// within a fifth of the largest.
    template <class Method, std::size_t Stages>
    void join_ends(const std::array<numbers, Stages>& k, const numbers& after,
                   const error_norm& tolerance)
    {
        degree_            = 3;
        const double width = plain(width_);
        for (std::size_t n = 0; n < x_.size(); ++n) {
            cubic_between<real_type> cubic{real_type(after[n] - x_[n]), real_type(width_ * k[0][n]),
                                           real_type(width_ * k[Method::stages][n])};
            const double             most = 0.2 * steepest<Method>(k, n) +
                                tolerance.scale(plain(x_[n]), plain(after[n]));
            bool agrees = true;
            for (std::size_t i = 1; i < Method::stages; ++i) {
                const double slope = cubic.slope_at(static_cast<double>(Method::c[i]));
                agrees             = agrees && std::abs(slope - width * plain(k[i][n])) <= most;
            }
            if (!agrees) cubic = cubic.monotone();
            const auto powers = cubic.powers();
            for (std::size_t d = 0; d < powers.size(); ++d) power_[d][n] = powers[d];
        }
    }

    [[nodiscard]] static numbers scaled(numbers x, const real_type& factor)
    {
        for (auto& number : x) number = number * factor;
        return x;
    }

    real_type   begin_;
    real_type   width_;
    numbers     x_;
    std::size_t degree_;
    std::array<numbers, verner_7::order> power_; ///< coefficients of θ to θ^degree; the rest are unused
};

/// The interpolant of a step by the method that took it.
template <class Model>
[[nodiscard]] piece<Model> interpolant(step_method method, const Model& model,
                                       const error_norm&                tolerance,
                                       const typename Model::real_type& begin,
                                       const typename Model::real_type& width,
                                       const numbers_of<Model>& x, const stages_of<Model>& stages,
                                       const numbers_of<Model>* rates_at_end = nullptr)
{
    const auto through = [&](auto by) {
        return piece<Model>::through(by, model, tolerance, begin, width, x, stages, rates_at_end);
    };
    switch (method) {
    case step_method::tsitouras_5: return through(tsitouras_5{});
    case step_method::verner_7: return through(verner_7{});
    case step_method::radau_13: break;
    }
    return through(radau_13{});
}

} // namespace orgscale::detail
