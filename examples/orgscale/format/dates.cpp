#include "format/dates.hpp"

#include <cmath>

#include "format/numbers.hpp"

namespace program {

namespace {

/// One decimal below ten, none where it is 0.
std::string short_digits(double value)
{
    return without_trailing_zeros(fixed(value, value >= 9.95 ? 0 : 1));
}

std::string counted(double value, const std::string& unit)
{
    const auto digits = short_digits(value);
    return digits + " " + unit + (digits == "1" ? "" : "s");
}

} // namespace

std::string date(const time_scale& time, double at)
{
    if (time.start) return without_trailing_zeros(fixed(time.label(at), 1));
    return time.unit + " " + without_trailing_zeros(fixed(at, at >= 99.95 ? 0 : 1));
}

std::string on_date(const time_scale& time, double at)
{
    return (time.start ? "in " : "at ") + date(time, at);
}

std::string since(const time_scale& time, double at)
{
    return date(time, at) == date(time, 0) ? "the start" : date(time, at);
}

std::string duration(const time_scale& time, double lasts)
{
    const double years    = lasts / time.per_year();
    const bool   in_years = time.unit == "year" && years >= 2;
    const double value    = in_years ? years : 12 * years;
    const auto*  unit     = in_years ? "year" : "month";
    if (value > 0 && short_digits(value) == "0") return std::string{"less than 0.1 "} + unit + "s";
    return counted(value, unit);
}

std::string waiting(const time_scale& time, double lasts)
{
    const double days = lasts / time.per_year() * 365.25;
    if (lasts > time.horizon) return "over " + duration(time, time.horizon);
    if (!(days < 365.25 / 12)) return duration(time, lasts);
    if (days >= 0.95) return counted(days, "day");
    return 24 * days >= 0.95 || days == 0 ? counted(24 * days, "hour")
                                          : counted(24 * 60 * days, "minute");
}

std::string column_head(const time_scale& time, double at)
{
    if (time.start) return date(time, at);
    const double years = at / time.per_year();
    if (!is_whole(years)) return time.unit + " " + without_trailing_zeros(fixed(at, 1));
    return fixed(years, 0) + (is_whole(years - 1) && years < 1.5 ? " year" : " years");
}

} // namespace program
