#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// A cell as a pattern and the numbers in it: "13 july 2012" is "d m Y" with 13, 7 and 2012.
struct time_pattern {
    std::string      letters;
    std::vector<int> numbers;
};

/// The pattern of a lower-case cell: years as Y, other numbers of one or two digits as d, months as m, the words q, w, h
/// and fy as themselves; nothing if there is anything else.
[[nodiscard]] std::optional<time_pattern> pattern_of(std::string_view cell);

/// Takes "t10:30:15.5z" or " 10:30" off the end of a lower-case cell. Hours since midnight; nothing if it is wrong.
[[nodiscard]] std::optional<double> take_hours(std::string& cell);

} // namespace program
