#include <orgscale/fit/observe.hpp>

#include <cmath>
#include <vector>

#include <catch.hpp>
#include <refusal.hpp>

namespace observe_test {

using namespace orgscale;

const std::vector<double> years{1, 2, 4}, sales{10, std::nan(""), 30};

TEST_CASE("observe: a missing value is left out, but ends its interval", "[fit]")
{
    const auto series = observe(per_interval(), years, sales);
    CHECK(series.times == std::vector<double>{1, 4});
    CHECK(series.since == std::vector<double>{0, 2}); // the first interval is as long as the second
    CHECK(series.values == std::vector<double>{10, 30});
    CHECK(observe(per_interval(), years, sales, gaussian_noise{}, {.since = 0.5}).since[0] == 0.5);
    CHECK(observe(years, sales).since.empty());
}

TEST_CASE("observe: a field of a state, and several series together", "[fit]")
{
    struct firm {
        double people, customers;
    };
    const auto series = observe(&firm::customers, years, years);
    CHECK(series.quantity.index == 1);
    const auto both = together(series, observe(years, sales));
    CHECK(std::get<1>(both.series).values.size() == 2);
}

TEST_CASE("observe: size_at asks what there is to ask", "[fit]")
{
    struct curve {
        double at(double t) const { return 2 * t; }
    };
    CHECK(size_at{}(curve{}, 3.0) == 6);
    CHECK(size_at{}([](double t) { return t * t; }, 3.0) == 9);
}

TEST_CASE("observe: refuses series that make no sense", "[fit]")
{
    const std::vector<double> two{1, 2}, falling{2, 1}, none{}, one{1}, twice{1, 1};
    CHECK(refused_by([&] { return observe(years, two); }) ==
          "a series needs as many values as times");
    CHECK(refused_by([&] { return observe(falling, two); }) == "times must not fall");
    CHECK(refused_by([&] { return observe(per_interval(), twice, two); }) ==
          "an interval must end after it begins");
    CHECK(refused_by([&] { return observe(per_interval(), one, one); }) ==
          "one interval alone needs its beginning: options.since");
    CHECK(refused_by([&] { return observe(two, two, gaussian_noise{}, {.weights = one}); }) ==
          "a series needs as many weights as values");
    const std::vector<double> weights{1, 0}, endless{1, 1e300 * 1e300};
    CHECK(refused_by([&] { return observe(two, two, gaussian_noise{}, {.weights = weights}); }) ==
          "a weight must be greater than 0 and finite");
    CHECK(refused_by([&] { return observe(two, endless); }) == "a value must be finite");
    CHECK(refused_by([&] { return observe(endless, two); }) == "a time must be finite");
    CHECK(observe(none, none).values.empty());
    CHECK_THAT(refusal_text([&] { return observe(years, two); }),
               ContainsSubstring("observe_test.cpp"));
}

} // namespace observe_test
