#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace program {

/// Which sign parts a number's decimals from the rest; the other one groups its thousands.
enum class decimal_mark { point, comma };

/// Whether a cell stands for a figure that wasn't recorded: empty, NA, n/a, NaN, null, none, -, ?, #N/A.
[[nodiscard]] bool is_missing(std::string_view cell);

/// A number as it is written, without what stands around its digits: a currency, a percent sign, a sign,
/// the parentheses of a negative one, blanks and apostrophes between thousands.
struct written_number {
    std::string                 digits;       ///< "-1.234,5"; empty if the cell is not a number
    std::string                 sign;         ///< "%", "$", "EUR"; empty where there is none
    std::optional<decimal_mark> shows;        ///< the decimal mark that only fits
    bool                        open = false; ///< "1,234" or "1.234", which can be read in two ways
};

/// Takes a cell apart; nothing if it is not a number.
[[nodiscard]] std::optional<written_number> number_in(std::string_view cell);

/// The value; nothing if it is not a number with this decimal mark, or not finite.
[[nodiscard]] std::optional<double> value_of(const written_number& one, decimal_mark mark);

[[nodiscard]] inline bool looks_like_number(std::string_view cell)
{
    return number_in(cell).has_value();
}

} // namespace program
