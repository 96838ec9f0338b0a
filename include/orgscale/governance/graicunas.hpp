#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// log2(n (2^(n-1) + n - 1)), the logarithm of a manager's relationships with n >= 1 reports, also where
/// their number exceeds an integer.
template <real Real>
[[nodiscard]] Real log2_of_relationships(const Real& reports)
{
    using std::exp, std::log, std::log1p;
    const Real others = reports - 1;
    const Real ln2    = log(Real(2));
    return others + (log(reports) + log1p(Real(others * exp(Real(-others * ln2))))) / ln2;
}

/// Graicunas's relationships of a manager with n reports, and among them.
///
///     direct single = n                          the manager with one report
///     cross         = n (n-1)                    one report with another
///     direct group  = n (2^(n-1) - 1)            the manager with one in the presence of others
///     all           = n (2^(n-1) + n - 1)
///
/// Exact, in integers, for 1 to 58 reports; refuses others. An argument for small spans: it counts the
/// possible relationships, not those a manager maintains. Not for reports who work independently.
///
/// Graicunas, V. A. (1933). Relationship in organization. Reprinted in Gulick, L., Urwick, L. (eds.)
/// (1937). Papers on the Science of Administration. Institute of Public Administration.
struct graicunas {
    std::int64_t reports; ///< n, direct reports [people]

    static constexpr std::int64_t max_reports = 58; ///< whose relationships fit in 63 bits

    [[no_unique_address]] agreed has_reports{reports >= 1, "reports must be 1 or more"};
    [[no_unique_address]] agreed can_be_counted{reports <= max_reports,
                                                "reports must be 58 or less"};

    [[nodiscard]] constexpr std::int64_t direct_single() const { return reports; }
    [[nodiscard]] constexpr std::int64_t cross() const { return reports * (reports - 1); }
    [[nodiscard]] constexpr std::int64_t direct_group() const
    {
        return reports * ((std::int64_t{1} << (reports - 1)) - 1);
    }
    [[nodiscard]] constexpr std::int64_t total() const
    {
        return direct_single() + cross() + direct_group();
    }
};

} // namespace orgscale
