#pragma once

#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/whole_powers.hpp>

namespace orgscale {

/// What members know who learn from a code (rules, lore, training) that no longer learns itself: the part of March's
/// model of mutual learning that is a recursion of expectations.
///
/// In each period a belief about each dimension of reality is replaced by the code's with probability p1, a member is
/// replaced by a naive one with p3, and the dimension of reality is reversed with p4:
///
///     k(t+1) = (1 - 2 p4) (1 - p3) ( (1 - p1) k(t) + p1 c(t) ),    k(0) = 0
///     c(t+1) = (1 - 2 p4) c(t)
///     k(t)   = (1 - 2 p4)^t p1 (1 - p3) c(0) (1 + r + ... + r^(t-1)),    r = (1 - p1)(1 - p3)
///
/// k is the share of correct less that of wrong beliefs of a member, c that of the code. Exact for any number of members
/// and dimensions. Turnover keeps members from knowing what the code knows; turbulence makes the code itself worthless in
/// time, which only members who learn elsewhere can repair. How a code learns from those members depends on who is better
/// than it by chance, and needs a simulation person by person.
///
/// March, J. G. (1991). Exploration and exploitation in organizational learning. Organization Science 2(1), 71-87.
/// doi:10.1287/orsc.2.1.71
template <real Real = double>
struct learning_from_code {
    using real_type = Real;

    fraction<Real> socialization;     ///< p1, a belief becomes the code's  [1/period]
    fraction<Real> code_knowledge{1}; ///< c(0), correct less wrong beliefs of the code [-]
    fraction<Real> turnover{0};       ///< p3, a member is replaced         [1/period]
    fraction<Real> turbulence{0};     ///< p4, a dimension is reversed      [1/period]

    /// k(t), after that many periods of a group of naive members [-].
    [[nodiscard]] constexpr Real knowledge(
        std::int64_t periods, std::source_location where = std::source_location::current()) const
    {
        return code_after(periods, where) * socialization * Real(1 - turnover) *
               detail::power_sum(remaining(), periods);
    }

    /// c(t) [-].
    [[nodiscard]] constexpr Real code_after(
        std::int64_t periods, std::source_location where = std::source_location::current()) const
    {
        if (periods < 0) refuse(parameter_error{"periods must be 0 or more", where});
        return code_knowledge * detail::whole_power(Real(1 - 2 * turbulence), periods);
    }

    /// k/c in the long run, the share of the code's knowledge that members have: p1 (1-p3)/(1 - r), whatever the
    /// turbulence; 0 if nobody is replaced or learns [-].
    [[nodiscard]] constexpr Real shared_in_the_end() const
    {
        const Real learned = socialization * Real(1 - turnover);
        const Real lost    = turnover;
        const auto moves   = learned + lost > 0;
        return select(moves, Real(learned / select(moves, Real(learned + lost), Real(1))), Real(0));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"socialization", "p1", "1/period",
                      "probability that a belief becomes the code's",
                      &learning_from_code::socialization},
            parameter{"code_knowledge", "c", "-",
                      "correct less wrong beliefs of the code at the start",
                      &learning_from_code::code_knowledge},
            parameter{"turnover", "p3", "1/period", "probability that a member is replaced",
                      &learning_from_code::turnover},
            parameter{"turbulence", "p4", "1/period", "probability that a dimension is reversed",
                      &learning_from_code::turbulence}};
    }

private:
    /// r
    [[nodiscard]] constexpr Real remaining() const
    {
        return Real(1 - socialization) * Real(1 - turnover);
    }
};

static_assert(fully_described<learning_from_code<>>);

} // namespace orgscale
