#pragma once

#include <string>
#include <vector>

namespace program {

/// One figure that was recorded.
struct record {
    double time;  ///< as the file counts it: a calendar year, a month
    double value; ///< 0 or greater
};

/// The recorded figures of people and of customers; either may be empty.
struct recorded {
    std::string         file;
    std::vector<record> people;
    std::vector<record> customers;
};

} // namespace program
