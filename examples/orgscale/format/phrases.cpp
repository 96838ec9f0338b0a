#include "format/phrases.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "format/numbers.hpp"

namespace program {

std::string listed(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

std::string readable(const std::string& parameter)
{
    auto text = parameter.substr(parameter.rfind('.') + 1);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

std::string capital(std::string text)
{
    if (!text.empty())
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    return text;
}

std::string unit_in(const std::string& unit, const time_scale& time)
{
    auto       text = unit;
    const auto at   = text.find("time");
    if (at != std::string::npos) text.replace(at, 4, time.unit);
    return text;
}

std::string short_unit(const std::string& unit)
{
    return unit.substr(0, std::min(unit.find(','), unit.find(" (")));
}

std::string axis_unit(const std::string& unit)
{
    constexpr std::size_t longest = 42; // letters, on a phone too
    return unit.size() <= longest ? unit : short_unit(unit);
}

bool counts_in_thousands(const std::string& unit)
{
    return unit.starts_with("thousand") || unit.starts_with("million") ||
           unit.starts_with("billion");
}

std::string amount_alone(double value, const std::string& unit)
{
    if (!counts_in_thousands(unit)) return spoken(value);

    // Whole numbers with commas, since "12.3 thousand million dollars" is hard to read.
    const double size = std::abs(value);
    return size < 99.95 ? brief(value) : with_commas(fixed(value, 0));
}

std::string amount(double value, const std::string& unit)
{
    const auto number = amount_alone(value, unit);
    const bool single = number == "1" && unit.starts_with("people");
    return number + " " + (single ? "person" + unit.substr(6) : unit);
}

} // namespace program
