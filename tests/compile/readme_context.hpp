#pragma once

// The names used by the calls in the README's tables.

#include <cstddef>
#include <cstdint>
#include <vector>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/ensemble/vary.hpp>
#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/identify_all.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/organization/budget.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/solve.hpp>

namespace readme {

using namespace orgscale;

inline const network_growth<meritocracy> model{.governance           = {.alignment = 0.8},
                                               .imitation            = 0.12,
                                               .potential            = 1e6,
                                               .hiring_rate          = 1,
                                               .customers_per_person = 50};
inline const growth_state<>              start{.people = 5, .customers = 100};
inline const auto                        run = solve(model, start, {.to = 60});

inline const operated<linear_growth<meritocracy>, budget> firm{
    .growth = {.governance           = {.alignment = 0.8},
               .sales_rate           = 20,
               .hiring_rate          = 2,
               .customers_per_person = 5},
    .budget = {.price = 1, .wage = 4, .cost_per_hire = 3, .spending_time = 6}};
inline const auto opening = firm.opening(start, 500);

inline const double         t = 36;
inline const growth_state<> x = run(t);

inline const auto &a = model, &b = model;
inline const auto &a_start = start, &b_start = start;

inline const auto condition = [](double, const auto& x) { return x.customers - 1000; };
inline const auto output    = [](const auto& drawn) {
    return scaling_wall(drawn, {.people = 5, .customers = 100}, {.to = 600});
};

inline const std::vector<double>              years{2002, 2003, 2004}, figures{1, 2, 4};
inline const std::vector<double>              heads{5, 8, 13}, revenues{1, 2, 3}, ahead{2005, 2006};
inline const std::vector<uncertain_parameter> unknown{vary("churn", uniform(0.01, 0.03))};

inline constexpr std::size_t first = 0, last = 1000;
inline const batch_options<> options{.to = 60};
inline const auto            member_of = [](std::size_t) {
    return batch_member<network_growth<meritocracy>>{model, start};
};
inline const auto sink = [](std::size_t, const auto&, ending) {};

inline constexpr std::uint64_t count = 2;
inline const auto series = [](std::uint64_t) { return recorded_series{years, figures}; };

inline const bass<> market{.innovation = 0.01, .imitation = 0.4, .potential = 2e4};
inline const auto   fit = calibrate(market, observe(per_interval(), years, figures),
                                    {estimate("imitation"), estimate("potential")});

} // namespace readme
