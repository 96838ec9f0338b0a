#include <orgscale/governance/nk_landscape.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace nk_landscape_test {

using namespace orgscale;

namespace {

/// Performance of all combinations of a random landscape whose contributions depend on the next K decisions.
std::vector<double> drawn(random_numbers& draw, unsigned decisions, unsigned dependencies)
{
    std::vector<double> all(std::size_t{1} << decisions);
    for (unsigned i = 0; i < decisions; ++i) {
        std::map<std::size_t, double> contribution;
        for (std::size_t s = 0; s < all.size(); ++s) {
            std::size_t seen = 0;
            for (unsigned j = 0; j <= dependencies; ++j)
                seen = 2 * seen + (s >> ((i + j) % decisions) & 1U);
            const auto found = contribution.try_emplace(seen, 0.0);
            if (found.second) found.first->second = draw.between(0, 1);
            all[s] += found.first->second / decisions;
        }
    }
    return all;
}

bool is_optimum(const std::vector<double>& all, std::size_t s, unsigned decisions)
{
    for (unsigned i = 0; i < decisions; ++i)
        if (all[s ^ (std::size_t{1} << i)] > all[s]) return false;
    return true;
}

} // namespace

TEST_CASE("nk_landscape: local optima of independent and of fully dependent decisions",
          "[governance]")
{
    // Derived: 2^8/9 = 28.44.
    CHECK_THAT(*(nk_landscape{.decisions = 8, .dependencies = 7}.local_optima()),
               WithinAbs(28.44, 5e-3));
    CHECK(*(nk_landscape{.decisions = 8, .dependencies = 0}.local_optima()) == 1);
    CHECK(*(nk_landscape{.decisions = 1, .dependencies = 0}.local_optima()) == 1); // both formulas
    CHECK(!(nk_landscape{.decisions = 8, .dependencies = 3}.local_optima()));
    CHECK(*(nk_landscape{.decisions = 8, .dependencies = 0}.optimum_height()) == 2.0 / 3);
    CHECK(!(nk_landscape{.decisions = 8, .dependencies = 1}.optimum_height()));
}

TEST_CASE("nk_landscape: random landscapes have as many optima, as high", "[governance]")
{
    random_numbers draw(1731);
    const int      landscapes = 60;
    double         optima = 0, squares = 0, height = 0;
    for (int i = 0; i < landscapes; ++i) {
        const auto rugged = drawn(draw, 8, 7);
        double     count  = 0;
        for (std::size_t s = 0; s < rugged.size(); ++s) count += is_optimum(rugged, s, 8) ? 1 : 0;
        optima += count / landscapes;
        squares += count * count / landscapes;
        const auto smooth = drawn(draw, 8, 0);
        height += *std::max_element(smooth.begin(), smooth.end()) / landscapes;
    }
    const double error = std::sqrt((squares - optima * optima) / landscapes);
    CHECK_THAT(optima, WithinAbs(*(nk_landscape{.decisions = 8, .dependencies = 7}.local_optima()),
                                 4 * error));
    // The mean of 8 larger ones of two has variance (1/18)/8.
    CHECK_THAT(height, WithinAbs(2.0 / 3, 4 * std::sqrt(1.0 / 18 / 8 / landscapes)));
}

TEST_CASE("nk_landscape: correlation falls with each dependency and each change", "[governance]")
{
    // By counting: a contribution stays the same if none of its K + 1 decisions is among d of N.
    for (unsigned n = 1; n <= 6; ++n)
        for (unsigned k = 0; k < n; ++k)
            for (unsigned d = 0; d <= n; ++d) {
                double same = 0, all = 0;
                for (unsigned changed = 0; changed < (1U << n); ++changed)
                    if (std::popcount(changed) == static_cast<int>(d)) {
                        ++all;
                        same += (changed & ((1U << (k + 1)) - 1)) == 0 ? 1 : 0;
                    }
                CHECK_THAT((nk_landscape{.decisions = n, .dependencies = k}.correlation(d)),
                           WithinAbs(same / all, 4 * ulp));
            }
    // One change of many decisions: 1 - (K+1)/N.
    STATIC_REQUIRE(nk_landscape{.decisions = 16, .dependencies = 3}.correlation(1) == 0.75);
}

TEST_CASE("nk_landscape: refuses dependencies on decisions that don't exist", "[governance]")
{
    const auto refused = [](std::int64_t n, std::int64_t k) {
        return refused_by([=] { return nk_landscape{.decisions = n, .dependencies = k}; });
    };
    CHECK(refused(0, 0) == "decisions must be 1 or more");
    CHECK(refused(4, 4) == "dependencies must be from 0 to decisions - 1");
    CHECK(refused(4, -1) == "dependencies must be from 0 to decisions - 1");
    CHECK(refused_by([] {
              return nk_landscape{.decisions = 4, .dependencies = 1}.correlation(5);
          }) == "changed must be from 0 to decisions");
}

} // namespace nk_landscape_test
