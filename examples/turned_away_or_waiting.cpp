// Customers who can't be served at once go elsewhere, or wait: which record distinguishes the two?
#include <cstdio>

#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

int main()
{
    using namespace orgscale; // time in months

    // Sells 30 a month, and hires two people a month, each of whom serves 10 customers.
    const linear_growth<hierarchy>           growth{.governance           = {.span_of_control = 7},
                                                    .sales_rate           = 30,
                                                    .hiring_rate          = 2,
                                                    .customers_per_person = 10,
                                                    .onboarding_time      = 0.5,
                                                    .attrition            = 0.01,
                                                    .churn                = 0.01};
    const operated<linear_growth<hierarchy>> elsewhere{.growth = growth};
    const operated<linear_growth<hierarchy>, waiting_list> wait{.growth = growth},
        give_up{.growth = growth, .intake = {.patience = 6}};

    const growth_state<> start{.people = 15, .customers = 100};
    const auto           first  = solve(elsewhere, elsewhere.opening(start), {.to = 36});
    const auto           second = solve(wait, wait.opening(start), {.to = 36});
    const auto           third  = solve(give_up, give_up.opening(start), {.to = 36});

    std::puts("           customers if they ...                 wait in months if they ...");
    std::puts(
        "month   go elsewhere   wait   give up after 6   go elsewhere   wait   give up after 6");
    for (const double t : {0.0, 6.0, 12.0, 24.0, 36.0})
        std::printf("%5.0f %14.0f %6.0f %17.0f %14.1f %6.1f %17.1f\n", t, first(t).customers,
                    second(t).customers, third(t).customers, elsewhere.experience(t, first(t)).wait,
                    wait.experience(t, second(t)).wait, give_up.experience(t, third(t)).wait);
} // The record of customers is the same: people limit it. That of the waits shows what becomes of the others.

// Output:
//            customers if they ...                 wait in months if they ...
// month   go elsewhere   wait   give up after 6   go elsewhere   wait   give up after 6
//     0            100    100               100            0.5    0.5               0.5
//     6            214    214               214            0.5    4.2               2.7
//    12            301    301               301            0.5    8.7               3.8
//    24            460    460               460            0.5   17.8               4.4
//    36            601    601               601            0.5   26.9               4.5
