// Longer than others: one reader of numbers, for every way in which people write them.

#include "table/number_cell.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <utility>

namespace program {

namespace {

using namespace std::string_view_literals;

// In UTF-8, and where that can't be meant, in Latin 1 or Windows 1252.
constexpr std::array blanks{
    " "sv, "\t"sv, "\xc2\xa0"sv, "\xe2\x80\x89"sv, "\xe2\x80\xaf"sv, "\xe2\x80\x87"sv, "\xa0"sv};
constexpr std::array apostrophes{"'"sv, "\xe2\x80\x99"sv, "\x92"sv};
constexpr std::array minuses{"-"sv, "\xe2\x88\x92"sv, "\xe2\x80\x93"sv};
constexpr std::array signs{"%"sv,        "$"sv,    "US$"sv,      "\xe2\x82\xac"sv, "\x80"sv,
                           "\xc2\xa3"sv, "\xa3"sv, "\xc2\xa5"sv, "\xe2\x82\xb9"sv, "USD"sv,
                           "EUR"sv,      "GBP"sv,  "CHF"sv,      "JPY"sv,          "INR"sv,
                           "CNY"sv,      "SEK"sv,  "NOK"sv,      "DKK"sv,          "CAD"sv,
                           "AUD"sv,      "BRL"sv,  "R$"sv,       "kr"sv,           "zl"sv};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

template <class List>
bool drop_front(std::string_view& text, const List& any)
{
    for (const auto one : any)
        if (text.starts_with(one)) return text.remove_prefix(one.size()), true;
    return false;
}

template <class List>
bool drop_back(std::string_view& text, const List& any)
{
    for (const auto one : any)
        if (text.ends_with(one)) return text.remove_suffix(one.size()), true;
    return false;
}

void trim(std::string_view& text)
{
    while (drop_front(text, blanks)) {
    }
    while (drop_back(text, blanks)) {
    }
}

/// Takes the longest sign off an end; false where there is none.
bool drop_sign(std::string_view& text, std::string& sign)
{
    std::string_view longest;
    bool             at_front = false;
    for (const auto one : signs) {
        if (one.size() <= longest.size()) continue;
        if (text.starts_with(one))
            longest = one, at_front = true;
        else if (text.ends_with(one))
            longest = one, at_front = false;
    }
    if (longest.empty()) return false;
    sign = longest;
    at_front ? text.remove_prefix(longest.size()) : text.remove_suffix(longest.size());
    trim(text);
    return true;
}

/// Digits in groups of three, or as in India in pairs and a last three, each separated by `mark`.
bool is_grouped(std::string_view whole, char mark)
{
    std::size_t at = 0, groups = 0;
    bool        threes = true, pairs = true;
    for (;;) {
        const auto end  = whole.find(mark, at);
        const auto size = std::min(end, whole.size()) - at;
        const bool last = end == std::string_view::npos;
        if (groups == 0) {
            threes = size >= 1 && size <= 3;
            pairs  = size >= 1 && size <= 2;
        } else {
            threes = threes && size == 3;
            pairs  = pairs && size == (last ? 3U : 2U);
        }
        if (last) return threes || (pairs && groups > 0);
        ++groups;
        at = end + 1;
    }
}

/// Digits and marks without the blanks or apostrophes between thousands; nothing where these don't group.
std::optional<std::string> without_blanks(std::string_view text)
{
    std::string digits, whole;
    bool        grouped = false, in_whole = true;
    while (!text.empty()) {
        if (drop_front(text, blanks) || drop_front(text, apostrophes)) {
            if (!in_whole) return std::nullopt;
            whole += ' ';
            grouped = true;
            continue;
        }
        if (!is_digit(text.front())) in_whole = false;
        if (in_whole) whole += text.front();
        digits += text.front();
        text.remove_prefix(1);
    }
    if (grouped && !is_grouped(whole, ' ')) return std::nullopt;
    return digits;
}

/// The part before an exponent; false where what follows the letter is none.
bool split_exponent(std::string_view& digits)
{
    const auto e = digits.find_first_of("eE");
    if (e == std::string_view::npos) return true;
    auto power = digits.substr(e + 1);
    if (!power.empty() && (power.front() == '+' || power.front() == '-')) power.remove_prefix(1);
    digits = digits.substr(0, e);
    return !power.empty() && power.size() <= 4 && std::all_of(power.begin(), power.end(), is_digit);
}

/// What the marks in the digits say; false where they fit no number.
bool classify_marks(std::string_view digits, bool has_exponent, written_number& into)
{
    const auto commas = std::count(digits.begin(), digits.end(), ',');
    const auto points = std::count(digits.begin(), digits.end(), '.');
    if (commas == 0 && points == 0) return true;
    const auto fits = [&](char mark, char group) { // with this decimal mark
        const auto at    = digits.find(mark);
        const auto whole = digits.substr(0, at);
        const auto rest  = at == std::string_view::npos ? ""sv : digits.substr(at + 1);
        if (rest.find_first_of(".,") != std::string_view::npos) return false;
        return whole.find(group) == std::string_view::npos ||
               (!has_exponent && !whole.starts_with('0') && is_grouped(whole, group));
    };
    const bool point = fits('.', ','), comma = fits(',', '.');
    if (point && comma)
        into.open = true;
    else if (point)
        into.shows = decimal_mark::point;
    else if (comma)
        into.shows = decimal_mark::comma;
    return point || comma;
}

} // namespace

bool is_missing(std::string_view cell)
{
    trim(cell);
    constexpr std::array words{""sv,     "na"sv,     "n/a"sv,  "nan"sv,          "n.a."sv,
                               "null"sv, "none"sv,   "#n/a"sv, "#nv"sv,          "nil"sv,
                               "-"sv,    "--"sv,     "---"sv,  "\xe2\x80\x93"sv, "\xe2\x80\x94"sv,
                               "?"sv,    "."sv,      ".."sv,   "..."sv,          "missing"sv,
                               "<na>"sv, "unknown"sv};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return word.size() == cell.size() &&
               std::equal(word.begin(), word.end(), cell.begin(), [](char one, char other) {
                   return one ==
                          (other >= 'A' && other <= 'Z' ? static_cast<char>(other + 32) : other);
               });
    });
}

std::optional<written_number> number_in(std::string_view cell)
{
    constexpr std::size_t longest = 60;
    if (cell.size() > longest) return std::nullopt;
    trim(cell);
    written_number found;
    const bool     in_parentheses = cell.size() > 2 && cell.front() == '(' && cell.back() == ')';
    if (in_parentheses) cell = cell.substr(1, cell.size() - 2);
    trim(cell);
    bool minus = drop_front(cell, minuses);
    trim(cell);
    drop_sign(cell, found.sign);
    minus = (!minus && drop_front(cell, minuses)) || minus;
    if (minus && in_parentheses) return std::nullopt;
    if (!minus && !in_parentheses && cell.starts_with('+')) cell.remove_prefix(1);
    if (cell.empty() || !(is_digit(cell.front()) || cell.front() == '.' || cell.front() == ','))
        return std::nullopt;
    auto digits = without_blanks(cell);
    if (!digits) return std::nullopt;
    std::string_view mantissa = *digits;
    if (!split_exponent(mantissa)) return std::nullopt;
    if (mantissa.find_first_not_of("0123456789.,") != std::string_view::npos ||
        std::none_of(mantissa.begin(), mantissa.end(), is_digit) ||
        !classify_marks(mantissa, mantissa.size() < digits->size(), found))
        return std::nullopt;
    found.digits = (minus || in_parentheses ? "-" : "") + *digits;
    return found;
}

std::optional<double> value_of(const written_number& one, decimal_mark mark)
{
    if (one.shows && *one.shows != mark) return std::nullopt;
    auto text = one.digits;
    std::erase(text, mark == decimal_mark::point ? ',' : '.');
    std::replace(text.begin(), text.end(), ',', '.');
    double     value      = 0;
    const auto end        = text.data() + text.size();
    const auto [at, code] = std::from_chars(text.data(), end, value);
    if (code != std::errc{} || at != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

} // namespace program
