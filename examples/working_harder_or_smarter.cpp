// More customers ask than people can serve: cut corners, work harder, or take time to improve how the work is done?
#include <cstdio>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/improvement/capability.hpp>
#include <orgscale/improvement/eroding_standard.hpp>
#include <orgscale/improvement/published_capability.hpp>
#include <orgscale/improvement/published_erosion.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

using namespace orgscale; // time in weeks

constexpr growth_state<> start{.people = 100, .customers = 1000};

/// A service whose people are all busy, and who can hire too few for those who ask.
constexpr linear_growth<frictionless> growth{.sales_rate           = 8,
                                             .hiring_rate          = 0.3,
                                             .customers_per_person = 10,
                                             .onboarding_time      = 2,
                                             .hiring_time          = 8,
                                             .attrition            = 0.0025,
                                             .churn                = 0.005,
                                             .patience             = 26};

/// Under pressure people give each customer less time, as in a bank's lending center.
constexpr operated<linear_growth<frictionless>, waiting_list, eroding_standard> corners{
    .growth   = growth,
    .intake   = {.patience = 26},
    .standard = {.erosion = published_erosion<>::oliva_sterman_2001().law, .quality_churn = 0.02}};

/// People who spend 10 of 40 hours on improvement so far, spend so many, of which pressure takes some.
operated<linear_growth<frictionless>, waiting_list, capability> spending(double hours,
                                                                         double yielding)
{
    auto standard     = capability<>::moved(published_capability<>::teaching_model(), hours);
    standard.yielding = yielding;
    return {.growth = growth, .intake = {.patience = 26}, .standard = standard};
}

} // namespace

int main()
{
    const auto harder = spending(10, 2), smarter = spending(20, 0);
    const auto cut   = solve(corners, corners.opening(start), {.to = 208});
    const auto hard  = solve(harder, harder.opening(start), {.to = 208});
    const auto smart = solve(smarter, smarter.opening(start), {.to = 208});
    const auto later = solve(smarter, hard(26), {.from = 26, .to = 208});

    std::puts("           cut corners       work harder      work smarter  smarter from week 26");
    std::puts("week  customers   time  customers   hour  customers   hour  customers   hour");
    for (const double t : {0.0, 4.0, 13.0, 26.0, 52.0, 104.0, 208.0}) {
        const auto first  = cut(t);
        const auto second = hard(t), third = smart(t), fourth = t < 26 ? second : later(t);
        std::printf("%4.0f  %9.0f  %4.0f%%  %9.0f  %4.0f%%  %9.0f  %4.0f%%  %9.0f  %4.0f%%\n", t,
                    first.customers,
                    100 * corners.standard.quality(first.standard, corners.pressure(t, first)),
                    second.customers, 100 * second.capability, third.customers,
                    100 * third.capability, fourth.customers, 100 * fourth.capability);
    }
    std::printf(
        "Working smarter is ahead of working harder from week %.0f on, and of cutting corners from week %.0f.\n",
        crossover(hard, smart).value().time, crossover(cut, smart).value().time);
} // The percentages are what no report of customers shows: the time that a customer gets, and what an hour of work
// achieves. For half a year working harder is ahead: nothing seems lost, while improvement costs customers at once. Then
// the improvement that was put off is missed, people work harder still, and less time is left to improve: the capability
// trap. Cut corners hold for a year; but the standard doesn't come back, so customers go on leaving, and fewer people
// seem to be needed. The way out is to protect the time for improvement, while there is something left to build on.

// Output:
//            cut corners       work harder      work smarter  smarter from week 26
// week  customers   time  customers   hour  customers   hour  customers   hour
//    0       1000   100%       1000   100%       1000   100%       1000   100%
//    4        996    99%        996   100%        944   118%        996   100%
//   13       1009    98%       1003    98%        946   148%       1003    98%
//   26       1028    97%        990    92%        992   173%        990    92%
//   52       1058    96%        864    68%       1052   193%       1007   170%
//  104       1097    94%        472    26%       1151   199%       1116   198%
//  208       1139    94%        110     6%       1287   200%       1266   200%
// Working smarter is ahead of working harder from week 26 on, and of cutting corners from week 57.
