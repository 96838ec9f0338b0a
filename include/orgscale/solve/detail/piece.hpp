#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include <orgscale/solve/detail/runge_kutta.hpp>

namespace orgscale::detail {

/// The interpolant of one step: x(begin + θ width) for θ from 0 to 1.
template <class Model>
class piece {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    /// Made from a step's stages. Those that only the interpolant needs are evaluated here, except the
    /// rates at the step's end if they are known.
    template <class Method>
    [[nodiscard]] static piece through(Method, const Model& model, const real_type& begin,
                                       const real_type& width, const numbers& x,
                                       const stages_of<Model>& stages, const numbers* rates_at_end)
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
        piece made{begin, width, x, Method::interpolant[0].size()};
        [&]<std::size_t... D>(std::index_sequence<D...>) {
            ((made.power_[D] = scaled(weighted<power_of<Method, D>>(k), width)), ...);
        }(std::make_index_sequence<Method::interpolant[0].size()>{});
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
        for (std::size_t n = 0; n < x.size(); ++n) {
            real_type sum(0);
            for (std::size_t d = degree_; d-- > 0;) sum = (sum + power_[d][n]) * part;
            x[n] = x[n] + sum;
        }
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
    piece(const real_type& begin, const real_type& width, const numbers& x, std::size_t degree)
        : begin_{begin}, width_{width}, x_{x}, degree_{degree}
    {}

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
[[nodiscard]] piece<Model> interpolant(bool loose, const Model& model,
                                       const typename Model::real_type& begin,
                                       const typename Model::real_type& width,
                                       const numbers_of<Model>& x, const stages_of<Model>& stages,
                                       const numbers_of<Model>* rates_at_end = nullptr)
{
    return loose
               ? piece<Model>::through(tsitouras_5{}, model, begin, width, x, stages, rates_at_end)
               : piece<Model>::through(verner_7{}, model, begin, width, x, stages, rates_at_end);
}

} // namespace orgscale::detail
