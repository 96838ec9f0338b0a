#include <orgscale/core/margined_derivative.hpp>

#include <array>

#include <catch.hpp>

#include <orgscale/core/one_of.hpp>

namespace margined_derivative_test {

using namespace orgscale;

namespace {

struct straight {
    using real_type = double;
};

struct bent {
    using real_type = double;
    static constexpr std::array<double, 2> margins(double people)
    {
        return {people - 3, people - 5};
    }
};

} // namespace

TEST_CASE("margined derivative: is a derivative and as many margins as there are changes", "[core]")
{
    constexpr margined_derivative<std::array<double, 1>, double, 2> found{{3}, {1, -1}};
    STATIC_REQUIRE(found.derivative[0] == 3);
    STATIC_REQUIRE(found.margins.size() == 2);
}

TEST_CASE("margined derivative: several lists of margins are joined, including empty ones", "[core]")
{
    const std::array<double, 0> none{};
    CHECK(joined_margins(bent::margins(4), none, std::array{7.0}) == std::array{1.0, -1.0, 7.0});
    STATIC_REQUIRE(joined_margins(std::array<double, 0>{}).empty());
}

TEST_CASE("margined derivative: a policy has the margins that it gives, and else none", "[core]")
{
    STATIC_REQUIRE(margins_given<straight, double>() == 0);
    STATIC_REQUIRE(margins_given<bent, double>() == 2);
    STATIC_REQUIRE(margins_given<one_of<straight, bent>, double>() == 2);
    CHECK(policy_margins<2>(bent{}, 4.0) == std::array{1.0, -1.0});
    CHECK(policy_margins<3>(bent{}, 4.0) == std::array{1.0, -1.0, 1.0});

    // Of a choice, those of what it holds; what is missing never changes its sign.
    CHECK(policy_margins<2>(one_of<straight, bent>{bent{}}, 4.0) == std::array{1.0, -1.0});
    for (const double people : {1.0, 4.0, 6.0})
        CHECK(policy_margins<2>(one_of<straight, bent>{straight{}}, people) == std::array{1.0, 1.0});
}

} // namespace margined_derivative_test
