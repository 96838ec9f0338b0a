#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/observation/detail/share_reached.hpp>

namespace orgscale {

/// What is left of a report that has passed through n layers of people.
///
///     retained(n)      = α^n                        each layer passes on a share α [1, 2]
///     message_error(n) = (1 - (1 - 2e)^n)/2         each layer turns yes into no, or no into yes, with
///                                                   probability e: a chain of binary channels [3]
///     fidelity(n)      = 1/(1 + n s²/Var)           R² of a number to which each adds variance s²
///
/// Six layers that each drop half pass on 1.5625 percent; after very many layers a yes-or-no message is
/// a coin toss.
///
///     layered_signal<>{.retention = 0.5}.retained(6);                                  // 0.015625
///
/// Non-integer n interpolates. Not for layers that check what they pass on, or that all drop the same
/// part.
///
/// [1] Tullock, G. (1965). The Politics of Bureaucracy. Public Affairs Press.
/// [2] Downs, A. (1967). Inside Bureaucracy. Little, Brown.
/// [3] Cover, T. M., Thomas, J. A. (2006). Elements of Information Theory, 2nd edition. Wiley.
template <real Real = double>
struct layered_signal {
    using real_type = Real;

    positive_fraction<Real>   retention{1}; ///< α, share of a report a layer passes on [-]
    fraction<Real>            error{0};     ///< e, probability that a layer inverts a message [-]
    finite_non_negative<Real> noise_ratio{
        0}; ///< s²/Var, noise of a layer over the signal's variance [-]

    /// Beyond 1/2 the receiver would simply believe the opposite.
    [[no_unique_address]] agreed rather_right{error <= Real(0.5), "error must be at most 1/2"};

    /// α^n [-].
    [[nodiscard]] Real retained(const non_negative<Real>& layers) const
    {
        using std::pow;
        return pow(Real{retention}, Real{layers});
    }

    /// Probability that the message arrives inverted, at most 1/2 [-].
    [[nodiscard]] Real message_error(const non_negative<Real>& layers) const
    {
        return detail::share_reached(Real(2 * error), Real{layers}) / 2;
    }

    /// 1/(1 + n s²/Var) [-].
    [[nodiscard]] constexpr Real fidelity(const non_negative<Real>& layers) const
    {
        return 1 / (1 + Real{layers} * noise_ratio);
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"retention", "α", "-", "share of a report that a layer passes on",
                      &layered_signal::retention},
            parameter{"error", "e", "-", "probability that a layer inverts a message",
                      &layered_signal::error},
            parameter{"noise_ratio", "s²/Var", "-",
                      "noise that a layer adds, over the signal's variance",
                      &layered_signal::noise_ratio}};
    }
};

static_assert(fully_described<layered_signal<>>);

} // namespace orgscale
