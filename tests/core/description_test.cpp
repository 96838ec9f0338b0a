#include <orgscale/core/description.hpp>

#include <string>
#include <tuple>
#include <type_traits>

#include <catch.hpp>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/with_real.hpp>

namespace description_test {

using namespace orgscale;

namespace {

template <class Real = double>
struct shop {
    using real_type = Real;

    Real counters;
    Real queue;

    static constexpr auto parameters()
    {
        return description{parameter{"counters", "k", "-", "counters open", &shop::counters},
                           parameter{"queue", "n", "people", "people in line", &shop::queue}};
    }
};

/// The same, described by a std::tuple.
template <class Real = double>
struct stall {
    using real_type = Real;

    Real counters;
    Real queue;

    static constexpr auto parameters()
    {
        return std::tuple{parameter{"counters", "k", "-", "counters open", &stall::counters},
                          parameter{"queue", "n", "people", "people in line", &stall::queue}};
    }
};

template <class Type>
std::string listed(const Type& one)
{
    std::string text;
    for_each_parameter(one, [&](const parameter_path& path, const auto& line, double value) {
        text += path.text() + ' ' + line.symbol + '=' + std::to_string(static_cast<int>(value)) +
                ';';
    });
    return text;
}

TEST_CASE("description: its lines are read in order, all at once or one by one", "[core]")
{
    constexpr description lines{1, 2.5, 'c'};
    STATIC_REQUIRE(std::tuple_size_v<std::remove_const_t<decltype(lines)>> == 3);
    STATIC_REQUIRE(
        std::is_same_v<std::tuple_element_t<2, std::remove_const_t<decltype(lines)>>, char>);
    STATIC_REQUIRE(get<0>(lines) == 1);
    STATIC_REQUIRE(get<1>(lines) == 2.5);
    STATIC_REQUIRE(get<2>(lines) == 'c');
    STATIC_REQUIRE(
        with_lines(lines, [](int a, double b, char c) { return a == 1 && b == 2.5 && c == 'c'; }));
    const auto [first, second, third] = lines;
    CHECK(first == 1);
    CHECK(second == 2.5);
    CHECK(third == 'c');
}

TEST_CASE("description: may have two lines of one type, and none", "[core]")
{
    constexpr description same{3, 4};
    STATIC_REQUIRE(get<0>(same) == 3);
    STATIC_REQUIRE(get<1>(same) == 4);
    STATIC_REQUIRE(
        with_lines(description<>{}, [](const auto&... line) { return sizeof...(line); }) == 0);
}

TEST_CASE("description: descriptions are joined in order", "[core]")
{
    constexpr auto both = joined(description{1, 'a'}, description{2L});
    STATIC_REQUIRE(
        std::is_same_v<std::remove_const_t<decltype(both)>, description<int, char, long>>);
    STATIC_REQUIRE(
        with_lines(both, [](int a, char b, long c) { return a == 1 && b == 'a' && c == 2; }));
    STATIC_REQUIRE(
        std::is_same_v<decltype(joined(description<>{}, description{1})), description<int>>);
}

TEST_CASE("description: a std::tuple of lines describes a type alike", "[core]")
{
    STATIC_REQUIRE(fully_described<shop<>>);
    STATIC_REQUIRE(fully_described<stall<>>);
    STATIC_REQUIRE(max_parameters<stall<>> == max_parameters<shop<>>);
    CHECK(listed(shop<>{2, 7}) == "counters k=2;queue n=7;");
    CHECK(listed(stall<>{2, 7}) == listed(shop<>{2, 7}));
    CHECK(with(stall<>{2, 7}, {{"queue", 9}}).queue == 9);
    CHECK(with_real<float>(stall<>{2, 7}).queue == 7.0F);
}

} // namespace
} // namespace description_test
