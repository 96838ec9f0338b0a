#include <orgscale/network/erdos_renyi.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/network/contact_graph.hpp>

namespace erdos_renyi_test {

using namespace orgscale;

namespace {

erdos_renyi<> of(double mean_degree) { return {.mean_degree = mean_degree}; }

} // namespace

TEST_CASE("erdos_renyi: the share solves its equation", "[network]")
{
    for (const double z : {1.001, 1.1, 2.0, 5.0, 30.0, 700.0, 1e6}) {
        const double share = of(z).giant_share();
        CHECK(share > 0);
        CHECK_THAT(share, WithinAbs(-std::expm1(-z * share), 4 * ulp));
    }
}

TEST_CASE("erdos_renyi: derived numbers", "[network]")
{
    // By Lambert's function, 1 + W(-z e^-z)/z, in an independent program; digits as given.
    const double degrees[] = {1.1, 1.5, 2, 3, 4, 5};
    const double shares[]  = {0.176134, 0.582812, 0.796812, 0.940480, 0.980173, 0.993023};
    for (std::size_t i = 0; i < std::size(degrees); ++i)
        CHECK_THAT(of(degrees[i]).giant_share(), WithinAbs(shares[i], 5e-7));
    CHECK_THAT(of(4).giant_share_after(0.2), WithinAbs(0.762044, 5e-7));
    CHECK_THAT(of(4).giant_share_after(0.5), WithinAbs(0.398406, 5e-7));
    CHECK_THAT(of(4).giant_share_after(0.7), WithinAbs(0.094109, 5e-7));
    CHECK(of(4).critical_loss() == 0.75);
}

TEST_CASE("erdos_renyi: no giant component up to one contact per person", "[network]")
{
    for (const double z : {0.0, 0.5, 1.0}) {
        CHECK(of(z).giant_share() == 0);
        CHECK(of(z).critical_loss() == 0);
        CHECK(of(z).giant_share_after(0.3) == 0);
    }
    CHECK(of(4).giant_share_after(0.75) == 0);
    CHECK(of(4).giant_share_after(1) == 0);
    // Just above: S = 2 e - 8 e²/3 + ...; the next term is below 4 e³.
    for (const double e : {1e-12, 1e-9, 1e-6, 1e-4})
        CHECK_THAT(of(1 + e).giant_share(),
                   WithinRel(2 * ((1 + e) - 1) * (1 - 4 * e / 3), 4 * e * e + 1e-15));
}

TEST_CASE("erdos_renyi: the share rises with contacts and falls with losses", "[network]")
{
    double before = 0;
    for (double z = 1.05; z < 20; z *= 1.3) {
        CHECK(of(z).giant_share() > before);
        before = of(z).giant_share();
        CHECK(of(z).giant_share_after(0.1) < before);
        CHECK(of(z).giant_share_after(0) == before);
    }
}

TEST_CASE("erdos_renyi: the rest is a graph with the conjugate mean degree", "[network]")
{
    // Those outside have z (1 - S) contacts among each other, below 1; their mean component is 1/(1 - that).
    for (const double z : {1.1, 2.0, 6.0}) {
        const double outside = z * (1 - of(z).giant_share());
        CHECK_THAT(of(z).mean_small_component(), WithinRel(1 / (1 - outside), 64 * ulp));
        CHECK_THAT(of(outside).mean_small_component(), WithinRel(1 / (1 - outside), 64 * ulp));
    }
    CHECK(of(0).mean_small_component() == 1);
    CHECK(of(1).mean_small_component() == infinite);
}

TEST_CASE("erdos_renyi: near ln N contacts everybody is connected", "[network]")
{
    const double middle = erdos_renyi<>::connecting_degree(1e4);
    CHECK_THAT(middle, WithinRel(std::log(1e4), 2 * ulp));
    CHECK_THAT(of(middle).connected_chance(1e4), WithinRel(std::exp(-1.0), 1e-12));
    CHECK(of(middle + 5).connected_chance(1e4) > 0.99);
    CHECK(of(middle - 3).connected_chance(1e4) < 1e-6);
}

TEST_CASE("erdos_renyi: agrees with a large random graph", "[network]")
{
    // 20000 people: fluctuations of some 1/sqrt(20000) = 0.007; four of them.
    random_numbers            draw(5);
    const std::int64_t        people = 20'000;
    std::vector<contact_link> links;
    while (links.size() < 20'000) {
        const auto a = static_cast<std::int64_t>(draw.between(0, 20'000));
        const auto b = static_cast<std::int64_t>(draw.between(0, 20'000));
        if (a != b) links.push_back({a, b});
    }
    const contact_graph graph{.people = people, .links = links};
    CHECK_THAT(static_cast<double>(graph.parts().front()) / 20'000,
               WithinAbs(of(2).giant_share(), 0.028));
}

TEST_CASE("erdos_renyi: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const erdos_renyi<R> law{.mean_degree = x};
        return law.giant_share() + law.giant_share_after(R(0.25)) + law.critical_loss() +
               law.mean_small_component();
    };
    for (const double z : {1.5, 2.0, 4.0})
        CHECK_THAT(slope_of_dual(all, z), WithinRel(slope_of_differences(all, z), slope_error));
}

TEST_CASE("erdos_renyi: describes itself and refuses invalid parameters", "[network]")
{
    CHECK(wrong_in_description(of(2)).empty());
    CHECK(names_of(of(2)) == std::vector<std::string>{"mean_degree"});
    for (const double bad : {-1.0, infinite, std::nan("")})
        CHECK(refused_by([=] { return of(bad); }) == "must be 0 or greater, and finite");
    CHECK(refused_by([] { return of(2).giant_share_after(1.5); }) == "must be from 0 to 1");
}

TEST_CASE("erdos_renyi: with very many contacts all are connected", "[network]")
{
    for (const double z : {999.0, 1001.0, 1e17, 1e20, 1e300, 1.7e308}) {
        CHECK(erdos_renyi<>{.mean_degree = z}.giant_share() == 1);
        CHECK(erdos_renyi<>{.mean_degree = z}.mean_small_component() == 1);
    }
    CHECK(erdos_renyi<float>{.mean_degree = 1e9F}.giant_share() == 1);
}

} // namespace erdos_renyi_test
