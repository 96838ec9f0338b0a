#include <orgscale/queueing/erlang_b.hpp>

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include <boost/math/special_functions/gamma.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace erlang_b_test {

using namespace orgscale;

namespace {

/// The textbook recursion.
double by_recursion(double load, int servers)
{
    double blocking = 1;
    for (int c = 1; c <= servers; ++c) blocking = load * blocking / (c + load * blocking);
    return blocking;
}

/// The relative error of a probability e^-L: a rounding for each unit of L.
double roundings(double probability) { return (16 - std::log(probability)) * ulp; }

} // namespace

TEST_CASE("erlang_b: agrees with the recursion", "[queueing]")
{
    // The recursion accumulates rounding errors over about sqrt(a) servers.
    for (const double load : {1e-9, 0.01, 1.0, 7.0, 60.0, 399.0, 401.0, 3000.0, 40000.0})
        for (const double margin : {-10.0, -3.0, -1.0, 0.0, 0.5, 1.0, 3.0, 8.0, 20.0}) {
            const int servers = static_cast<int>(load + margin * std::sqrt(load));
            if (servers < 0) continue;
            const double wanted = by_recursion(load, servers);
            CHECK_THAT((erlang_b<>{.load = load, .servers = double(servers)}.blocking()),
                       WithinRel(wanted, roundings(wanted) + 4 * ulp * std::sqrt(load)));
        }
}

TEST_CASE("erlang_b: between integers it is the incomplete gamma function", "[queueing]")
{
    // B = a^c e^-a / Γ(c+1, a), which Boost computes to some 50 roundings; the exponent is at most 800 here.
    random_numbers draw(501);
    for (int i = 0; i < 400; ++i) {
        const double load    = draw.magnitude(1e-6, 80);
        const double servers = draw.between(0, 1.5 * load + 3);
        const double wanted  = std::exp(servers * std::log(load) - load) /
                              boost::math::tgamma(servers + 1, load);
        CHECK_THAT((erlang_b<>{.load = load, .servers = servers}.blocking()),
                   WithinRel(wanted, 1000 * ulp));
    }
}

TEST_CASE("erlang_b: the recursion also holds between integers", "[queueing]")
{
    random_numbers draw(502);
    for (int i = 0; i < 2000; ++i) {
        const double load = draw.magnitude(1e-3, 1e7);
        // In quarters, so that c + 1 is exact.
        const double servers =
            std::floor(4 * load * draw.between(0, 1) + 12 * std::sqrt(load) * draw.between(0, 1)) /
            4;
        const double fewer = erlang_b<>{.load = load, .servers = servers}.blocking();
        const double more  = erlang_b<>{.load = load, .servers = servers + 1}.blocking();
        CHECK_THAT(more,
                   WithinRel(load * fewer / (servers + 1 + load * fewer), 2 * roundings(more)));
    }
}

TEST_CASE("erlang_b: agrees with published tables of the largest load", "[queueing]")
{
    // Tables of Erlang's loss formula as printed in textbooks; the recursion confirms each load's blocking.
    struct line {
        double servers, load, printed_to;
    };
    const auto check = [](double blocking, const std::vector<line>& table) {
        for (const auto& [servers, load, printed_to] : table) {
            const auto found = erlang_b<>::largest_load(servers, blocking);
            REQUIRE(found);
            CHECK_THAT(*found, WithinAbs(load, printed_to / 2 * 1.02));
            CHECK_THAT(by_recursion(*found, static_cast<int>(servers)),
                       WithinRel(blocking, 1e-12)); // a few roundings times up to c
        }
    };
    check(0.01, {{1, 0.0101, 1e-4},
                 {2, 0.153, 1e-3},
                 {3, 0.455, 1e-3},
                 {5, 1.36, 1e-2},
                 {10, 4.46, 1e-2},
                 {20, 12.0, 0.1},
                 {50, 37.9, 0.1},
                 {100, 84.1, 0.1}});
    check(0.02, {{1, 0.0204, 1e-4},
                 {5, 1.66, 1e-2},
                 {10, 5.08, 1e-2},
                 {20, 13.2, 0.1},
                 {50, 40.3, 0.1},
                 {100, 88.0, 0.1}});
}

TEST_CASE("erlang_b: derived numbers", "[queueing]")
{
    // Found by the recursion and by quadrature, to the digits shown.
    CHECK_THAT((erlang_b<>{.load = 7, .servers = 10}.blocking()), WithinAbs(0.078740882970, 5e-13));
    CHECK_THAT(by_recursion(7, 10), WithinAbs(0.078740882970, 5e-13));
    CHECK_THAT((erlang_b<>{.load = 2, .servers = 2.5}.blocking()), WithinAbs(0.295419506412, 5e-13));
    CHECK_THAT(std::pow(2, 2.5) * std::exp(-2.0) / boost::math::tgamma(3.5, 2.0),
               WithinAbs(0.295419506412, 5e-13));
}

TEST_CASE("erlang_b: closed forms for one server and none", "[queueing]")
{
    for (const double load : {1e-300, 1e-9, 0.3, 1.0, 17.0, 1e7, 1e300}) {
        CHECK((erlang_b<>{.load = load, .servers = 0}.blocking()) == 1);
        CHECK((erlang_b<>{.load = load, .servers = 0}.carried_load()) == 0);
        CHECK_THAT((erlang_b<>{.load = load, .servers = 1}.blocking()),
                   WithinRel(load / (1 + load), 8 * ulp));
        CHECK_THAT((erlang_b<>{.load = load, .servers = 1}.carried_load()),
                   WithinRel(load / (1 + load), 8 * ulp));
    }
}

TEST_CASE("erlang_b: has its limit for few servers and little load", "[queueing]")
{
    // c ∫ e^{-a t} (1+t)^(c-1) dt = (1-B)/B falls to c (ln(1/a) - 0.577...) as both vanish.
    const double euler = 0.57721566490153286;
    for (const double load : {1e-5, 1e-9, 1e-100, 1e-300}) {
        const erlang_b<> queue{.load = load, .servers = 1e-9};
        CHECK_THAT(queue.carried_load(), WithinRel(load * 1e-9 * (-std::log(load) - euler),
                                                   1e-6 + 2 * load * 10)); // c ln a
    }
}

TEST_CASE("erlang_b: measures are monotone and in range from 1 to 10 million erlang", "[queueing]")
{
    random_numbers draw(503);
    for (int i = 0; i < 3000; ++i) {
        const double load    = draw.magnitude(1, 1e7);
        const double servers = draw.between(0, 2) * load + draw.between(0, 10);
        const double step    = draw.magnitude(1e-3, 10) * std::sqrt(load);
        const auto   at   = [](double a, double c) { return erlang_b<>{.load = a, .servers = c}; };
        const double here = at(load, servers).blocking();
        CHECK(here >= 0);
        CHECK(here <= 1);
        CHECK(at(load, servers + step).blocking() <= here);
        CHECK(at(load + step, servers).blocking() >= here);
        CHECK(at(load, servers).carried_load() <= load);
        CHECK(at(load, servers).carried_load() <= servers * (1 + 8 * ulp));
        CHECK_THAT(at(load, servers).carried_load() + at(load, servers).lost_load(),
                   WithinRel(load, 4 * ulp));
    }
}

TEST_CASE("erlang_b: doesn't overflow with too many or too few servers", "[queueing]")
{
    for (const double load : {1e-300, 1e-3, 1.0, 300.0, 500.0, 1e7})
        for (const double times : {3.0, 100.0, 1e6}) {
            const erlang_b<> queue{.load = load, .servers = 1000 + times * load};
            CHECK(queue.blocking() < 1e-80);
            CHECK_THAT(queue.carried_load(), WithinRel(load, 2 * ulp));
        }
    CHECK((erlang_b<>{.load = 1, .servers = 1e300}.blocking()) == 0);
    // If nearly everybody is lost, B is 1 - c/a.
    CHECK_THAT((erlang_b<>{.load = 1e300, .servers = 1e10}.carried_load()),
               WithinRel(1e10, 4 * ulp));
}

TEST_CASE("erlang_b: the carried load of few servers under a load beyond any", "[queueing]")
{
    // 1 - B is then c/a.
    CHECK_THAT(erlang_b<>({.load = 1e300, .servers = 1e-40}).carried_load(),
               WithinRel(1e-40, 1e-15));
    CHECK_THAT(erlang_b<>({.load = 1e200, .servers = 1e-150}).carried_load(),
               WithinRel(1e-150, 1e-15));
    CHECK(erlang_b<>({.load = 1e300, .servers = 0}).carried_load() == 0);
}

TEST_CASE("erlang_b: the largest load has the blocking it was asked for", "[queueing]")
{
    random_numbers draw(504);
    for (int i = 0; i < 300; ++i) {
        const double servers  = draw.one_in(2) ? draw.magnitude(0.5, 1e6)
                                               : std::floor(draw.magnitude(1, 1e6));
        const double blocking = draw.one_in(2) ? draw.magnitude(1e-12, 0.5)
                                               : draw.between(0.1, 0.99);
        const auto   load     = erlang_b<>::largest_load(servers, blocking);
        REQUIRE(load);
        // A rounding error of the load is amplified by up to c, and once more in its logarithm.
        CHECK_THAT((erlang_b<>{.load = *load, .servers = servers}.blocking()),
                   WithinRel(blocking, (64 + 40 * servers) * ulp));
    }
}

TEST_CASE("erlang_b: the largest load is empty where there is none", "[queueing]")
{
    CHECK(erlang_b<>::largest_load(0, 0.5) == std::nullopt);
    CHECK(erlang_b<>::largest_load(5, 0) == std::nullopt);
    CHECK(erlang_b<>::largest_load(5, 1) == std::nullopt);
    CHECK(erlang_b<>::largest_load(5, 0.999));
    CHECK(erlang_b<>::largest_load(1e-6, 1e-300) == std::nullopt); // e^(-7e8)
    CHECK_THAT(*erlang_b<>::largest_load(1, 1e-300), WithinRel(1e-300, 1000 * ulp));
}

TEST_CASE("erlang_b: is a fluid at very heavy loads", "[queueing]")
{
    for (const double load : {1e30, 1e160, 1e200, 1e307}) {
        CHECK_THAT((erlang_b<>{.load = load, .servers = 0.6 * load}.blocking()),
                   WithinRel(0.4, 8 * ulp));
        CHECK((erlang_b<>{.load = load, .servers = 1.5 * load}.blocking()) == 0);
        // At c = a it is sqrt(2/(π a)).
        CHECK_THAT((erlang_b<>{.load = load, .servers = load}.blocking()),
                   WithinRel(std::sqrt(2 / std::acos(-1.0)) / std::sqrt(load), 1e-13));
    }
}

TEST_CASE("erlang_b: the servers for a share invert the published tables", "[queueing]")
{
    // Consecutive table entries differ by more than their last digit.
    for (const auto& [servers, load] : {std::pair{2, 0.152}, std::pair{5, 1.36}, std::pair{10, 4.46},
                                        std::pair{20, 12.0}, std::pair{50, 37.9}})
        CHECK(erlang_b<>::least_servers(load, 0.01) == servers);
    random_numbers draw(505);
    for (int i = 0; i < 200; ++i) {
        const double load  = draw.magnitude(1e-3, 1e9);
        const double share = draw.one_in(2) ? draw.magnitude(1e-12, 0.5) : draw.between(0.01, 0.99);
        const auto   whole = erlang_b<>::least_servers(load, share);
        const auto   exact = erlang_b<>::servers_for(load, share);
        REQUIRE((whole && exact));
        const auto blocking = [&](double c) {
            return erlang_b<>{.load = load, .servers = c}.blocking();
        };
        const double c = static_cast<double>(*whole);
        CHECK(blocking(c) <= share * (1 + 1e-12));
        CHECK(blocking(c - 1) > share * (1 - 1e-12));
        CHECK(*exact <= c);
        CHECK(*exact >= c - 1);
        // A rounding error of c is amplified by ln(a) or c.
        CHECK_THAT(blocking(*exact), WithinRel(share, 1e-12 + 4 * ulp * c));
    }
    CHECK(erlang_b<>::least_servers(5, 1) == 0);
    CHECK(erlang_b<>::servers_for(5, 1) == 0);
    CHECK(erlang_b<>::least_servers(5, 0) == std::nullopt);
    CHECK(erlang_b<>::least_servers(1e17, 0.1) == std::nullopt);
}

TEST_CASE("erlang_b: slopes agree with differences", "[queueing]")
{
    const auto by_load = [](double servers) {
        return [servers]<class R>(const R& load) -> R {
            return erlang_b<R>{.load = load, .servers = R(servers)}.blocking();
        };
    };
    const auto by_servers = [](double load) {
        return [load]<class R>(const R& servers) -> R {
            return erlang_b<R>{.load = R(load), .servers = servers}.blocking();
        };
    };
    // The sums run 10 bits beyond the value's convergence, for the derivatives.
    for (const double load : {0.5, 4.0, 70.0, 390.0, 410.0, 2000.0})
        for (const double part : {0.5, 1.0, 1.1}) {
            const double servers = std::ceil(load * part);
            CHECK_THAT(slope_of_dual(by_load(servers), load),
                       WithinRel(slope_of_differences(by_load(servers), load), slope_error));
            CHECK_THAT(slope_of_dual(by_servers(load), servers),
                       WithinRel(slope_of_differences(by_servers(load), servers), slope_error));
        }
    // dB/da = B (c/a - 1 + B), and by the inverse 1 over it.
    const double b = erlang_b<>{.load = 4, .servers = 6}.blocking();
    CHECK_THAT(slope_of_dual(by_load(6), 4), WithinRel(b * (0.5 + b), 64 * ulp));
    const auto inverse = []<class R>(const R& blocking) -> R {
        return *erlang_b<R>::largest_load(R(6), blocking);
    };
    CHECK_THAT(slope_of_dual(inverse, b), WithinRel(1 / (b * (0.5 + b)), 1e-12));
    // Twice: d²B/da² = B' (c/a - 1 + B) + B (B' - c/a²).
    using second = dual<tangent>;
    const second load{tangent{4, {1}}, {tangent{1}}};
    const double slope = b * (0.5 + b);
    CHECK_THAT((erlang_b<second>{.load = load, .servers = 6}.blocking().slope().slope()),
               WithinRel(slope * (0.5 + b) + b * (slope - 0.375), 1e-12));
}

TEST_CASE("erlang_b: describes itself", "[queueing]")
{
    const erlang_b<> queue{.load = 4, .servers = 6};
    CHECK(wrong_in_description(queue).empty());
    CHECK(names_of(queue) == std::vector<std::string>{"load", "servers"});
}

TEST_CASE("erlang_b: refuses loads and servers out of range", "[queueing]")
{
    const auto of = [](double load, double servers) {
        return [=] { return erlang_b<>{.load = load, .servers = servers}; };
    };
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused_by(of(bad, 1)) == "must be greater than 0 and finite");
    for (const double bad : {-1e-9, infinite, std::nan("")})
        CHECK(refused_by(of(1, bad)) == "must be 0 or greater, and finite");
    CHECK(refused_by([] { return erlang_b<>::largest_load(5, 1.5); }) == "must be from 0 to 1");
    CHECK_THAT(refusal_text(of(-1, 1)), ContainsSubstring("erlang_b_test.cpp:"));
}

} // namespace erlang_b_test
