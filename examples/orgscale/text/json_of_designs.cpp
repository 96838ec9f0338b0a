#include "text/json_values.hpp"

#include <cmath>

#include <orgscale/design/promise_part.hpp>

namespace program {

json of(const orgscale::promise_margins<>& one)
{
    auto parts = json::object(); // of what was promised
    for (const auto part : orgscale::promise_parts)
        if (std::isfinite(one.of(part))) parts[name(part)] = one.of(part);
    return {{"kept", one.kept()}, {"margins", parts}};
}

json of(const orgscale::promise<>& one)
{
    using orgscale::promise_part; // null where nothing is promised
    const auto asked = [&](promise_part part, double value) {
        return one.asks(part) ? of(value) : json(nullptr);
    };
    return {{"customers", asked(promise_part::customers, one.customers)},
            {"by", of(one.by)},
            {"since", of(one.since)},
            {"wait", asked(promise_part::wait, one.wait)},
            {"share", asked(promise_part::share, one.share)},
            {"people", asked(promise_part::people, one.people)},
            {"cost", asked(promise_part::cost, one.cost)},
            {"cash", asked(promise_part::cash, one.cash)}};
}

namespace {

json of_best(const design_found::organisation& one)
{
    auto chosen = json::object();
    for (const auto& [name, value] : one.chosen) chosen[name] = of(value);
    auto path = json::array();
    for (const double people : one.path) path.push_back(of(people));
    return {{"chosen", chosen},          {"cost", of(one.cost)},
            {"people", of(one.people)},  {"customers", of(one.customers)},
            {"levels", of(one.levels)},  {"people_at_marks", path},
            {"promise", of(one.margins)}};
}

} // namespace

json of(const design_found& one)
{
    auto forbidden = json::array(), parts = json::array(), ends = json::array();
    for (const auto& end : one.at_ends)
        ends.push_back({{"parameter", end.name}, {"end", end.high ? "high" : "low"}});
    for (const auto part : one.forbidden_by) forbidden.push_back(name(part));
    for (const auto& effect : one.parts)
        parts.push_back({{"part", name(effect.part)},
                         {"price", of(effect.price)},
                         {"best_margin", of(effect.best)}});
    return {{"composition", one.name},
            {"verdict", orgscale::describe(one.verdict)},
            {"feasible", one.feasible()},
            {"forbidden_by", forbidden},
            {"cost_set_by", one.binding ? json(name(*one.binding)) : json(nullptr)},
            {"parts", parts},
            {"at_ends", ends},
            {"best", one.best ? of_best(*one.best) : json(nullptr)},
            {"feasible_share", of(one.feasible_share)},
            {"runs", one.runs}};
}

} // namespace program
