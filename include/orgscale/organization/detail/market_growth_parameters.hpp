#pragma once

#include <orgscale/core/describe.hpp>

namespace orgscale::detail {

/// The parameters of market_growth, with their symbols in the 1968 listing.
template <class Model>
[[nodiscard]] constexpr auto market_growth_parameters()
{
    return description{
        parameter{"sales_loop", "SW1", "-", "share of the sales force that deliveries fund",
                  &Model::sales_loop},
        parameter{"delay_loop", "SW2", "-",
                  "share of the market that responds to the delivery delay", &Model::delay_loop},
        parameter{"capacity_loop", "SW3", "-", "share of the requested capacity that is ordered",
                  &Model::capacity_loop},
        parameter{"constant_salesmen", "SCT", "people", "salesmen when deliveries do not fund them",
                  &Model::constant_salesmen},
        parameter{"revenue_to_sales", "RS", "$/unit", "revenue spent on selling per unit delivered",
                  &Model::revenue_to_sales},
        parameter{"salesman_salary", "SS", "$/person/month", "salary of a salesman",
                  &Model::salesman_salary},
        parameter{"salesman_adjustment_time", "SAT", "month", "time to hire or dismiss salesmen",
                  &Model::salesman_adjustment_time},
        parameter{"delivery_averaging_time", "DRAT", "month",
                  "time over which the budget averages deliveries", &Model::delivery_averaging_time},
        parameter{"company_recognition_time", "TDDRC", "month",
                  "time until the company recognizes its delivery delay",
                  &Model::company_recognition_time},
        parameter{"market_recognition_time", "TDDRM", "month",
                  "further time until the market recognizes it", &Model::market_recognition_time},
        parameter{"tradition_time", "TDDT", "month", "time to get used to a delivery delay",
                  &Model::tradition_time},
        parameter{"sales_per_salesman", "SEM", "units/person/month", "maximum sales per salesman",
                  &Model::sales_per_salesman},
        parameter{"effectiveness_before", "SEDI", "-",
                  "effectiveness of sales that do not respond to the delay",
                  &Model::effectiveness_before},
        parameter{"effectiveness_after", "SEDF", "-", "the same effectiveness after the change",
                  &Model::effectiveness_after},
        parameter{"effectiveness_change", "SEDCT", "month", "time at which effectiveness changes",
                  &Model::effectiveness_change},
        parameter{"management_goal", "DDMG", "month", "management's goal for the delivery delay",
                  &Model::management_goal},
        parameter{"tradition_weight", "DDW", "-",
                  "weight of the traditional delay in the operating goal", &Model::tradition_weight},
        parameter{"delay_bias", "DDB", "-", "delivery delay over its goal that is tolerated",
                  &Model::delay_bias},
        parameter{"capacity_receiving_delay", "PCRD", "month",
                  "time from ordering capacity to its arrival", &Model::capacity_receiving_delay}};
}

} // namespace orgscale::detail
