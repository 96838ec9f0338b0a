#include "promise_of_scenario.hpp"

#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/design/promise_part.hpp>

#include "bad_input.hpp"
#include "models_of_scenario.hpp"
#include "nearest_name.hpp"
#include "numbers.hpp"

namespace plan {

namespace {

/// Whether the ends of the range are in the domain; rules between parameters are for the design.
void check_domain(const choice& one, const composition& model, const std::string& parameter)
{
    for (const double end : {one.lowest(), one.highest()}) try {
            static_cast<void>(model.with([&](const std::string& name, double value) {
                return name == parameter ? end : value;
            }));
        } catch (const orgscale::parameter_error& error) {
            if (*error.parameter() != '\0') one.refuse_domain(error.rule());
        }
}

} // namespace

orgscale::scaling_journey<> read_stages(const section& from)
{
    std::vector<std::string> known;
    std::apply([&](const auto&... line) { (known.emplace_back(line.name), ...); },
               orgscale::scaling_journey<>::parameters());
    from.only(known);
    try {
        return orgscale::with_parameters(
            orgscale::scaling_journey<>{}, [&](const auto&, const auto& line, const double& usual) {
                return from.here() ? from.number_if(line.name).value_or(usual) : usual;
            });
    } catch (const orgscale::parameter_error& error) {
        from.refuse(error.parameter(),
                    std::string{error.rule()} + ", but is " + plain_digits(error.value()));
    }
}

orgscale::promise<> read_promise(const section& from, const time_scale& time)
{
    using namespace orgscale;
    from.only({"customers", "by", "since", "wait", "share", "people", "cost"});
    const double by    = from.number_if("by").value_or(time.horizon);
    const double since = from.number_if("since").value_or(by);
    if (!(by > 0 && by <= time.horizon))
        from.refuse("by", "must be greater than 0 and at most the horizon, " +
                              plain_digits(time.horizon) + ", but is " + plain_digits(by));
    if (!(since >= 0 && since <= by))
        from.refuse("since", "must be from 0 to \"by\", " + plain_digits(by) + ", but is " +
                                 plain_digits(since));
    const auto told = [&]<class Value>(const Value& usual, const char* name) {
        return Value::named(from.number_if(name).value_or(usual), name);
    };
    try {
        const promise<> nothing{.by = by};
        const promise<> read{.customers = told(nothing.customers, "customers"),
                             .by        = by,
                             .since     = since,
                             .wait      = told(nothing.wait, "wait"),
                             .share     = told(nothing.share, "share"),
                             .people    = told(nothing.people, "people"),
                             .cost      = told(nothing.cost, "cost")};
        for (const auto part : promise_parts)
            if (read.asks(part)) return read;
    } catch (const parameter_error& error) {
        from.refuse(error.parameter(),
                    std::string{error.rule()} + ", but is " + plain_digits(error.value()));
    }
    throw bad_input{from.file() + ":" + from.place() + ": " + from.path() +
                    " promises nothing: it tells none of customers, wait, share, people and cost"};
}

std::array<bool, 6> read_left_open(const section& whole, const scenario& plan)
{
    std::array<bool, 6> open{};
    for (std::size_t i = 0; i < open.size(); ++i) {
        auto                     from = sources_of(whole, i, policies_in(whole), plan.choices);
        std::vector<std::string> names;
        from.opened = &names;
        static_cast<void>(read_composition(from, i));
        open[i] = !names.empty();
        if (open[i] && plan.told_as == i)
            whole.refuse("now_is", "tells the organisation, so that " + names.front() +
                                       " must be written; without now_is it is designed");
    }
    return open;
}

void check_choices(const section& from, const scenario& plan)
{
    for (const auto& one : plan.choices) {
        std::set<std::string> known;
        bool                  is_there = false;
        for (const auto& model : plan.compositions)
            for (const auto& line : model.parameters()) {
                known.insert(without_prefix(line.name));
                if (!one.is_for(line.name)) continue;
                is_there = true;
                check_domain(one, model, line.name);
                for (const auto& other : plan.choices)
                    if (other.name != one.name && other.is_for(line.name))
                        from.refuse(one.name, "is there again as " + other.name);
                for (const auto& value : plan.unknowns.values)
                    for (const auto& use : value.uses)
                        if (use.composition == model.which() && use.parameter == line.name)
                            from.refuse(one.name, "is to be chosen, but has a distribution at " +
                                                      value.path + "; one of the two is enough");
            }
        if (!is_there)
            from.refuse(one.name,
                        "is not known" + did_you_mean(one.name, {known.begin(), known.end()}));
    }
}

} // namespace plan
