#include "scenario/read_choices.hpp"

#include <cmath>

#include "format/bad_input.hpp"
#include "format/numbers.hpp"

namespace program {

namespace {

std::string in_brackets(double low, double high)
{
    return "[" + plain_digits(low) + ", " + plain_digits(high) + "]";
}

constexpr auto what_it_is = "[low, high], or {\"from\": low, \"to\": high, \"whole\": true}";

choice read_choice(const section& from, const std::string& name)
{
    const auto& value = *from.find(name);
    choice      read{.name  = name,
                     .place = from.file() + ":" + value.place(),
                     .low   = 0,
                     .high  = 0,
                     .whole = false};
    const bool  is_list = value.type == located_json::kind::list;
    if (!is_list && value.type != located_json::kind::object)
        from.refuse(name, std::string{"must be "} + what_it_is);
    if (is_list) {
        if (value.items.size() != 2 || value.items[0].type != located_json::kind::number ||
            value.items[1].type != located_json::kind::number)
            from.refuse(name,
                        std::string{"must be "} + what_it_is + ", but is a list of something else");
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

void refuse_domain(const choice& one, const std::string& rule)
{
    throw bad_input{one.place + ": choose." + one.name + " " + rule + ", but reaches from " +
                    plain_digits(number_at(one, 0)) + " to " + plain_digits(number_at(one, 1))};
}

std::vector<choice> read_choices(const section& from)
{
    std::vector<choice> all;
    if (!from.here()) return all;
    if (from.names().empty())
        throw bad_input{from.file() + ":" + from.place() + ": choose names nothing to choose"};
    for (const auto& name : from.names()) all.push_back(read_choice(from, name));
    return all;
}

} // namespace program
