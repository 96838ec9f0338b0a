#pragma once

#include <cmath>
#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/detail/share_reached.hpp>

namespace orgscale {

/// What is left of a report that n layers of people have passed on.
///
///     retained(n)      = α^n                        each leaves a share α of what it was told [1, 2]
///     message_error(n) = (1 - (1 - 2e)^n)/2         each turns yes into no, or no into yes, with
///                                                   probability e: a chain of binary channels [3]
///     fidelity(n)      = 1/(1 + n s²/Var)           R² of a number to which each adds noise s²
///
/// Six layers that each leave out half pass on 1.5625 percent; a message that went through very many
/// is a coin toss.
///
///     layered_signal<>{.retention = 0.5}.retained(6);                                  // 0.015625
///
/// Between whole layers interpolated. Not for layers that check what they pass on, or that all leave
/// out the same.
///
/// [1] Tullock, G. (1965). The Politics of Bureaucracy. Public Affairs Press.
/// [2] Downs, A. (1967). Inside Bureaucracy. Little, Brown.
/// [3] Cover, T. M., Thomas, J. A. (2006). Elements of Information Theory, 2nd edition. Wiley.
template <real Real = double>
struct layered_signal {
    using real_type = Real;

    positive_fraction<Real>   retention{1}; ///< α, left of what a layer was told [-]
    fraction<Real>            error{0};     ///< e, chance that a layer turns a message round [-]
    finite_non_negative<Real> noise_ratio{
        0}; ///< s²/Var, noise of a layer over the signal's variance [-]

    /// Of a message that is more often wrong than right everybody believes the opposite.
    [[no_unique_address]] agreed rather_right{error <= Real(0.5), "error must be at most 1/2"};

    /// [-]
    [[nodiscard]] Real retained(const Real& layers) const
    {
        using std::pow;
        return pow(Real{retention}, layers);
    }

    /// Chance that the message arrives turned round, at most 1/2 [-].
    [[nodiscard]] Real message_error(const Real& layers) const
    {
        return detail::share_reached(Real(2 * error), layers) / 2;
    }

    /// [-]
    [[nodiscard]] constexpr Real fidelity(const Real& layers) const
    {
        return 1 / (1 + layers * noise_ratio);
    }

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"retention", "α", "-", "what a layer leaves of what it was told",
                                    &layered_signal::retention},
                          parameter{"error", "e", "-", "chance that a layer turns a message round",
                                    &layered_signal::error},
                          parameter{"noise_ratio", "s²/Var", "-",
                                    "noise that a layer adds, over the signal's variance",
                                    &layered_signal::noise_ratio}};
    }
};

static_assert(fully_described<layered_signal<>>);

} // namespace orgscale
