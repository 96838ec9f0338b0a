#include <orgscale/observation/bullwhip_stages.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace bullwhip_stages_test {

using namespace orgscale;

TEST_CASE("bullwhip_stages: agrees with the published sum and product", "[observation]")
{
    random_numbers draw(941);
    for (int i = 0; i < 200; ++i) {
        const double            l = draw.magnitude(0.1, 10);
        const auto              p = static_cast<int>(draw.between(1, 20));
        const int               k = static_cast<int>(draw.between(1, 8));
        const bullwhip_stages<> chain{.lead_time = l, .stages = static_cast<double>(k)};
        double                  sum = 0, product = 1;
        for (int stage = 0; stage < k; ++stage) {
            sum += l;
            product *= 1 + 2 * l / p + 2 * l * l / p / p;
        }
        CHECK_THAT(chain.shared(p), WithinRel(1 + 2 * sum / p + 2 * sum * sum / p / p, 16 * ulp));
        CHECK_THAT(chain.not_shared(p), WithinRel(product, 64 * ulp)); // powers up to 8
        CHECK(chain.not_shared(p) >= chain.shared(p) * (1 - 64 * ulp));
    }
    // Three stages, L = 2, p = 6: derived, to the digits shown.
    const bullwhip_stages<> chain{.lead_time = 2, .stages = 3};
    CHECK_THAT(chain.shared(6), WithinRel(5, 4 * ulp));
    CHECK_THAT(chain.not_shared(6), WithinAbs(6.739369, 5e-7));
}

TEST_CASE("bullwhip_stages: a simulated second stage varies by at least the lower bound",
          "[observation]")
{
    // Each stage orders up to the mean of the orders it received, L = 2 and p = 6.
    const bullwhip_stages<> chain{.lead_time = 2, .stages = 2};
    random_numbers          draw(942);
    double                  demands[6] = {}, orders[6] = {};
    double                  dd = 0, hidden = 0, open = 0;
    const int               periods = 200000;
    for (int t = 0; t < periods; ++t) {
        const double demand = draw.between(-1, 1);
        const double first  = demand + 2 * (demand - demands[t % 6]) / 6;
        const double second = first + 2 * (first - orders[t % 6]) / 6;
        const double seeing = first + 2 * (demand - demands[t % 6]) / 6;
        demands[t % 6]      = demand;
        orders[t % 6]       = first;
        dd += demand * demand;
        hidden += second * second;
        open += seeing * seeing;
    }
    // 3 standard errors are 3 sqrt(2 · 3/2e5) = 1.6%; correlation lasts some three periods.
    CHECK(hidden / dd > chain.not_shared(6) * (1 - 0.016));
    CHECK_THAT(open / dd, WithinRel(chain.shared(6), 0.016));
}

TEST_CASE("bullwhip_stages: zero stages leave demand unchanged and one is a bullwhip",
          "[observation]")
{
    random_numbers draw(943);
    for (int i = 0; i < 100; ++i) {
        const double l = draw.magnitude(0.1, 10);
        for (const std::int64_t p : {1, 2, 7}) {
            const bullwhip_stages<> none{.lead_time = l, .stages = 0},
                one{.lead_time = l, .stages = 1};
            CHECK(none.shared(p) == 1);
            CHECK(none.not_shared(p) == 1);
            CHECK(one.shared(p) == bullwhip<>{.lead_time = l}.of_moving_average(p));
            CHECK(one.not_shared(p) == one.shared(p));
        }
    }
    CHECK(bullwhip_stages<>{.lead_time = 0, .stages = 9}.not_shared(5) == 1);
}

TEST_CASE("bullwhip_stages: the ratio grows as k² if demand is shared, else exponentially",
          "[observation]")
{
    const auto chain = [](double k) { return bullwhip_stages<>{.lead_time = 2, .stages = k}; };
    CHECK_THAT(chain(2e9).shared(6) / chain(1e9).shared(6), WithinRel(4, 1e-8));
    CHECK_THAT(chain(80).not_shared(6) / chain(79).not_shared(6),
               WithinRel(chain(1).not_shared(6), 1e-13)); // a power whose logarithm is 50
}

TEST_CASE("bullwhip_stages: slopes agree with differences", "[observation]")
{
    const auto all = []<class R>(const R& l) -> R {
        const bullwhip_stages<R> chain{.lead_time = l, .stages = R(l + 1)};
        return chain.shared(6) + chain.not_shared(6);
    };
    for (const double l : {0.1, 2.0, 5.0})
        CHECK_THAT(slope_of_dual(all, l), WithinRel(slope_of_differences(all, l), slope_error));
}

TEST_CASE("bullwhip_stages: describes itself", "[observation]")
{
    const bullwhip_stages<> chain{.lead_time = 2, .stages = 3};
    CHECK(wrong_in_description(chain).empty());
    CHECK(names_of(chain) == std::vector<std::string>{"lead_time", "stages"});
}

TEST_CASE("bullwhip_stages: refuses a negative number of stages", "[observation]")
{
    const bullwhip_stages<> chain{.lead_time = 2, .stages = 3};
    for (const char* name : {"lead_time", "stages"})
        for (const double bad : {-1.0, infinity<double>(), std::nan("")})
            CHECK(refused_by([&] { return with(chain, {{name, bad}}); }) ==
                  "must be 0 or greater, and finite");
    CHECK_THAT(refusal_text([] { return bullwhip_stages<>{.lead_time = 2, .stages = -1}; }),
               ContainsSubstring("bullwhip_stages_test.cpp:"));
}

} // namespace bullwhip_stages_test
