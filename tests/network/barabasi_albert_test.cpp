#include <orgscale/network/barabasi_albert.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace barabasi_albert_test {

using namespace orgscale;

namespace {

constexpr barabasi_albert<> three{.links = 3};

} // namespace

TEST_CASE("barabasi_albert: derived numbers", "[network]")
{
    CHECK_THAT(three.share(3), WithinRel(0.4, 2 * ulp));
    CHECK_THAT(three.share(4), WithinRel(0.2, 2 * ulp));
    CHECK_THAT(three.share(10), WithinAbs(0.018182, 5e-7));
    CHECK(three.share(2) == 0);
    CHECK(three.mean_degree() == 6);
}

TEST_CASE("barabasi_albert: the shares solve the rate equation", "[network]")
{
    // In the steady state k p_k/2 + p_k = (k-1) p_(k-1)/2, and p_m = 2/(m+2).
    for (const double m : {1.0, 3.0, 8.0}) {
        const barabasi_albert<> law{.links = m};
        CHECK_THAT(law.share(m), WithinRel(2 / (m + 2), 4 * ulp));
        for (double k = m + 1; k < m + 50; ++k)
            CHECK_THAT((k / 2 + 1) * law.share(k),
                       WithinRel((k - 1) / 2 * law.share(k - 1), 8 * ulp));
    }
}

TEST_CASE("barabasi_albert: the shares sum to 1, their mean to 2 m", "[network]")
{
    double sum = 0, mean = 0;
    for (double k = 3; k < 3000; ++k) {
        sum += three.share(k);
        mean += k * three.share(k);
        CHECK_THAT(three.share_from(k), WithinAbs(1 - sum + three.share(k), 1e-12));
    }
    CHECK_THAT(sum + three.share_from(3000), WithinRel(1.0, 1e-12));
    CHECK_THAT(mean, WithinAbs(6 - 2 * 3 * 4 / 3001.0, 1e-9)); // the tail is 2 m (m+1)/(K+1)
    CHECK(three.share_from(2) == 1);
    CHECK(three.share_from(3) == 1);
}

TEST_CASE("barabasi_albert: agrees with a grown network", "[network]")
{
    // Ends of links, one of which is chosen: in proportion to degrees. 20000 people: errors of 0.004 in shares.
    random_numbers           draw(3);
    std::vector<std::size_t> ends{0, 1, 1, 2, 2, 0}, degree(20'000, 0);
    for (const std::size_t end : ends) ++degree[end];
    for (std::size_t i = 3; i < degree.size(); ++i) {
        std::size_t to[2] = {i, i};
        for (std::size_t link = 0; link < 2; ++link)
            while (to[link] == i || (link == 1 && to[1] == to[0]))
                to[link] =
                    ends[static_cast<std::size_t>(draw.between(0, static_cast<double>(ends.size())))];
        for (const std::size_t other : to) {
            ends.push_back(i);
            ends.push_back(other);
            ++degree[i];
            ++degree[other];
        }
    }
    const barabasi_albert<> two{.links = 2};
    for (const std::size_t k : {2U, 3U, 5U}) {
        double share = 0;
        for (const std::size_t own : degree) share += own == k ? 1.0 / 20'000 : 0;
        CHECK_THAT(share, WithinAbs(two.share(static_cast<double>(k)), 0.016));
    }
    // A person's number of contacts has a relative spread near 1; the mean of a hundred of 0.1.
    double mean = 0;
    for (std::size_t i = 400; i < 500; ++i) mean += static_cast<double>(degree[i]) / 100;
    CHECK_THAT(mean, WithinRel(two.degree(450, 20'000), 0.4));
}

TEST_CASE("barabasi_albert: the first have the most contacts", "[network]")
{
    CHECK(three.degree(100, 100) == 3);
    CHECK(three.degree(1, 10'000) == 300);
}

TEST_CASE("barabasi_albert: slopes agree with differences", "[network]")
{
    const auto all = []<class R>(const R& x) -> R {
        const barabasi_albert<R> law{.links = x};
        return law.share(R(9)) + law.share_from(R(7)) + law.degree(R(4), R(x * 50));
    };
    CHECK_THAT(slope_of_dual(all, 3), WithinRel(slope_of_differences(all, 3), slope_error));
}

TEST_CASE("barabasi_albert: describes itself and refuses invalid parameters", "[network]")
{
    CHECK(wrong_in_description(three).empty());
    CHECK(names_of(three) == std::vector<std::string>{"links"});
    for (const double bad : {0.5, infinite, std::nan("")})
        CHECK(refused_by([=] { return barabasi_albert<>{.links = bad}; }) ==
              "must be 1 or greater, and finite");
}

} // namespace barabasi_albert_test
