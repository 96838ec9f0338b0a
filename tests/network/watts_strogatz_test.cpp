#include <orgscale/network/watts_strogatz.hpp>

#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <betweenness_by_search.hpp>
#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace watts_strogatz_test {

using namespace orgscale;

namespace {

/// A ring of people, each linked to half of K on each side.
std::vector<std::set<std::size_t>> ring(std::size_t people, std::size_t neighbours)
{
    std::vector<std::set<std::size_t>> of(people);
    for (std::size_t i = 0; i < people; ++i)
        for (std::size_t step = 1; step <= neighbours / 2; ++step) {
            of[i].insert((i + step) % people);
            of[(i + step) % people].insert(i);
        }
    return of;
}

/// The share of pairs of a person's contacts who are in touch, over everybody.
double clustering_of(const std::vector<std::set<std::size_t>>& of)
{
    double closed = 0, pairs = 0;
    for (const auto& mine : of)
        for (const std::size_t a : mine)
            for (const std::size_t b : mine) {
                if (a >= b) continue;
                pairs += 1;
                closed += of[a].count(b) > 0 ? 1 : 0;
            }
    return closed / pairs;
}

} // namespace

TEST_CASE("watts_strogatz: the clustering of the ring is exact", "[network]")
{
    CHECK(watts_strogatz<>{.people = 100, .neighbours = 4}.clustering() == 0.5);
    CHECK_THAT((watts_strogatz<>{.people = 100, .neighbours = 10}.clustering()),
               WithinRel(2.0 / 3, 2 * ulp));
    CHECK(watts_strogatz<>{.people = 100, .neighbours = 2}.clustering() == 0);
    for (const std::size_t k : {4U, 6U, 12U})
        CHECK_THAT(
            (watts_strogatz<>{.people = 100, .neighbours = static_cast<double>(k)}.clustering()),
            WithinRel(clustering_of(ring(100, k)), 8 * ulp));
}

TEST_CASE("watts_strogatz: the clustering after rewiring agrees with a rewired ring", "[network]")
{
    // Each link leads elsewhere with chance p. 3000 people with 8: some 80000 pairs, an error of 0.01.
    const std::size_t people = 3000;
    random_numbers    draw(17);
    auto              of = ring(people, 8);
    for (std::size_t i = 0; i < people; ++i)
        for (std::size_t step = 1; step <= 4; ++step) {
            if (draw.between(0, 1) > 0.2) continue;
            const std::size_t old = (i + step) % people;
            std::size_t       far = old;
            while (far == i || of[i].count(far) > 0)
                far = static_cast<std::size_t>(draw.between(0, static_cast<double>(people)));
            of[i].erase(old);
            of[old].erase(i);
            of[i].insert(far);
            of[far].insert(i);
        }
    const watts_strogatz<> law{.people = 3000, .neighbours = 8, .rewired = 0.2};
    CHECK_THAT(clustering_of(of), WithinAbs(law.clustering(), 0.02));
    CHECK_THAT(law.far_links(), WithinRel(0.2 * 3000 * 8 / 2, 2 * ulp));
}

TEST_CASE("watts_strogatz: steps on the ring", "[network]")
{
    // Exactly, the mean of ceil(d/(K/2)) over all distances d; N/(2K) up to half a step.
    for (const double k : {4.0, 10.0}) {
        double steps = 0;
        for (int d = 1; d < 1000; ++d) steps += std::ceil((d <= 500 ? d : 1000 - d) / (k / 2));
        const watts_strogatz<> law{.people = 1000, .neighbours = k};
        CHECK_THAT(law.ring_path_length(), WithinAbs(steps / 999, 0.6));
        CHECK_THAT(law.random_path_length(), WithinRel(std::log(1000) / std::log(k), 4 * ulp));
        CHECK(law.random_path_length() < law.ring_path_length());
    }
}

TEST_CASE("watts_strogatz: no link is replaced by default, and all may be", "[network]")
{
    const watts_strogatz<> order{.people = 100, .neighbours = 6};
    CHECK(order.rewired == 0);
    CHECK(order.far_links() == 0);
    CHECK(watts_strogatz<>{.people = 100, .neighbours = 6, .rewired = 1}.clustering() == 0);
}

TEST_CASE("watts_strogatz: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const watts_strogatz<R> law{.people = R(200), .neighbours = 8 * x, .rewired = x / 4};
        return law.clustering() + law.far_links() + law.ring_path_length() +
               law.random_path_length();
    };
    CHECK_THAT(slope_of_dual(all, 0.5), WithinRel(slope_of_differences(all, 0.5), slope_error));
}

TEST_CASE("watts_strogatz: describes itself and refuses invalid parameters", "[network]")
{
    const watts_strogatz<> law{.people = 100, .neighbours = 6, .rewired = 0.1};
    CHECK(wrong_in_description(law).empty());
    CHECK(names_of(law) == std::vector<std::string>{"people", "neighbours", "rewired"});
    CHECK(refused_by([=] { return with(law, {{"people", 0}}); }) ==
          "must be greater than 0 and finite");
    CHECK(refused_by([=] { return with(law, {{"neighbours", 1.5}}); }) ==
          "neighbours must be 2 or more, and fewer than people");
    CHECK(refused_by([=] { return with(law, {{"neighbours", std::nan("")}}); }) ==
          "must be greater than 1 and finite");
    CHECK(refused_by([=] { return with(law, {{"rewired", 1.1}}); }) == "must be from 0 to 1");
    CHECK(refused_by([] { return watts_strogatz<>{.people = 4, .neighbours = 4}; }) ==
          "neighbours must be 2 or more, and fewer than people");
}

} // namespace watts_strogatz_test
