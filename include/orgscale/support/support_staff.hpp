#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// What a support staff can answer when all work is counted and none waits.
///
///     capacity = c h u/H
///
/// The most that any staff can: answers that must come quickly take more people, by about the square
/// root of the load. Not for contacts that all come at once.
///
///     support_staff<>{.people = 2, .hours = 1700, .utilization = 0.8, .handling_time = 8.0 / 60}
///         .capacity();                                                       // 20400 a year
template <real Real = double>
struct support_staff {
    using real_type = Real;

    finite_non_negative<Real> people;         ///< c [people]
    finite_positive<Real>     hours;          ///< h, at work [hours/person/time]
    positive_fraction<Real>   utilization{1}; ///< u, of them spent on contacts [-]
    finite_positive<Real>     handling_time;  ///< H, that one takes [hours/contact]

    /// [contacts/time]
    [[nodiscard]] constexpr Real capacity() const { return people * capacity_of_one(); }

    /// The people whose capacity is that [people].
    [[nodiscard]] constexpr Real people_for(const Real& load) const
    {
        return load / capacity_of_one();
    }

    static constexpr auto parameters()
    {
        return std::tuple{
            parameter{"people", "c", "people", "of the staff", &support_staff::people},
            parameter{"hours", "h", "hours/person/time", "at work", &support_staff::hours},
            parameter{"utilization", "u", "-", "share of them spent on contacts",
                      &support_staff::utilization},
            parameter{"handling_time", "H", "hours/contact", "that a contact takes",
                      &support_staff::handling_time}};
    }

private:
    [[nodiscard]] constexpr Real capacity_of_one() const
    {
        return hours / handling_time * utilization;
    }
};

static_assert(fully_described<support_staff<>>);

} // namespace orgscale
