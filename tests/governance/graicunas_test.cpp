#include <orgscale/governance/graicunas.hpp>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include <catch.hpp>
#include <constant.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace graicunas_test {

using namespace orgscale;

TEST_CASE("graicunas: reproduces the table for up to twelve reports", "[governance]")
{
    // Graicunas (1933): 1 to 12 reports. The entries were verified with the identity
    // n (2^(n-1) + n - 1), since several reprints are corrupt.
    const std::array<std::int64_t, 12> table{1,   6,    18,   44,   100,   222,
                                             490, 1080, 2376, 5210, 11374, 24708};
    for (std::size_t n = 1; n <= table.size(); ++n)
        CHECK(graicunas{.reports = static_cast<std::int64_t>(n)}.total() == table[n - 1]);
}

TEST_CASE("graicunas: the fifth report more than doubles the relationships", "[governance]")
{
    STATIC_REQUIRE(graicunas{.reports = 4}.total() == 44);
    STATIC_REQUIRE(graicunas{.reports = 5}.total() == 100);
}

TEST_CASE("graicunas: agrees with enumeration", "[governance]")
{
    for (std::int64_t n = 1; n <= 12; ++n) {
        std::int64_t cross = 0;
        for (std::int64_t from = 0; from < n; ++from)
            for (std::int64_t to = 0; to < n; ++to) cross += from != to ? 1 : 0;

        // Each report in turn, in the presence of any nonempty set of the others.
        std::int64_t group = 0;
        for (std::int64_t with = 0; with < n; ++with)
            for (std::uint32_t present = 1; present < (1U << n); ++present)
                group += (present >> with & 1U) != 0 && std::popcount(present) > 1 ? 1 : 0;

        const graicunas manager{.reports = n};
        CHECK(manager.direct_single() == n);
        CHECK(manager.cross() == cross);
        CHECK(manager.direct_group() == group);
        CHECK(manager.total() == n + cross + group);
    }
}

TEST_CASE("graicunas: exact up to the largest countable span", "[governance]")
{
    for (std::int64_t n = 1; n <= graicunas::max_reports; ++n) {
        const auto reports = static_cast<std::uint64_t>(n); // has room for 59 too
        const auto exact   = reports * ((std::uint64_t{1} << (reports - 1)) + reports - 1);
        CHECK(static_cast<std::uint64_t>(graicunas{.reports = n}.total()) == exact);
    }
    const std::uint64_t next = 59 * ((std::uint64_t{1} << 58) + 58);
    CHECK(next > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
}

TEST_CASE("graicunas: the logarithm agrees with the number", "[governance]")
{
    for (std::int64_t n = 1; n <= graicunas::max_reports; ++n) {
        const auto total = static_cast<double>(graicunas{.reports = n}.total());
        // An ulp of the total changes its logarithm by far less than an ulp.
        CHECK_THAT(log2_of_relationships(static_cast<double>(n)),
                   WithinRel(std::log2(total), 4 * ulp));
    }
    CHECK(log2_of_relationships(1.0) == 0);
}

TEST_CASE("graicunas: the logarithm extends beyond countable spans", "[governance]")
{
    // Beyond 58 reports the n - 1 beside 2^(n-1) is below rounding.
    for (const double n : {100.0, 1e4, 1e9, 1e300})
        CHECK_THAT(log2_of_relationships(n), WithinRel(n - 1 + std::log2(n), 4 * ulp));
}

TEST_CASE("graicunas: slopes of the logarithm agree with differences", "[governance]")
{
    const auto by_reports = []<class R>(const R& n) -> R { return log2_of_relationships(n); };
    for (const double n : {1.0, 1.5, 5.0, 58.0, 1e4})
        CHECK_THAT(slope_of_dual(by_reports, n),
                   WithinRel(slope_of_differences(by_reports, n), slope_error));
}

TEMPLATE_LIST_TEST_CASE("graicunas: the logarithm works with every number type", "[governance]",
                        plain_number_types)
{
    const auto bits = []<class R>(const R& n) -> R { return log2_of_relationships(n); };
    CHECK(farthest_from_double<TestType>(bits, {1, 2, 12, 1000}) < 4 * rounding<TestType>);
}

TEST_CASE("graicunas: refuses managers without reports and uncountable spans", "[governance]")
{
    const auto refused = [](std::int64_t reports) {
        return refused_by([=] { return graicunas{.reports = reports}; });
    };
    CHECK(refused(0) == "reports must be 1 or more");
    CHECK(refused(-1) == "reports must be 1 or more");
    CHECK(refused(59) == "reports must be 58 or less");
    CHECK(refused(58) == "nothing was refused");
    CHECK_THAT(refusal_text([] { return graicunas{.reports = 0}; }),
               ContainsSubstring("graicunas_test.cpp:"));
    STATIC_REQUIRE_FALSE(constant<decltype([] { return graicunas{.reports = 59}; })>);
}

} // namespace graicunas_test
