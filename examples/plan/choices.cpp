#include "choices.hpp"

#include <cmath>

#include "numbers.hpp"

namespace plan {

namespace {

std::string in_brackets(double low, double high)
{
    return "[" + plain_digits(low) + ", " + plain_digits(high) + "]";
}

choice read_choice(const section& from, const std::string& name)
{
    const auto& value = *from.find(name);
    choice      read{.name = name, .place = value.place(), .low = 0, .high = 0, .whole = false};
    if (value.type == located_json::kind::list) {
        if (value.items.size() != 2 || value.items[0].type != located_json::kind::number ||
            value.items[1].type != located_json::kind::number)
            from.refuse(name, "must be [low, high], or {\"from\": low, \"to\": high, "
                              "\"whole\": true}, but is a list of something else");
        read.low  = value.items[0].number;
        read.high = value.items[1].number;
    } else {
        const auto inner = from.inner(name);
        inner.only({"from", "to", "whole"});
        read.low   = inner.number("from");
        read.high  = inner.number("to");
        read.whole = inner.flag_if("whole").value_or(false);
    }
    if (!(read.low <= read.high))
        from.refuse(name, "must go from a lower to a higher number, but is " +
                              in_brackets(read.low, read.high));
    if (read.whole && std::ceil(read.low) > std::floor(read.high))
        from.refuse(name,
                    "must have a whole number in it, but is " + in_brackets(read.low, read.high));
    return read;
}

} // namespace

std::vector<choice> read_choices(const section& from)
{
    std::vector<choice> all;
    if (!from.here()) return all;
    for (const auto& name : from.names()) all.push_back(read_choice(from, name));
    return all;
}

} // namespace plan
