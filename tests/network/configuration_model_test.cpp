#include <orgscale/network/configuration_model.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/network/barabasi_albert.hpp>
#include <orgscale/network/contact_graph.hpp>
#include <orgscale/network/erdos_renyi.hpp>

namespace configuration_model_test {

using namespace orgscale;

namespace {

configuration_model<> poisson(double mean)
{
    std::vector<fraction<double>> shares;
    double                        term = std::exp(-mean);
    for (int k = 0; k < 80; ++k, term *= mean / k) shares.push_back(term);
    return {.shares = shares};
}

/// Preferential attachment with three links each, up to 3000 contacts.
configuration_model<> hubs()
{
    const barabasi_albert<>       law{.links = 3};
    std::vector<fraction<double>> shares;
    for (int k = 0; k < 3000; ++k) shares.push_back(law.share(k));
    shares.push_back(law.share_from(3000));
    return {.shares = shares};
}

/// Half have one contact, half three.
const configuration_model<> one_or_three{.shares = {0, 0.5, 0, 0.5}};

} // namespace

TEST_CASE("configuration_model: with Poisson degrees it is the random graph", "[network]")
{
    for (const double z : {1.2, 2.0, 4.0, 10.0}) {
        const auto          model = poisson(z);
        const erdos_renyi<> law{.mean_degree = z};
        CHECK_THAT(model.mean_degree(), WithinRel(z, 16 * ulp));
        CHECK_THAT(model.degree_ratio(), WithinRel(z + 1, 16 * ulp));
        CHECK_THAT(model.critical_loss(), WithinRel(law.critical_loss(), 64 * ulp));
        CHECK_THAT(model.giant_share(0), WithinRel(law.giant_share(), 256 * ulp));
        CHECK_THAT(model.giant_share(0.1), WithinRel(law.giant_share_after(0.1), 256 * ulp));
    }
    CHECK(poisson(0.9).giant_share(0) == 0);
    CHECK(poisson(0.9).critical_loss() == 0);
    CHECK(poisson(0.9).critical_attack() == 0);
}

TEST_CASE("configuration_model: by hand for one or three contacts", "[network]")
{
    // u = 1 - (3/4)(1 - u²): u = 1/3; S = 1 - (u + u³)/2 = 22/27. κ = 5/2, f_c = 1/3.
    CHECK_THAT(one_or_three.giant_share(0), WithinRel(22.0 / 27, 8 * ulp));
    CHECK_THAT(one_or_three.degree_ratio(), WithinRel(2.5, 2 * ulp));
    CHECK_THAT(one_or_three.critical_loss(), WithinRel(1.0 / 3, 4 * ulp));
    // Pairs of links at persons, k (k-1): 6/2 = 3 of a mean of 2; lost when 1/6 of all have left.
    CHECK_THAT(one_or_three.critical_attack(), WithinRel(1.0 / 6, 4 * ulp));
    CHECK_THAT(one_or_three.spreading_threshold(), WithinRel(0.4, 4 * ulp));
    CHECK_THAT(one_or_three.cascade_reproduction(1.0 / 3), WithinRel(1.5, 4 * ulp));
    CHECK(one_or_three.cascade_reproduction(0.34) == 0);
}

TEST_CASE("configuration_model: everybody with three contacts stays connected", "[network]")
{
    const configuration_model<> three{.shares = {0, 0, 0, 1}};
    CHECK_THAT(three.giant_share(0), WithinRel(1.0, 4 * ulp));
    CHECK_THAT(three.critical_loss(), WithinRel(0.5, 2 * ulp));   // 1 - 1/(κ-1)
    CHECK_THAT(three.critical_attack(), WithinRel(0.5, 2 * ulp)); // all alike
    CHECK_THAT(three.giant_share_after_attack(0.25), WithinRel(three.giant_share(0.25), 8 * ulp));
}

TEST_CASE("configuration_model: the share ends where it says, at random and by attack", "[network]")
{
    for (const auto& model : {poisson(3), one_or_three, hubs()}) {
        CHECK(model.giant_share(model.critical_loss() * (1 + 1e-9)) == 0);
        CHECK(model.giant_share(model.critical_loss() * (1 - 1e-3)) > 0);
        CHECK(model.giant_share_after_attack(model.critical_attack() * (1 + 1e-9)) == 0);
        CHECK(model.giant_share_after_attack(model.critical_attack() * (1 - 1e-3)) > 0);
        CHECK(model.critical_attack() <= model.critical_loss());
        CHECK(model.giant_share(1) == 0);
        CHECK(model.giant_share_after_attack(1) == 0);
    }
}

TEST_CASE("configuration_model: hubs survive chance and not an attack", "[network]")
{
    CHECK(hubs().critical_loss() > 0.9);
    CHECK(hubs().critical_attack() < 0.4 * hubs().critical_loss());
    CHECK(hubs().spreading_threshold() < poisson(6).spreading_threshold() / 3);
}

TEST_CASE("configuration_model: agrees with random links between given contacts", "[network]")
{
    // 20000 people with one or three contacts, paired at random; loops and double links are few. Fluctuations of
    // some 1/sqrt(20000) = 0.007.
    random_numbers            draw(44);
    std::vector<std::int64_t> ends;
    for (std::int64_t i = 0; i < 20'000; ++i)
        for (int link = 0; link < (i % 2 == 0 ? 1 : 3); ++link) ends.push_back(i);
    for (std::size_t i = ends.size() - 1; i > 0; --i)
        std::swap(ends[i],
                  ends[static_cast<std::size_t>(draw.between(0, static_cast<double>(i + 1)))]);
    contact_graph graph{.people = 20'000, .links = {}};
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
        if (ends[i] != ends[i + 1]) graph.links.push_back({ends[i], ends[i + 1]});
    CHECK_THAT(static_cast<double>(graph.parts().front()) / 20'000,
               WithinAbs(one_or_three.giant_share(0), 0.028));
    std::vector<std::int64_t> attacked; // a tenth: those with three contacts, every fifth of them
    for (std::int64_t i = 1; i < 20'000; i += 10) attacked.push_back(i);
    CHECK_THAT(static_cast<double>(graph.parts(attacked).front()) / 20'000,
               WithinAbs(one_or_three.giant_share_after_attack(0.1), 0.028));
}

TEST_CASE("configuration_model: agrees in float, long double and duals", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const configuration_model<R> model{
            .shares = {R(0.125), R(0.25), R(0.25), R(0.25), R(0.125)}};
        return model.giant_share(R(x / 8)) + model.giant_share_after_attack(R(x / 8)) +
               model.critical_loss() + model.critical_attack();
    };
    const four_points points{0.0, 0.25, 0.5, 1.0};
    CHECK(farthest_from_double<float>(all, points) < 64 * rounding<float>);
    CHECK(farthest_from_double<long double>(all, points) < 64 * rounding<long double>);
    CHECK(farthest_from_double<tangent>(all, points) < 64 * rounding<tangent>);
}

TEST_CASE("configuration_model: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const configuration_model<R> model{
            .shares = {R(0.125), R(0.25), R(0.25), R(0.25), R(0.125)}};
        return model.giant_share(x) + model.giant_share_after_attack(x);
    };
    for (const double loss :
         {0.0625, 0.1}) // not beyond a share of people, where the attack has a corner
        CHECK_THAT(slope_of_dual(all, loss),
                   WithinRel(slope_of_differences(all, loss), slope_error));
}

TEST_CASE("configuration_model: refuses what is no distribution", "[network]")
{
    const auto of = [](std::vector<fraction<double>> shares) {
        return refused_by([&] { return configuration_model<>{.shares = shares}; });
    };
    CHECK(of({0.5, 0.5}) == "nothing was refused");
    CHECK(of({0.5, 0.4}) == "shares must sum to 1, to 1e-6");
    CHECK(of({}) == "shares must sum to 1, to 1e-6");
    CHECK(of({1}) == "somebody must have a contact");
    for (const double bad : {-0.1, 1.1, std::nan("")})
        CHECK(refused_by([=] { return configuration_model<>{.shares = {bad, 0.5}}; }) ==
              "must be from 0 to 1");
    CHECK_THAT(refusal_text([] { return configuration_model<>{.shares = {1}}; }),
               ContainsSubstring("configuration_model_test.cpp:"));
}

TEST_CASE("configuration_model: with even numbers of contacts nobody is left out, either",
          "[network]")
{
    CHECK(configuration_model<>{.shares = {0, 0, 0, 0, 1}}.giant_share(0) == 1);
    CHECK(configuration_model<>{.shares = {0, 0, 0, 0, 0.5, 0, 0.5}}.giant_share(0) == 1);
    // All but those without contacts.
    CHECK(configuration_model<>{.shares = {0.25, 0, 0, 0, 0.75}}.giant_share(0) == 0.75);
}

} // namespace configuration_model_test
