#pragma once

#include <cmath>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Parkinson's law in its author's own formula: officials multiply regardless of the work to be done.
///
///     x = (2 k^m + l)/n    new staff per year                                           [1]
///
/// Satire: its units are inconsistent, and it was never fitted. Not for forecasts of any office.
///
/// [1] Parkinson, C. N. (1957). Parkinson's Law and Other Studies in Administration. Houghton
///     Mifflin.
template <real Real = double>
struct parkinson {
    using real_type = Real;

    finite_non_negative<Real> promotion_seekers; ///< k, staff seeking subordinates     [people]
    finite_non_negative<Real> career;            ///< l, from appointment to retirement [years]
    finite_non_negative<Real> minutes;           ///< m, spent answering minutes        [hours]
    finite_positive<Real>     units;             ///< n, units administered             [units]

    /// x [people/year].
    [[nodiscard]] Real new_staff() const
    {
        using std::pow;
        return (2 * pow(Real{promotion_seekers}, Real{minutes}) + career) / units;
    }

    /// x/y for a staff of y > 0 people [1/year].
    [[nodiscard]] Real growth(const positive<Real>& staff) const
    {
        return new_staff() / Real{staff};
    }

    /// Compound annual growth rate, (last/first)^(1/years) - 1, for positive arguments [1/year].
    [[nodiscard]] static Real compound_growth(const positive<Real>& first,
                                              const positive<Real>& last,
                                              const positive<Real>& years)
    {
        using std::expm1, std::log, std::log1p;
        const Real change    = (Real{last} - Real{first}) / Real{first};
        const auto nearby    = change < 1 && change > Real(-0.5);
        const Real logarithm = select(nearby, Real(log1p(select(nearby, change, Real(0)))),
                                      Real(log(Real(Real{last} / Real{first}))));
        return expm1(Real(logarithm / Real{years}));
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"promotion_seekers", "k", "people",
                      "staff who seek promotion by subordinates", &parkinson::promotion_seekers},
            parameter{"career", "l", "years", "time from appointment to retirement",
                      &parkinson::career},
            parameter{"minutes", "m", "hours", "hours spent answering minutes", &parkinson::minutes},
            parameter{"units", "n", "units", "units administered", &parkinson::units}};
    }
};

static_assert(fully_described<parkinson<>>);

} // namespace orgscale
