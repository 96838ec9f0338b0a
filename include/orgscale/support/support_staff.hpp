#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>

namespace orgscale {

/// The number of contacts a support staff can answer, from its working time alone.
///
///     capacity = c h u/H
///
/// An upper bound: to answer quickly as well takes more people, by about the square root of the load in
/// erlangs (erlang_c). Not for contacts that all arrive at once.
///
///     support_staff<>{.people = 2, .hours = 1700, .utilization = 0.8, .handling_time = 8.0 / 60}
///         .capacity();                                                       // 20400 a year
template <real Real = double>
struct support_staff {
    using real_type = Real;

    finite_non_negative<Real> people;         ///< c, support staff [people]
    finite_positive<Real>     hours;          ///< h, working time [hours/person/time]
    positive_fraction<Real>   utilization{1}; ///< u, share of working time spent on contacts [-]
    finite_positive<Real>     handling_time;  ///< H, working time per contact [hours/contact]

    /// c h u/H [contacts/time].
    [[nodiscard]] constexpr Real capacity() const { return people * capacity_of_one(); }

    /// Staff needed for a given load, load H/(h u) [people].
    [[nodiscard]] constexpr Real people_for(const non_negative<Real>& load) const
    {
        return Real{load} / capacity_of_one();
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"people", "c", "people", "support staff", &support_staff::people},
            parameter{"hours", "h", "hours/person/time", "working time", &support_staff::hours},
            parameter{"utilization", "u", "-", "share of working time spent on contacts",
                      &support_staff::utilization},
            parameter{"handling_time", "H", "hours/contact", "working time per contact",
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
