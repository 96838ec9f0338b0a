// Whether runs are bitwise equal for lanes of every width if no operations are fused. Built for the default
// processor and, if the compiler can, for one with fused operations; returns 77, which CTest treats as skipped,
// if this processor lacks them. ORGSCALE_MEMBERS is what is run, in a program of its own, which keeps the
// compiler's memory small.
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <random>
#include <vector>

#include <orgscale/core/lanes.hpp>
#include <orgscale/solve/batch.hpp>

#include "varied_members.hpp"

using namespace orgscale;

namespace {

/// All numbers of a batch in the order of its members, with each ending.
using bits = std::vector<std::uint64_t>;

template <std::size_t Width, class Source>
bits solved(const Source& source, const batch_options<>& options, const step_plan& plan)
{
    constexpr std::size_t members = 100;
    std::vector<bits>     of(members);
    const auto            sink = [&](std::size_t i, const auto& states, ending reason) {
        of[i].push_back(static_cast<std::uint64_t>(reason));
        for (const auto& state : states)
            for (const double x : to_array<double>(state))
                of[i].push_back(std::bit_cast<std::uint64_t>(x));
    };
    if (plan.times.empty()) {
        solve_batch<Width>(0, members, source, options, sink);
    } else {
        solve_batch<Width>(0, members, source, options, plan, sink);
    }
    bits all;
    for (const bits& one : of) all.insert(all.end(), one.begin(), one.end());
    return all;
}

#ifndef ORGSCALE_MEMBERS
/// The library's own functions of a thousand numbers, first of some that are often got wrong.
template <std::size_t Width>
bits functions()
{
    constexpr double    infinite = std::numeric_limits<double>::infinity();
    std::vector<double> numbers{0.0,    -0.0,   infinite, -infinite, infinite - infinite,
                                5e-324, 1e-310, 1e308,    1e-17,     -1e-17,
                                709.7,  709.79, 710,      -707,      -708};
    std::mt19937_64     generator{3};
    while (numbers.size() < 1000) numbers.push_back(std::normal_distribution<>{0, 5}(generator));

    bits all;
    for (const double x : numbers) {
        const lanes<Width> y(x), positive_one(std::abs(x));
        for (const auto& f : {exp(y), expm1(y), log(positive_one), log1p(positive_one),
                              pow(positive_one, y), y / (1 + exp(-y)) * y + y})
            all.push_back(std::isnan(f[Width - 1]) ? 1 // whatever its bits
                                                   : std::bit_cast<std::uint64_t>(f[Width - 1]));
    }
    return all;
}
#endif

int broken = 0;

/// Says how many numbers of that width differ from those of width 1.
void compare(const char* what, std::size_t width, const bits& narrow, const bits& wide)
{
    std::size_t differ = narrow.size() == wide.size() ? 0 : wide.size();
    for (std::size_t n = 0; n < narrow.size() && n < wide.size(); ++n)
        if (narrow[n] != wide[n]) ++differ;
    std::printf("%-24s %3zu lanes: %zu of %zu numbers differ\n", what, width, differ, wide.size());
    if (differ > 0 || narrow.empty()) ++broken;
}

/// `in_width(w)` gives the numbers computed in lanes of the width of w.
template <class InWidth>
void compare_all(const char* what, const InWidth& in_width)
{
    const bits narrow = in_width(lanes<1>{});
    compare(what, 2, narrow, in_width(lanes<2>{}));
    compare(what, 4, narrow, in_width(lanes<4>{}));
    compare(what, 8, narrow, in_width(lanes<8>{}));
    compare(what, 16, narrow, in_width(lanes<16>{}));
}

template <class Source>
void compare_runs(const char* what, const Source& source)
{
    for (const std::size_t outputs : {std::size_t{3}, std::size_t{30}}) {
        const batch_options<> options{.to = 40, .outputs = outputs};
        compare_all(
            what, [&](auto width) { return solved<decltype(width)::size()>(source, options, {}); });
    }
}

} // namespace

int main()
{
#if defined(__AVX2__) && defined(__FMA__)
    if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) {
        std::puts(
            "This processor has no AVX2 or no FMA, for which the program is built: not tested.");
        return 77;
    }
#endif
#ifdef ORGSCALE_MEMBERS
    compare_runs("firms", ORGSCALE_MEMBERS);
#else
    compare_all("functions", [](auto width) { return functions<decltype(width)::size()>(); });
    compare_runs("crowds", mild);

    const batch_options<> options{.to = 20, .outputs = 30};
    const step_plan       plan = plan_steps(mild, 64, options);
    if (plan.times.empty()) return 1;
    compare_all("crowds, common steps",
                [&](auto width) { return solved<decltype(width)::size()>(mild, options, plan); });
#endif
    return broken == 0 ? 0 : 1;
}
