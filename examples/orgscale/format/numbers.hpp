#pragma once

#include <string>

namespace program {

/// Three digits as a table shows them: 311, 4,560, 12.3k, 4.56M, 7.89B, 1.2T.
[[nodiscard]] std::string brief(double value);

/// The same for what is counted, of which less than a hundredth is "< 0.01".
[[nodiscard]] std::string brief_count(double value);

/// Three digits as a sentence says them: "4,560", "12.3 thousand", "4.56 million".
[[nodiscard]] std::string spoken(double value);

/// As few digits as show the number to six: a parameter.
[[nodiscard]] std::string plain_digits(double value);

/// The same of a parameter or a count, "1,500"; not of a year.
[[nodiscard]] std::string counted_digits(double value);

[[nodiscard]] std::string fixed(double value, int decimals);

/// Without zeros at the end of its decimals: "2.50" as "2.5".
[[nodiscard]] std::string without_trailing_zeros(std::string digits);

/// 1234567.8 as 1,234,567.8.
[[nodiscard]] std::string with_commas(std::string digits);

/// "12.5 percent"; whole percents from 100 on.
[[nodiscard]] std::string percent(double share);

/// "3.1 times"; whole numbers from 10 on.
[[nodiscard]] std::string times_as_many(double ratio);

/// Whether it is a whole number, but for rounding.
[[nodiscard]] bool is_whole(double value);

} // namespace program
