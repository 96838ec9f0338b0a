#pragma once

#include <functional>
#include <string>
#include <vector>

#include "records.hpp"

/// The reference results, much more accurate than any claim: closed forms with more digits if there are
/// any, otherwise runs at a twentieth of the tightest tolerance tested. Derivatives are central differences
/// of such runs.
struct judge {
    std::string name;           ///< name of the row
    bool        solved = false; ///< whether it is solved, not a function
    bool        exact  = false; ///< whether it has a closed form

    /// States at these times.
    std::function<answers(const std::vector<long double>& times, bool with_slopes)> at;

    answers     values;
    answers     event;            ///< its time
    long double level       = 0;  ///< the level crossed
    long double event_speed = 0;  ///< slope of the crossing number
    bool        cornered = false; ///< whether its rates have kinks, as where a limit starts to bind
};

/// One for each row of the part, by runs in the number type `Right`.
template <class Right, class Part>
[[nodiscard]] std::vector<judge> judges_of_part();
