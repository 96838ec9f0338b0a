#pragma once

#include <tuple>

#include <orgscale/core/describe.hpp>

namespace orgscale::detail {

/// What the parameters of market_growth are, with their names in the listing of 1968.
template <class Model>
[[nodiscard]] constexpr auto market_growth_parameters()
{
    return std::tuple{
        parameter{"sales_loop", "SW1", "-", "1 where deliveries pay for salesmen",
                  &Model::sales_loop},
        parameter{"delay_loop", "SW2", "-", "1 where the market minds the delivery delay",
                  &Model::delay_loop},
        parameter{"capacity_loop", "SW3", "-", "1 where the delay calls for capacity",
                  &Model::capacity_loop},
        parameter{"constant_salesmen", "SCT", "people", "salesmen where deliveries pay for none",
                  &Model::constant_salesmen},
        parameter{"revenue_to_sales", "RS", "$/unit", "revenue that is spent on selling",
                  &Model::revenue_to_sales},
        parameter{"salesman_salary", "SS", "$/person/month", "what a salesman costs",
                  &Model::salesman_salary},
        parameter{"salesman_adjustment_time", "SAT", "month", "to hire or let go what is due",
                  &Model::salesman_adjustment_time},
        parameter{"delivery_averaging_time", "DRAT", "month", "of deliveries, for the budget",
                  &Model::delivery_averaging_time},
        parameter{"company_recognition_time", "TDDRC", "month",
                  "until the company sees its delivery delay", &Model::company_recognition_time},
        parameter{"market_recognition_time", "TDDRM", "month",
                  "from there until the market sees it", &Model::market_recognition_time},
        parameter{"tradition_time", "TDDT", "month", "to get used to a delivery delay",
                  &Model::tradition_time},
        parameter{"sales_per_salesman", "SEM", "units/person/month", "what one sells at best",
                  &Model::sales_per_salesman},
        parameter{"effectiveness_before", "SEDI", "-", "of selling where no delay is minded",
                  &Model::effectiveness_before},
        parameter{"effectiveness_after", "SEDF", "-", "the same after the change",
                  &Model::effectiveness_after},
        parameter{"effectiveness_change", "SEDCT", "month", "when it changes",
                  &Model::effectiveness_change},
        parameter{"management_goal", "DDMG", "month", "the delivery delay that management wants",
                  &Model::management_goal},
        parameter{"tradition_weight", "DDW", "-", "1 where the goal is the delay one is used to",
                  &Model::tradition_weight},
        parameter{"delay_bias", "DDB", "-", "delay over its goal that is put up with",
                  &Model::delay_bias},
        parameter{"capacity_receiving_delay", "PCRD", "month",
                  "from the order of capacity to its arrival", &Model::capacity_receiving_delay}};
}

} // namespace orgscale::detail
