// What does it cost a growing firm if overload tires its people?
#include <cstdio>

#include <orgscale/core/select.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

/// People who remember overload: tired, they serve fewer customers and leave sooner.
template <class Real = double>
struct burnout {
    using real_type = Real;
    struct state_type {
        Real fatigue; // share by which the load exceeded what could be served, as remembered
    };

    Real recovery; // how long overload is remembered, on average [months]

    state_type opening(const auto&, const auto&) const { return {Real(0)}; }
    state_type rates(const state_type& own, const auto&, const auto& flows) const
    {
        const Real overload = flows.load / flows.capacity - 1;
        return {(orgscale::greatest(overload, Real(0)) - own.fatigue) / recovery};
    }
    auto changed(orgscale::growth_conditions<Real> now, const state_type& own) const
    {
        now.per_head = now.per_head / (1 + own.fatigue);
        return now;
    }
    Real attrition(const Real& usual, const state_type& own) const
    {
        return usual * (1 + 4 * own.fatigue);
    }
};

static_assert(orgscale::stock_policy<burnout<>, double>);

int main()
{
    using namespace orgscale;

    const linear_growth<hierarchy> growth{
        .governance           = {.span_of_control = 7, .control_retention = 0.95},
        .sales_rate           = 20,
        .sales_per_person     = 0.2,
        .hiring_rate          = 4,
        .customers_per_person = 5,
        .attrition            = 0.015,
        .churn                = 0.01,
        .patience             = 6};

    const auto print = [](const char* recovery, const auto& firm) {
        const auto run = solve(firm, firm.opening({.people = 30, .customers = 100}), {.to = 48});
        std::printf("%12s  %8.0f  %8.0f  %8.0f", recovery, run(12).customers, run(48).customers,
                    run(48).people);
        if constexpr (requires { run(0).fatigue; })
            std::printf("  %8.2f  %8.2f\n", run(12).fatigue, run(48).fatigue);
        else
            std::puts("         -         -");
    };
    std::puts("months until  customers after    people       fatigue after");
    std::puts("   recovered    1 year   4 years   4 years    1 year   4 years");
    print("never tired", operated<linear_growth<hierarchy>>{.growth = growth});
    const auto tired = [&](double months) {
        return operated<linear_growth<hierarchy>, burnout>{.growth = growth, .stocks = {months}};
    };
    print("1", tired(1));
    print("3", tired(3));
    print("6", tired(6));
    print("12", tired(12));
} // Growth itself is the overload: customers are won before those who will serve them are hired. How long people remember it
// decides when the firm feels it, not how much: 40 percent fewer customers after four years.

// Output:
// months until  customers after    people       fatigue after
//    recovered    1 year   4 years   4 years    1 year   4 years
//  never tired       252       560       151         -         -
//            1       155       323       107      0.34      0.23
//            3       164       324       107      0.35      0.23
//            6       182       326       108      0.28      0.24
//           12       204       341       112      0.18      0.23
