// How long does the wait of customers show a wall before growth does?
#include <cstdio>
#include <optional>

#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

using namespace orgscale;

constexpr double months = 120;

/// A service that spreads by word of mouth, whose people can hire a share of their number each month.
operated<network_growth<hierarchy>, waiting_list> service(double hiring_share, double patience)
{
    return {.growth = {.governance           = {.span_of_control = 7, .control_retention = 0.95},
                       .innovation           = 0.002,
                       .imitation            = 0.25,
                       .potential            = 20000,
                       .hiring_rate          = 3,
                       .customers_per_person = 10,
                       .hiring_share         = hiring_share,
                       .hiring_time          = 2,
                       .attrition            = 0.015,
                       .churn                = 0.01,
                       .patience             = 6},
            .intake = {.patience = patience}};
}

void print_row(double hiring_share, double patience)
{
    const auto firm = service(hiring_share, patience);
    const auto run  = solve(firm, firm.opening({.people = 20, .customers = 100}), {.to = months});
    std::optional<double> doubled;              // when the wait is twice its least
    double                longest = 0;          // the longest wait
    double                asked = 0, added = 0; // at most, in a month
    double                asked_most = 0, added_most = 0;
    for (double t = 0; t < months; t += 0.125) {
        const double wait = firm.experience(t, run(t)).wait;
        const double asks = firm.asked(t, run(t)).asked;
        const double adds = firm.derivative(t, run(t)).customers;
        if (!doubled && wait > 2 * firm.growth.onboarding_time) doubled = t;
        if (wait > longest) longest = wait;
        if (asks > asked) asked = asks, asked_most = t;
        if (adds > added) added = adds, added_most = t;
    }
    std::printf("%10.0f %%  %8.0f    %7.1f", 100 * hiring_share, patience, longest);
    if (doubled)
        std::printf("  %7.0f", *doubled);
    else
        std::printf("     none");
    std::printf("  %8.0f  %10.0f", asked_most, added_most);
    if (doubled)
        std::printf("  %9.0f\n", added_most - *doubled);
    else
        std::printf("       none\n");
}

} // namespace

int main()
{
    std::puts("                                   month in which                     lead of");
    std::puts("people hire  patience   longest     wait   most ask   customers   the wait,");
    std::puts("of their      months       wait  doubles             grow most      months");
    for (const double hiring_share : {0.05, 0.08, 0.12, 0.20})
        for (const double patience : {2.0, 6.0, 24.0}) print_row(hiring_share, patience);
} // Where hiring grows more slowly than word of mouth, the wait doubles within months, while more customers come each
// month for years: growth falls only when the market is nearly full. Where people hire as fast as customers talk, or
// where customers have too little patience for a list, there is no such sign.

// Output:
//                                    month in which                     lead of
// people hire  patience   longest     wait   most ask   customers   the wait,
// of their      months       wait  doubles             grow most      months
//          5 %         2        6.1        2        76          87         85
//          5 %         6       15.0        1        73          91         89
//          5 %        24       32.1        1        66          92         91
//          8 %         2        3.3        3        48          50         47
//          8 %         6        7.6        2        48          54         52
//          8 %        24       14.3        1        45          55         53
//         12 %         2        1.7     none        34          34       none
//         12 %         6        3.7        2        34          33         31
//         12 %        24        6.1        2        34          35         33
//         20 %         2        1.0     none        29          29       none
//         20 %         6        1.2     none        24          24       none
//         20 %        24        1.6     none        22          23       none
