#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <orgscale/core/lanes.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/solve/detail/lane_control.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>

namespace orgscale::detail {

/// One step of Verner's pair in every lane and its error; stage by stage, so that packs can be
/// interleaved.
template <class Many>
struct lane_step {
    using real_type = typename Many::real_type;
    using numbers   = numbers_of<Many>;
    using method    = verner_7;

    stages_of<Many> k;
    numbers         next;

    /// Stages 1 to 9, in order, from x with its rates in k[0]. The model is inlined, since a call would
    /// pass everything through memory.
    template <std::size_t Stage>
    [[gnu::flatten]] void stage(const Many& model, const real_type& begin, const real_type& width,
                                const numbers& x)
    {
        constexpr double part = static_cast<double>(method::c[Stage]);
        const real_type  when = part == 1 ? inside_end(begin, width)
                                          : real_type(begin + part * width);
        numbers          there;
        move<row_of<method, Stage>>(x, width, there);
        rate(model, when, there, k[Stage]);
    }

    /// x + width times the weighted stages, number by number: compilers copy arrays of registers
    /// piecewise, which stalls later loads of whole registers.
    template <class Weights>
    void move(const numbers& x, const real_type& width, numbers& there) const
    {
        for (std::size_t n = 0; n < x.size(); ++n) there[n] = x[n] + width * sum<Weights>(n);
    }

    template <class Weights>
    [[nodiscard]] real_type sum(std::size_t n) const
    {
        real_type total(0);
#pragma GCC unroll 16
        for (std::size_t j = 0; j < Weights::weights.size(); ++j)
            if (Weights::weights[j] != 0)
                total = total + static_cast<double>(Weights::weights[j]) * k[j][n];
        return total;
    }

    static void rate(const Many& model, const real_type& time, const numbers& x, numbers& slope)
    {
        const numbers found = rates(model, time, x);
        for (std::size_t n = 0; n < found.size(); ++n) slope[n] = found[n];
    }

    void finish(const real_type& width, const numbers& x)
    {
        move<row_of<method, method::stages>>(x, width, next);
    }

    /// The estimated error in units of the tolerance; hopeless_error if any number is not finite.
    [[nodiscard]] real_type error(const real_type& width, const numbers& x, double relative,
                                  double absolute) const
    {
        using std::abs;
        real_type worst(0);
        real_type whole(0);
        for (std::size_t n = 0; n < x.size(); ++n) {
            const real_type size  = greatest(real_type(abs(next[n])), real_type(abs(x[n])));
            const real_type scale = absolute + relative * size;
            const real_type ratio = abs(width * sum<error_of<method>>(n)) / scale;
            worst                 = greatest(least(real_type(hopeless_error), ratio), worst);
            whole                 = whole + size;
        }
        return select(whole < infinity<real_type>(), worst, real_type(hopeless_error));
    }
};

/// Stages 1 to 9 of several packs, interleaved stage by stage.
template <class... Pack>
void interleave(Pack&... pack)
{
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        const auto one = [&](auto stage) { (pack.template stage<decltype(stage)::value>(), ...); };
        (one(std::integral_constant<std::size_t, 1 + Index>{}), ...);
    }(std::make_index_sequence<verner_7::stages - 1>{});
}

} // namespace orgscale::detail
