#include "scenario/read_promise.hpp"

#include <string>
#include <tuple>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/customer/exponential_wait.hpp>
#include <orgscale/design/promise_part.hpp>

#include "format/bad_input.hpp"
#include "format/numbers.hpp"
#include "scenario/as_percent.hpp"

namespace program {

orgscale::scaling_journey<> read_stages(const section& from, const time_scale& time)
{
    std::vector<std::string> known;
    orgscale::with_lines(orgscale::scaling_journey<>::parameters(),
                         [&](const auto&... line) { (known.emplace_back(line.name), ...); });
    from.only(known);
    try {
        return orgscale::with_parameters(
            orgscale::scaling_journey<>{.holding_time = time.per_year() / 4},
            [&](const auto&, const auto& line, const double& usual) {
                return from.here() ? from.number_if(line.name).value_or(usual) : usual;
            });
    } catch (const orgscale::parameter_error& error) {
        from.refuse(error.parameter(),
                    std::string{error.rule()} + ", but is " + plain_digits(error.value()));
    }
}

std::optional<wait_tail> read_wait_tail(const section& from)
{
    const auto share = from.number_if("wait_share");
    if (!share) return std::nullopt;
    const auto within = from.number_if("wait");
    if (!within) from.refuse("wait_share", "needs the wait within which that share is served");
    if (!(*share > 0 && *share < 1))
        from.refuse("wait_share", "must be greater than 0 and less than 1, but is " +
                                      plain_digits(*share) + as_percent(*share));
    return wait_tail{*share, *within};
}

namespace {

/// The date until which something is to be reached: in the run.
double read_by(const section& from, const time_scale& time)
{
    const double by = from.number_if("by").value_or(time.horizon);
    if (!(by > 0 && by <= time.horizon))
        from.refuse("by", "must be greater than 0 and at most the horizon, " +
                              plain_digits(time.horizon) + ", but is " + plain_digits(by));
    return by;
}

} // namespace

target read_target(const section& from, const time_scale& time)
{
    from.only({"people", "customers", "by"});
    const auto above_zero = [&](const char* name) {
        const auto value = from.number_if(name);
        if (value && !(*value > 0))
            from.refuse(name, "must be greater than 0, but is " + plain_digits(*value));
        return value;
    };
    const target read{above_zero("people"), above_zero("customers"), read_by(from, time)};
    if (read.people || read.customers) return read;
    throw bad_input{from.file() + ":" + from.place() + ": " + from.path() +
                    " names nothing to reach: it states neither people nor customers"};
}

orgscale::promise<> read_promise(const section& from, const time_scale& time)
{
    using namespace orgscale;
    from.only({"customers", "by", "since", "wait", "wait_share", "share", "people", "cost", "cash"});
    const auto   tail  = read_wait_tail(from);
    const double by    = read_by(from, time);
    const double since = from.number_if("since").value_or(by);
    if (!(since >= 0 && since <= by))
        from.refuse("since", "must be from 0 to \"by\", " + plain_digits(by) + ", but is " +
                                 plain_digits(since));
    const auto stated = [&]<class Value>(const Value& usual, const char* name) {
        return Value::named(from.number_if(name).value_or(usual), name);
    };
    try {
        const promise<> nothing{.by = by};
        const auto      wait = stated(nothing.wait, "wait");
        const promise<> read{.customers = stated(nothing.customers, "customers"),
                             .by        = by,
                             .since     = since,
                             .wait      = tail ? exponential_wait<>::mean_for(tail->share, wait)
                                               : double{wait},
                             .share     = stated(nothing.share, "share"),
                             .people    = stated(nothing.people, "people"),
                             .cost      = stated(nothing.cost, "cost"),
                             .cash      = stated(nothing.cash, "cash")};
        for (const auto part : promise_parts)
            if (read.asks(part)) return read;
    } catch (const parameter_error& error) {
        from.refuse(error.parameter(), std::string{error.rule()} + ", but is " +
                                           plain_digits(error.value()) + as_percent(error));
    }
    throw bad_input{
        from.file() + ":" + from.place() + ": " + from.path() +
        " promises nothing: it states none of customers, wait, share, people, cost and cash"};
}

} // namespace program
