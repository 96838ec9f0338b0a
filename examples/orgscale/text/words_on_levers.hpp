#pragma once

#include <string>

#include "study/study.hpp"
#include "text/passage.hpp"

namespace program {

/// What one parameter more or less does to the customers at the horizon and to the wall; first of all, where the
/// money runs out, to the date of that.
[[nodiscard]] passage on_levers(const study& found);

/// "raising the hiring rate by ten percent (16 to 17.6) gives 4.5 percent more customers at month 60 and no
/// wall before then".
[[nodiscard]] std::string result_in_words(const study& found, const lever& one);

/// "raising the hiring rate by ten percent (16 to 17.6)".
[[nodiscard]] std::string change_in_words(const lever& one);

/// "lowering the wage by ten percent (5,000 to 4,500) makes the money last until month 21, 7 months longer".
[[nodiscard]] std::string lasting_in_words(const study& found, const lever& one);

/// How much cash at the start would be enough.
[[nodiscard]] std::string enough_cash_in_words(const study& found);

/// A value before or after a change: "0.2793", "10.05", "39,590", "150 thousand".
[[nodiscard]] std::string change_digits(double value);

} // namespace program
