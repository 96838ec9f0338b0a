#pragma once

#include <functional>
#include <string>
#include <vector>

#include "records.hpp"

/// What is right, to within a small part of any other's claim: closed forms in a number with more digits
/// where there are any, else runs in it at a twentieth of the tightest tolerance that is judged. Derivatives
/// are central differences of such runs.
struct judge {
    std::string name;           ///< of the row
    bool        solved = false; ///< not a function
    bool        exact  = false; ///< whether it knows its solution

    /// States at these times.
    std::function<answers(const std::vector<long double>& times, bool with_slopes)> at;

    answers     values;
    answers     event;           ///< its time
    long double level       = 0; ///< at which it is
    long double event_speed = 0; ///< of the number that meets its level then
    bool cornered = false; ///< whether its rates have corners, such as a limit that begins to bind
};

/// One for each row of that part, by runs in the number `Right`.
template <class Right, class Part>
[[nodiscard]] std::vector<judge> judges_of_part();
