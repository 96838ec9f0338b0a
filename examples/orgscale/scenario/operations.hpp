#pragma once

#include <string>

namespace program {

/// How an organisation is run: who sees its customers how, how work gets better, who owns a customer, who
/// waits for a place, how productive people are, what pressure makes of the work, and what money there is. Policies have the library's names.
struct operations {
    std::string observation = "perfect_observation";
    std::string improvement = "no_improvement";
    std::string ownership   = "single_owner";
    std::string intake      = "turned_away";
    std::string workforce   = "ready_at_once";
    std::string standard    = "fixed_standard";
    std::string layoffs     = "no_layoffs";
    bool        funded      = false; ///< whether the scenario has a budget
    std::string currency;            ///< of the budget
    double      cash  = 0;           ///< at time 0
    bool        stops = false;       ///< whether it ends when the money runs out
};

} // namespace program
