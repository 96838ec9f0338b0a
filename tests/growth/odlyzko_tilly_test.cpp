#include <orgscale/growth/odlyzko_tilly.hpp>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/growth/metcalfe.hpp>

namespace odlyzko_tilly_test {

using namespace orgscale;

TEST_CASE("odlyzko_tilly: the value is n ln n", "[growth]")
{
    CHECK_THAT(odlyzko_tilly<>{}.value(10), WithinAbs(23.0259, 5e-5));
    CHECK(odlyzko_tilly<>{}.value(1) == 0);
    CHECK_THAT((odlyzko_tilly<>{.unit_value = 3}.value(std::exp(2.0))),
               WithinRel(6 * std::exp(2.0), 4 * ulp));
}

TEST_CASE("odlyzko_tilly: the logarithm approximates the harmonic sum", "[growth]")
{
    // 1 + 1/2 + ... + 1/n = ln n + 0.5772156649 + 1/(2 n) - ..., less than 1/(12 n²).
    double each = 0;
    for (int n = 1; n <= 1000; ++n) {
        each += 1.0 / n;
        if (n < 10) continue;
        const double size = n;
        CHECK_THAT(size * each - odlyzko_tilly<>{}.value(size),
                   WithinAbs(size * 0.5772156649 + 0.5, 1 / (12 * size) + 1e-6));
    }
}

TEST_CASE("odlyzko_tilly: a merger gains the published amount", "[growth]")
{
    random_numbers draw(131);
    for (int i = 0; i < 200; ++i) {
        const digits50                a(draw.magnitude(1, 1e9)), b(draw.magnitude(1, 1e9));
        const odlyzko_tilly<digits50> same{};
        const digits50 gain = same.value(digits50(a + b)) - same.value(a) - same.value(b);
        CHECK_THAT(odlyzko_tilly<>{}.merger_gain(static_cast<double>(a), static_cast<double>(b)),
                   WithinRel(static_cast<double>(gain), 4 * ulp));
    }
    // Two of equal size: 2 a ln 2. One and many, a: 1 + ln a + 1/(2 a).
    CHECK_THAT(odlyzko_tilly<>{}.merger_gain(1000, 1000), WithinRel(2000 * std::log(2.0), 4 * ulp));
    CHECK_THAT(odlyzko_tilly<>{}.merger_gain(1e15, 1), WithinRel(1 + std::log(1e15), 1e-15));
}

TEST_CASE("odlyzko_tilly: a merger gains less than by Metcalfe's law", "[growth]")
{
    double last = 10;
    for (const double a : {1e1, 1e3, 1e6, 1e12}) {
        const double share = odlyzko_tilly<>{}.merger_gain(a, 2 * a) /
                             metcalfe<>{}.merger_gain(a, 2 * a);
        CHECK(share < last / 50);
        last = share;
    }
}

TEST_CASE("odlyzko_tilly: log2_value is the logarithm of the value at every size", "[growth]")
{
    CHECK(odlyzko_tilly<>{}.log2_value(1) == -infinite);
    random_numbers draw(132);
    for (int i = 0; i < 200; ++i) {
        const double                  n = draw.magnitude(2, 1e300), m = draw.magnitude(1, 1e300);
        const odlyzko_tilly<digits50> same{};
        const auto                    log2_of = [](const digits50& x) {
            return static_cast<double>(digits50(log(x) / log(digits50(2))));
        };
        CHECK_THAT(odlyzko_tilly<>{}.log2_value(n),
                   WithinRel(log2_of(same.value(digits50(n))), 8 * ulp));
        CHECK_THAT(odlyzko_tilly<>{}.log2_merger_gain(n, m),
                   WithinRel(log2_of(same.merger_gain(digits50(n), digits50(m))), 8 * ulp));
    }
    const double most = std::numeric_limits<double>::max(); // where n ln n overflows
    CHECK_THAT(odlyzko_tilly<>{}.log2_value(most),
               WithinRel(1024 + std::log2(1024 * std::log(2.0)), 4 * ulp));
}

TEST_CASE("odlyzko_tilly: slopes agree with differences", "[growth]")
{
    const auto by_members = []<class R>(const R& x) -> R {
        const odlyzko_tilly<R> law{.unit_value = R(0.375)};
        return law.value(x) + law.log2_value(x) + law.merger_gain(x, R(3)) +
               law.log2_merger_gain(x, R(3));
    };
    for (const double n : {1.5, 2.0, 40.0, 1e6})
        CHECK_THAT(slope_of_dual(by_members, n),
                   WithinRel(slope_of_differences(by_members, n), slope_error));
}

TEST_CASE("odlyzko_tilly: describes itself", "[growth]")
{
    CHECK(wrong_in_description(odlyzko_tilly<>{}).empty());
    CHECK(names_of(odlyzko_tilly<>{}) == std::vector<std::string>{"unit_value"});
}

TEST_CASE("odlyzko_tilly: refuses a nonpositive unit value", "[growth]")
{
    const auto refused = [](double v) {
        return refused_by([=] { return odlyzko_tilly<>{.unit_value = v}; });
    };
    CHECK(refused(0) == "must be greater than 0 and finite");
    CHECK(refused(-1) == "must be greater than 0 and finite");
    CHECK(refused(infinite) == "must be greater than 0 and finite");
    CHECK(refused(std::nan("")) == "must be greater than 0 and finite");
}

} // namespace odlyzko_tilly_test
