#include "scenario/starting_scenario.hpp"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "format/bad_input.hpp"
#include "format/nearest_name.hpp"
#include "format/shortened.hpp"

namespace program {

namespace {

constexpr auto head =
    R"(// A scenario for orgscale. Every number below is an example: put your own in its place, then run
//
//     orgscale plan FILE.json --report report.html
//
// "orgscale plan --explain PARAMETER" says what a parameter means, what it may be and what is known of it,
// "orgscale plan --help" what else a scenario may have. A number you don't know may be a range: [0.01, 0.03].
{
  "title": "Our organisation",
  "about": ["Where the numbers come from: say here what was measured and what was guessed."],

  // All times and rates below are in this unit: "month" or "year".
  "time": {"unit": "month", "horizon": 48},
  "people_are": "people",
  "customers_are": "customers",

  // Today.
  "now": {"people": 10, "customers": 150},
  // "target": {"people": 30, "customers": 500, "by": 24} would ask whether it gets that far by month 24.
)";

constexpr auto now_is =
    R"(  // How it is organised today. All six ways are compared with it:
  // linear, parallel or network, each under hierarchy or meritocracy.
  "now_is": "{}/hierarchy",
)";

constexpr auto promise =
    R"(  // What you promise, instead of how you are organised: 1000 customers by month 36, who wait at most
  // three weeks to be served, and room for nineteen of twenty. The program looks for the cheapest
  // organisation of each kind that keeps it. The wait is the mean; with a waiting list (intake, below) and
  // "wait_share": 0.9, nine of ten are to be served within it.
  "promise": {"customers": 1000, "by": 36, "wait": 0.75, "share": 0.95},

  // What the search may choose, and between what.
  "choose": {
    "hiring_rate": [0.5, 10],
    "span_of_control": [3, 12],
    "units": {"from": 1, "to": 4, "whole": true}
  },
)";

constexpr auto demand =
    R"(
  // What brings customers. sales_rate: how many you can win in a month by selling (linear, parallel).
  // innovation, imitation, potential: who joins unprompted, who joins on seeing others, and of how many (network).
  "demand": {"sales_rate": 40, "innovation": 0.003, "imitation": 0.1, "potential": 20000},

  "organisation": {
)";

constexpr auto hiring =
    R"(    "hiring_rate": 4, // people you can hire in a month, all units together
)";

constexpr auto rest =
    R"(    "customers_per_person": 20, // served by one person with all the time
    "decisions_per_customer": 1, // to win one: offer, price, start
    "onboarding_time": 0.5, // months to take a customer on
    "hiring_time": 2, // months to find a person
    "attrition": 0.01, // share of people who leave in a month: 0.01 is 1 percent
    "churn": 0.02 // share of customers who leave in a month
  },

  // Decisions go up to managers.
  "hierarchy": {
{span}    "control_retention": 0.95, // share of what is meant that arrives one level down
    "escalation": 0.3, // share of questions that is passed up a level
    "decisions_per_manager": 60, // settled in a month
    "time_per_level": 0.05 // months to pass a question one level up
  },

  // People decide for themselves, in step with a few peers.
  "meritocracy": {
    "alignment": 0.8, // how far efforts point in one direction
    "autonomy": 0.9, // share of decisions that need nobody else
    "peers": 5, // people one keeps in step with
    "time_per_peer": 0.02, // share of working time that each of them takes
    "decisions_per_person": 20, // settled in a month
    "core_decisions": 60, // those that need the core: settled by it in a month
    "time_per_hop": 0.05
  },

  // Units side by side share the rates above, and lose what waiting and agreeing takes.
  "parallel": {{units}"contention": 0.02, "coherency": 0.001},

  // Customers who help others: a share of them, each serving so many.
  "network": {"participation": 0.02, "customers_per_node": 20},

  // Customers who can't be taken on at once go elsewhere, or wait until they lose patience, here after 6 months.
  "intake": {"policy": "turned_away"}, // or {"policy": "waiting_list", "patience": 6}

  // New people are as productive as all others, or learn for some months, do half as much until then and take a
  // fifth of the time of somebody experienced.
  "workforce": {"policy": "ready_at_once"},
  // or {"policy": "rookies", "assimilation_time": 4, "rookie_productivity": 0.5, "mentoring": 0.2}

  // Pressure changes nothing, or corners are cut and the standard follows, or time for improvement gives way.
  "standard": {"policy": "fixed_standard"}, // the others: orgscale plan --explain standard

  // People who aren't needed stay until they leave, or are dismissed.
  "layoffs": {"policy": "no_layoffs"},
  // or {"policy": "layoffs", "dismissal_time": 3, "severance": 15000, "resignations_per_layoff": 0.3}

  "costs": {"per_person": 6000, "currency": "dollars"},

  // Which of these numbers nobody has measured; they are listed beside the result.
  "guesses": "all", // or by name: ["churn", "imitation"]

  // Questions.
  "what_if": [
    {"title": "every decision goes to the top", "composition": "linear/hierarchy", "set": {"escalation": 1}}
  ]
}
)";

std::string with(std::string text, const std::string& mark, const std::string& value)
{
    const auto at = text.find(mark);
    return at == std::string::npos ? text : text.replace(at, mark.size(), value);
}

} // namespace

std::string starting_scenario(const std::string& kind)
{
    const std::vector<std::string> kinds{"linear", "parallel", "network", "promise"};
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        throw bad_input{"--init " + shortened(kind) + " is not known" + did_you_mean(kind, kinds)};
    const bool designs = kind == "promise";
    auto       last    = with(rest, "{span}",
                     designs ? "" : "    \"span_of_control\": 7, // direct reports of a manager\n");
    last               = with(last, "{units}", designs ? "" : "\"units\": 3, ");
    return std::string{head} + (designs ? promise : with(now_is, "{}", kind)) + demand +
           (designs ? "" : hiring) + last;
}

} // namespace program
