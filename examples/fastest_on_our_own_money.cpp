// How fast can a start-up grow that never runs out of money?
#include <cmath>
#include <cstdio>

#include <orgscale/compare/insolvency.hpp>
#include <orgscale/design/design.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/organization/self_financing_growth.hpp>

namespace {

using namespace orgscale;

constexpr double price = 1000, wage = 8000; // per customer and per person, each month
constexpr double served = 10, onboarding = 2, months = 36;

/// A service that could win and hire as many as it likes. It pays a hire for two months before the first
/// customers pay, and spends the cash at hand on hiring within some time.
operated<linear_growth<frictionless>, budget> spending_within(double time)
{
    return {.growth = {.sales_rate           = 1e6,
                       .hiring_rate          = 1e6,
                       .customers_per_person = served,
                       .onboarding_time      = onboarding},
            .budget = {.price = price, .wage = wage, .spending_time = time}};
}

void print_row(double cash)
{
    const auto opened = [&](const auto& firm) {
        return firm.opening({.people = 5, .customers = 50}, cash);
    };
    const auto smallness = [](const auto&, const auto& run) {
        return 1e6 / run.back().state.customers;
    };
    const auto  plan   = design({.by = months, .cash = 0}, spending_within(1), opened,
                                {{"budget.spending_time", 0.05, 120}}, {.sample = 32, .runs = 300},
                                smallness);
    const auto& best   = plan.cheapest();
    const auto  run    = best.run();
    const auto  within = best.value("budget.spending_time");
    double      lowest = 0; // when
    for (double t = 0; t < months; t += 0.25)
        if (run(t).cash < run(lowest).cash) lowest = t;
    const double growth = std::log(run(months).customers / run(months - 6).customers) / 6;
    const auto   hasty  = spending_within(0.8 * within);
    const auto   ends   = insolvency(hasty, opened(hasty), {.to = months});
    std::printf("%9.0f  %7.2f  %7.1f  %9.0f  %7.1f %%  %7.1f  %9.0f\n", cash, within, lowest,
                10 * std::round(run(months).customers / 10), 100 * growth, ends.value().time,
                100 * std::round(ends.value().uncovered / 100));
}

} // namespace

int main()
{
    std::puts("           fastest   lowest                        spent in a fifth less time");
    std::puts("  cash at  if spent  cash in  customers    growth  no money  it could not\n"
              "the start  within    month     month 36  a month   in month  pay, a month");
    for (const double cash : {0.0, 20e3, 100e3, 500e3, 2e6}) print_row(cash);
    const self_financing_growth<> own{.cost_of_sales      = wage / (price * served),
                                      .operating_expenses = 0,
                                      .receivables        = onboarding};
    std::printf("Financed by itself (Churchill and Mullins): %.1f %% a month\n",
                100 * own.growth_rate());
} // Money buys a head start, not faster growth: in the end each grows a little more slowly than its own customers could
// pay for, whatever it was given. One that was given more must spend it more slowly, since its hires are paid for two
// months before anybody pays for them; spent in a fifth less time, the money runs out.

// Output:
//            fastest   lowest                        spent in a fifth less time
//   cash at  if spent  cash in  customers    growth  no money  it could not
// the start  within    month     month 36  a month   in month  pay, a month
//         0     0.08      0.0       4190     12.3 %      1.5       2600
//     20000     0.25      2.5       4560     12.1 %      1.8       8800
//    100000     0.44      3.2       6900     11.8 %      2.3      26000
//    500000     0.56      3.8      19700     11.6 %      2.6     102500
//   2000000     0.59      4.0      68040     11.6 %      2.7     385800
// Financed by itself (Churchill and Mullins): 12.5 % a month
