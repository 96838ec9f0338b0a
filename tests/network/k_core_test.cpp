#include <orgscale/network/k_core.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/network/contact_graph.hpp>

namespace k_core_test {

using namespace orgscale;

namespace {

/// P(Poisson(mean) >= k), summed from above.
double tail(double mean, int k)
{
    double sum = 0;
    for (int j = k + 200; j >= k; --j)
        sum += std::exp(j * std::log(mean) - mean - std::lgamma(j + 1));
    return sum;
}

} // namespace

TEST_CASE("k_core: published onsets and derived digits", "[network]")
{
    // Pittel, Spencer and Wormald (1996): 3.35, 5.14 (truncated), 6.80.
    const double onsets[] = {3.350919, 5.149403, 6.799275, 8.365341};
    for (std::int64_t k = 3; k <= 6; ++k)
        CHECK_THAT(k_core{.contacts = k}.onset(),
                   WithinAbs(onsets[static_cast<std::size_t>(k - 3)], 5e-7));
    CHECK_THAT(k_core{.contacts = 3}.share_at_onset(), WithinAbs(0.267581, 5e-7));
    CHECK_THAT(k_core{.contacts = 4}.share_at_onset(), WithinAbs(0.438062, 5e-7));
    CHECK_THAT(k_core{.contacts = 5}.share_at_onset(),
               WithinAbs(0.538434, 5e-7)); // an independent minimum
}

TEST_CASE("k_core: the onset is the least of l/P(Poisson(l) >= k-1)", "[network]")
{
    for (const int k : {3, 7, 40}) {
        const double onset = k_core{.contacts = k}.onset();
        double       best  = infinite;
        for (double l = k / 2.0; l < 2.0 * k; l += k / 4000.0)
            best = std::min(best, l / tail(l, k - 1));
        CHECK(onset <= best * (1 + 1e-12));
        CHECK_THAT(onset, WithinRel(best, 1e-6)); // flat at the minimum
    }
    CHECK(k_core{.contacts = 500}.onset() > 500);
    CHECK(k_core{.contacts = 500}.onset() < 700);
}

TEST_CASE("k_core: all at once at the onset, and nearly everybody far above", "[network]")
{
    const k_core three{.contacts = 3};
    const double onset = three.onset();
    CHECK(three.share(onset * (1 - 1e-9)) == 0);
    CHECK(three.share(0.0) == 0);
    // As the square root of the distance from there on.
    CHECK_THAT(three.share(onset * (1 + 1e-10)), WithinAbs(three.share_at_onset(), 1e-4));
    CHECK(three.share(6.0) > three.share(4.0));
    CHECK(three.share(40.0) > 1 - 1e-9);
    // Each of those left has at least 3 contacts among those left: S solves its equation.
    for (const double z : {3.5, 5.0, 12.0}) {
        double inner = z;
        for (int step = 0; step < 4000; ++step) inner = z * tail(inner, 2);
        CHECK_THAT(three.share(z), WithinRel(tail(inner, 3), 1e-9));
    }
}

TEST_CASE("k_core: agrees with a large random graph", "[network]")
{
    // 8000 people with 5 contacts each; fluctuations of some 1/sqrt(8000) = 0.011.
    random_numbers            draw(8);
    std::vector<contact_link> links;
    while (links.size() < 20'000) {
        const auto a = static_cast<std::int64_t>(draw.between(0, 8000));
        const auto b = static_cast<std::int64_t>(draw.between(0, 8000));
        if (a != b) links.push_back({a, b});
    }
    const contact_graph graph{.people = 8000, .links = links};
    CHECK_THAT(static_cast<double>(graph.core(3).size()) / 8000,
               WithinAbs(k_core{.contacts = 3}.share(5.0), 0.033));
}

TEST_CASE("k_core: agrees in float, long double and duals", "[network]")
{
    const auto all = []<class R>(const R& z) -> R {
        const k_core three{.contacts = 3};
        return three.share(z) + three.onset<R>() + three.share_at_onset<R>();
    };
    const four_points degrees{4, 5, 8, 16};
    CHECK(farthest_from_double<float>(all, degrees) < 64 * rounding<float>);
    CHECK(farthest_from_double<long double>(all, degrees) < 64 * rounding<long double>);
    CHECK(farthest_from_double<tangent>(all, degrees) < 64 * rounding<tangent>);
}

TEST_CASE("k_core: slopes agree with differences", "[network]")
{
    const auto share = []<class R>(const R& z) -> R { return k_core{.contacts = 4}.share(z); };
    for (const double z : {6.0, 9.0})
        CHECK_THAT(slope_of_dual(share, z), WithinRel(slope_of_differences(share, z), slope_error));
}

TEST_CASE("k_core: refuses too few and too many contacts", "[network]")
{
    for (const std::int64_t bad : {std::int64_t{2}, std::int64_t{501}, std::int64_t{-1}})
        CHECK(refused_by([=] { return k_core{.contacts = bad}; }) == "contacts must be 3 to 500");
    for (const double bad : {-1.0, 701.0, std::nan("")})
        CHECK(refused_by([=] { return k_core{.contacts = 3}.share(bad); }) ==
              "mean degree must be 0 to 700");
    CHECK_THAT(refusal_text([] { return k_core{.contacts = 1}; }),
               ContainsSubstring("k_core_test.cpp:"));
}

TEST_CASE("k_core: many contacts in float, where e^-mean is too small for a number", "[network]")
{
    for (const std::int64_t k : {50, 100, 500}) {
        const k_core core{.contacts = k};
        CHECK_THAT(static_cast<double>(core.onset<float>()), WithinRel(core.onset(), 1e-5));
    }
}

} // namespace k_core_test
