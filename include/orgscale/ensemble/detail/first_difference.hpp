#pragma once

#include <sstream>
#include <string>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// The first line in which two texts differ, in words.
[[nodiscard]] inline std::string first_difference(const std::string& mine, const std::string& theirs)
{
    std::istringstream here{mine}, there{theirs};
    std::string        my_line, their_line;
    do {
        if (!std::getline(here, my_line)) my_line = "nothing";
        if (!std::getline(there, their_line)) their_line = "nothing";
    } while (my_line == their_line && (here || there));
    return "differs from rank 0: " + my_line + " instead of " + their_line;
}

} // namespace orgscale::detail
