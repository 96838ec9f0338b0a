// We want to give up control and build shared values: which first, when, and how fast?
#include <algorithm>
#include <cstdio>

#include <orgscale/design/design.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace {

using namespace orgscale;

/// A change whose dip is the deeper the faster it is: `haste` of the effort if it took no time, half of that in a year.
template <class From, class To>
struct hurried {
    using real_type = typename From::real_type;

    From                          from;
    To                            to;
    finite_value<real_type>       start;
    finite_positive<real_type>    duration;
    fraction_below_one<real_type> haste{0};

    [[nodiscard]] auto change() const
    {
        return transition<From, To>{from, to, start, duration, haste * 12 / (12 + duration)};
    }
    [[nodiscard]] auto at(const real_type& time) const { return change().at(time); }
    [[nodiscard]] auto breakpoints() const { return change().breakpoints(); }

    static constexpr auto parameters()
    {
        return description{
            parameter{"from", "", "", "governance before", &hurried::from},
            parameter{"to", "", "", "governance after", &hurried::to},
            parameter{"start", "", "time", "when it begins", &hurried::start},
            parameter{"duration", "", "time", "how long it takes", &hurried::duration},
            parameter{"haste", "", "-", "dip if it took no time", &hurried::haste}};
    }
};

template <class R>
using values = hurried<meritocracy<R>, meritocracy<R>>; // the same people, before and after
template <class R>
using reform = hurried<hierarchy<R>, values<R>>;

using firm                = linear_growth<reform>;
constexpr double coaching = 40;  // customer months that a month of coaching costs
constexpr double horizon  = 120; // months
constexpr double soonest  = 3;   // what is decided today begins in a quarter

meritocracy<> who_share(double alignment)
{
    return {.alignment = alignment, .peers = 5, .time_per_peer = 0.02};
}

const firm before_it{.governance  = {.from     = {.span_of_control = 7, .control_retention = 0.85},
                                     .to       = {.from     = who_share(0.4),
                                                  .to       = who_share(0.9),
                                                  .start    = soonest,
                                                  .duration = 24,
                                                  .haste    = 0.3},
                                     .start    = soonest,
                                     .duration = 24,
                                     .haste    = 0.5},
                     .sales_rate  = 100,
                     .hiring_rate = 8,
                     .customers_per_person = 5,
                     .patience             = 3};
constexpr growth_state<> start{.people = 200, .customers = 560};

/// Customers who asked and weren't served, with the coaching, in thousands of customer months.
const auto lost = [](const firm& one, const auto& run) {
    double sum = 0; // Simpson's rule by months
    for (int i = 0; i <= 120; ++i)
        sum += (i == 0 || i == 120 ? 1
                : i % 2 == 1       ? 4
                                   : 2) *
               (start.customers + 100.0 * i - run(i).customers) / 3;
    return (sum + coaching * one.governance.to.duration) / 1000;
};

/// The cheapest path on which the changes begin at these months at the earliest.
void print_cheapest(const char* order, double values_from, double control_from)
{
    const auto plan = design({.customers = 4000, .by = horizon}, before_it, start,
                             {{"governance.to.start", values_from, 60},
                              {"governance.to.duration", 3, 60},
                              {"governance.start", control_from, 60},
                              {"governance.duration", 3, 60}},
                             {}, lost);
    if (!plan) {
        std::printf("%-22s the promise can't be kept\n", order);
        return;
    }
    const auto& best   = plan.cheapest();
    const auto  months = [&](const char* begins, const char* takes) {
        std::printf("  %5.1f to %4.1f", best.value(begins), best.value(begins) + best.value(takes));
    };
    std::printf("%-20s", order);
    months("governance.to.start", "governance.to.duration");
    months("governance.start", "governance.duration");
    std::printf("   %9.0f   %9.1f\n", best.end.customers, best.cost);
}

} // namespace

int main()
{
    std::puts("                     building      giving up    customers      not served,\n"
              "                     values        control      after          thousands of\n"
              "order                in months     in months    10 years       customer months");
    print_cheapest("as is cheapest", soonest, soonest);
    print_cheapest("values first", soonest, 24);
    print_cheapest("control first", 24, soonest);

    const auto never = with(before_it, {{"governance.start", 10 * horizon}});
    const auto run   = solve(never, start, {.to = horizon});
    std::printf("%-51s   %9.0f   %9.1f\n", "values, but no giving up of control",
                run.back().state.customers, lost(never, run));
} // Both at once, now: values as fast as they can be built, control within a year. Whoever has to wait with one of the
// two does best to wait with the other too. Having to wait costs 2 percent, keeping control 26.

// Output:
//                      building      giving up    customers      not served,
//                      values        control      after          thousands of
// order                in months     in months    10 years       customer months
// as is cheapest          3.0 to  6.0    3.0 to 14.6        4666       465.3
// values first           15.9 to 37.2   24.0 to 27.0        4666       476.5
// control first          24.0 to 27.0   18.1 to 36.4        4666       476.2
// values, but no giving up of control                        2776       586.3
