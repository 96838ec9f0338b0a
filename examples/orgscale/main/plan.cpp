#include "format/output_file.hpp"
#include "main/commands.hpp"
#include "report/report.hpp"
#include "study/make_study.hpp"
#include "text/json_output.hpp"
#include "text/plain_text.hpp"

namespace program {

namespace {

constexpr auto about =
    R"(Compares six ways for an organisation to grow: linear, parallel and network growth, each under
hierarchy and under meritocracy. Prints how many people and customers each has over time, where it
meets its wall, what binds it, and in words what would move it.)";

constexpr auto notes =
    R"(A scenario describes an organisation now; those in examples/orgscale/scenarios are there to copy.
A parameter that isn't known is [low, high] instead of a number, or has a distribution:

  "churn": [0.01, 0.03]
  "churn": {"distribution": "uniform", "from": 0.01, "to": 0.03, "value": 0.02, "source": "a guess"}
  "churn": {"distribution": "triangular", "from": 0.01, "mode": 0.015, "to": 0.03}
  "churn": {"distribution": "normal", "mean": 0.02, "deviation": 0.01, "from": 0, "to": 1}
  "churn": {"distribution": "lognormal", "p10": 0.01, "p90": 0.03}
  "churn": {"distribution": "beta", "mean": 0.02, "deviation": 0.01}
  "churn": {"distribution": "mixture", "parts": [{"share": 3, "distribution": ...}, ...]}
  "uncertainty": {"members": 2000, "seed": 1,
                  "correlations": [{"first": "churn", "second": "attrition", "value": 0.5}]}

"value" is what the tables use (else the median); of the cases drawn the report shows fans.

How it is run, where that is to be told (else all is seen at once and nobody asks about money):

  "observation": {"policy": "dashboard", "reporting_interval": 1, "delay_per_level": 0.5,
                  "retention_per_level": 0.95, "smoothing": 1}
  "observation": {"policy": "shop_floor", "visit_interval": 1, "sample": 20, "standard_error": 0.2,
                  "volatility": 0.04}
  "improvement": {"policy": "continuous_improvement", "halving_time": 9, "gain": 0.3,
                  "defects_before": 0.1, "least_defects": 0.02,
                  "start": 6, "defect_churn": 0.05}
  "improvement": {"policy": "reorganization", "start": 12, "dip": 0.2, "recovery_time": 4,
                  "gain": 0.3, "fading_time": 18, "defects_before": 0.1, "defects_after": 0.05}
  "ownership":   {"policy": "functional_silos", "functions": 4, "utilization": 0.8,
                  "work_time": 0.1, "divergence": 0.1}
  "budget":      {"currency": "dollars", "cash": 100000, "price": 50, "wage": 5000,
                  "wage_step": 1.2, "cost_per_hire": 8000, "spending_time": 3}

A promise in place of an organisation: what may be chosen need not be written, nor "now_is":

  "demand":  {"sales_rate": 4000, "imitation": 0.2, "potential": 150000}
  "promise": {"customers": 100000, "by": 36, "wait": 0.07, "share": 0.95, "since": 30,
              "people": 2000, "cost": 5000000}
  "choose":  {"hiring_rate": [1, 500], "span_of_control": [3, 15],
              "units": {"from": 1, "to": 8, "whole": true}}

Times are counted from the start, in the unit of the scenario. A promise tells what it is about and
may leave out the rest; wait and share hold from "since" until "by". What it costs is told by costs or a
budget, else in people's time. The stages that an organisation comes to are told by lines of their own:

  "stages":  {"shortfall": 0.05, "repeated_sales": 10, "span_of_control": 7, "customers_known": 150,
              "scale": 1000, "decision_reserve": 2}

A question ("what_if") may set parameters, and have an observation, improvement, ownership or budget
of its own.

Input that can't be used gets one line on standard error and exit status 2; nothing is written.)";

std::string run(const command_input& given)
{
    const auto found = study_of(given.operand);
    auto       text  = given.has("--json") ? json_of(found) : text_of(found);
    if (const auto report = given.value("--report")) output_file{*report, report_of(found)}.keep();
    return text; // printed last, so that nothing is where the report can't be put in its place
}

} // namespace

command plan()
{
    return {.name    = "plan",
            .summary = "compares six ways for an organisation to grow",
            .about   = about,
            .operand = "SCENARIO.json",
            .options = {{"--report", "FILE.html",
                         "also writes a report with plots, in one file that needs no other"},
                        {"--json", "", "prints JSON for programs in place of the tables"}},
            .notes   = notes,
            .run     = run};
}

} // namespace program
