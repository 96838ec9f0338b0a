#include "scenario/section_help.hpp"

#include <sstream>

#include <fmt/core.h>

#include "format/wrapped.hpp"

namespace program {

const std::array<section_help, 31>& section_helps()
{
    static constexpr std::array<section_help, 31> all{{
        {"title", R"(One line that heads the tables and the report. Required.)"},
        {"about",
         R"(A text or a list of texts: where the numbers come from. Printed in the report.)"},
        {"time", R"(The unit of all times and rates, and how far to look. Required.
  "time": {"unit": "month", "horizon": 60}
  "time": {"unit": "year", "start": 2008, "horizon": 16}      "start" is a calendar year)"},
        {"people_are", R"(What to call those who work: "people", "nurses". Required.)"},
        {"customers_are", R"(What to call those who are served: "customers", "members". Required.)"},
        {"now", R"(People and customers at the start. Required.
  "now": {"people": 12, "customers": 150})"},
        {"now_is", R"(Which of the six the organisation is now: linear/hierarchy, linear/meritocracy,
parallel/hierarchy, parallel/meritocracy, network/hierarchy or network/meritocracy. Required
unless there is something to "choose".)"},
        {"organisation",
         R"(Parameters that all three ways to grow share. A section of one of them ("linear") may
state its own value instead, which then counts for that one alone.
  "organisation": {"hiring_rate": 2, "customers_per_person": 20, "churn": 0.02})"},
        {"demand",
         R"(How customers are won, where the ways to grow share it: sales_rate and sales_per_person for
linear and parallel growth; innovation, imitation and potential for the network.
  "demand": {"sales_rate": 40, "imitation": 0.2, "potential": 150000})"},
        {"linear", R"(Parameters of linear growth alone.)"},
        {"parallel",
         R"(Parameters of parallel growth alone: units side by side. Rates are those of the whole
organisation, also here; the program divides them among the units.
  "parallel": {"units": 4, "contention": 0.02, "coherency": 0.001})"},
        {"network",
         R"(Parameters of network growth alone: customers bring customers and help each other.
  "network": {"imitation": 0.2, "potential": 150000, "participation": 0.01,
              "customers_per_node": 40})"},
        {"hierarchy", R"(Parameters of a hierarchy. Required with its span_of_control.
  "hierarchy": {"span_of_control": 7, "control_retention": 0.95, "escalation": 0.3})"},
        {"meritocracy",
         R"(Parameters of a meritocracy: people decide for themselves and keep in step with peers.
  "meritocracy": {"alignment": 0.8, "autonomy": 0.9, "peers": 5, "time_per_peer": 0.02})"},
        {"observation", R"(How those who lead see what happens; by default at once and exactly.
  "observation": {"policy": "dashboard", "reporting_interval": 1, "delay_per_level": 0.5,
                  "retention_per_level": 0.95, "smoothing": 1}
  "observation": {"policy": "shop_floor", "visit_interval": 1, "sample": 20,
                  "standard_error": 0.2, "volatility": 0.04})"},
        {"improvement", R"(How work gets better; by default not at all.
  "improvement": {"policy": "continuous_improvement", "halving_time": 9, "gain": 0.3,
                  "defects_before": 0.1, "least_defects": 0.02, "start": 6,
                  "defect_churn": 0.05}
  "improvement": {"policy": "reorganization", "start": 12, "dip": 0.2, "recovery_time": 4,
                  "gain": 0.3, "fading_time": 18, "defects_before": 0.1, "defects_after": 0.05,
                  "every": 24}
Both at once:
  "improvement": {"policy": "combined_improvement", "continuous.halving_time": 9,
                  "continuous.gain": 0.3, "reorganizations.dip": 0.2,
                  "reorganizations.every": 24})"},
        {"ownership", R"(Who owns a customer; by default one person from beginning to end.
  "ownership": {"policy": "functional_silos", "functions": 4, "utilization": 0.8,
                "work_time": 0.1, "divergence": 0.1}
Desks are busier with customers, up to a largest_utilization, if there is one:
  "ownership": {"policy": "functional_silos", "functions": 4, "utilization": 0.5,
                "largest_utilization": 0.95, "work_time": 0.1})"},
        {"intake",
         R"(What becomes of customers who can't be taken on at once; by default they go elsewhere. On a
waiting list they wait until they are taken on, or give up when their patience ends. That includes
those who are being taken on, so a short patience loses customers even where there is room for all.
  "intake": {"policy": "waiting_list", "patience": 6})"},
        {"workforce",
         R"(How productive new people are; by default as productive as all others. Rookies do a share of the
work until they have learnt it, and each takes a share of an experienced person's time.
  "workforce": {"policy": "rookies", "assimilation_time": 6, "rookie_productivity": 0.4,
                "mentoring": 0.2}
They may learn in two stages:
  "workforce": {"policy": "two_stage_learning", "first_stage.assimilation_time": 3,
                "first_stage.rookie_productivity": 0.2, "first_stage.mentoring": 0.3,
                "second_stage.assimilation_time": 12, "second_stage.rookie_productivity": 0.7})"},
        {"standard",
         R"(What pressure makes of the work; by default nothing. A standard erodes if people cut corners under
pressure and then take for normal what they do: fewer people seem to be needed, and customers leave.
Capability is built up by working time for improvement, which gives way to other work under pressure by
"yielding", and erodes without it; below a certain level the organisation works ever harder for less.
  "standard": {"policy": "eroding_standard", "corner_cutting": 0.64, "falling_time": 4.3,
               "rising_time": 1000000, "quality_churn": 0.05}
  "standard": {"policy": "capability", "improvement_share": 0.15, "share_before": 0.1,
               "learning": 1, "erosion_time": 10, "yielding": 1})"},
        {"layoffs",
         R"(Who is dismissed when there are more people than are needed; by default nobody, and the staff
shrinks as people leave. With a budget, each costs severance; some follow of their own accord.
  "layoffs": {"policy": "layoffs", "dismissal_time": 3, "severance": 15000,
              "resignations_per_layoff": 0.3})"},
        {"budget",
         R"(Money: prices, wages, and hiring that stops when it runs out; by default money is no limit.
  "budget": {"currency": "dollars", "cash": 100000, "price": 50, "wage": 5000,
             "wage_step": 1.2, "cost_per_hire": 8000, "spending_time": 3}
An organisation that runs out of money goes on in debt and hires nobody; with "stop_when_insolvent": true
it ends there: in the tables, in each run drawn from uncertain parameters, in "compare", where it has no
customers left at the horizon, and in a promise, which then includes never to run out of money. Either
way the answer says when, what it can't pay, which change would put that off most, and how much cash would
be enough. If only the cost per customer matters, "costs" is enough.)"},
        {"costs",
         R"(What one person costs, all in, per unit of time; not with a budget, which states it.
  "costs": {"per_person": 5000, "currency": "dollars"})"},
        {"target",
         R"(How many people or customers, or both, it would like to have, and by when (the horizon, if nothing is
said). The answer begins with whether it gets there, when, and which change would help most. Nothing is
chosen for it; a promise is what an organisation is chosen for.
  "target": {"people": 300, "customers": 300, "by": 24})"},
        {"promise",
         R"(What the organisation must reach, instead of its present state. Each of these is optional. The mean
wait is at most "wait", and there is room for a share of the customers, both from "since" until "by".
  "promise": {"customers": 100000, "by": 36, "wait": 0.07, "share": 0.95, "since": 30,
              "people": 2000, "cost": 5000000}
With a budget, "cash" is the least that must be at hand at any time until "by".
With a waiting list and "wait_share", only that share of the customers is promised to be served within
"wait". Their mean wait is then at most wait/ln(1/(1 - wait_share)): waits are taken to spread exponentially about
their mean, as where anyone on the list is as likely to be next.
  "promise": {"customers": 100000, "by": 36, "wait": 0.25, "wait_share": 0.9})"},
        {"choose",
         R"(What the search for an organisation that keeps the promise may choose, and within which range.
These parameters need not be stated elsewhere, nor "now_is".
  "choose": {"hiring_rate": [1, 500], "span_of_control": [3, 15],
             "units": {"from": 1, "to": 8, "whole": true}})"},
        {"stages",
         R"(The conditions of the six stages from product-market fit to scaled operations, if they
differ from these. A stage is reached once it has lasted for holding_time, three months by default.
  "stages": {"shortfall": 0.05, "served_share": 0.5, "repeated_sales": 10, "span_of_control": 7,
             "customers_known": 150, "scale": 1000, "decision_reserve": 2})"},
        {"uncertainty",
         R"(How many runs are drawn where parameters are ranges or distributions, and from which seed;
by default 1000 from seed 1.
  "churn": [0.01, 0.03]
  "churn": {"distribution": "uniform", "from": 0.01, "to": 0.03, "value": 0.02,
            "source": "a guess"}
  "churn": {"distribution": "triangular", "from": 0.01, "mode": 0.015, "to": 0.03}
  "churn": {"distribution": "normal", "mean": 0.02, "deviation": 0.01, "from": 0, "to": 1}
  "churn": {"distribution": "lognormal", "p10": 0.01, "p90": 0.03}
  "churn": {"distribution": "beta", "mean": 0.02, "deviation": 0.01}
  "churn": {"distribution": "mixture", "parts": [{"share": 3, "distribution": ...}, ...]}
  "uncertainty": {"members": 2000, "seed": 1,
                  "correlations": [{"first": "churn", "second": "attrition", "value": 0.5}]}
The tables use "value", by default the median; the report shows the spread.)"},
        {"guesses",
         R"(Values that nobody measured, to be listed beside the verdict. Defaults and distributions are
listed anyway, plain numbers only if they are named here.
  "guesses": ["churn", "imitation"]
  "guesses": "all"
  "guesses": {"all_but": ["churn"]})"},
        {"recorded",
         R"(What was measured, in a CSV next to the scenario; its first line names the columns. Times are
calendar years if the scenario has a "start", otherwise counted from the start.
  "recorded": {"csv": "figures.csv", "time": "year", "people": "heads", "customers": "buyers"})"},
        {"what_if",
         R"(Questions: each changes one of the six, by parameters or by a policy of its own.
  "what_if": [{"title": "every decision goes to the top", "composition": "linear/hierarchy",
               "set": {"escalation": 1}}])"},
    }};
    return all;
}

std::string lines_of(const section_help& one)
{
    constexpr std::size_t widest = 100;
    std::istringstream    lines{fmt::format("\"{}\": {}", one.name, one.text)};
    std::string           out, paragraph;
    const auto            close = [&] {
        if (!paragraph.empty()) out += wrapped(paragraph, widest, 0);
        paragraph.clear();
    };
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(' ')) {
            close();
            out += line + "\n";
        } else {
            paragraph += line + " ";
        }
    }
    close();
    return out;
}

} // namespace program
