#pragma once

#include <string>

#include <orgscale/growth/growth_limits.hpp>

#include "study/study.hpp"

namespace program_tests {

/// A study that nobody computed, for tests of what is said about one: five years in months, six runs that
/// end with a few more customers each, the first as the organisation is.
inline program::study small_study()
{
    program::study found{};
    auto&          plan = found.plan;
    plan.title          = "A shop";
    plan.time           = {.unit = "month", .start = {}, .horizon = 60};
    plan.people_are     = "people";
    plan.customers_are  = "customers";
    plan.stated_as      = 0;
    found.marks         = {12, 24, 60};
    for (std::size_t i = 0; i < program::composition_names.size(); ++i) {
        program::outcome one{};
        one.which             = i;
        one.name              = program::composition_names[i];
        one.complete          = true;
        one.reason            = "it reached its end";
        one.curve             = {{0, 10, 100}, {60, 20, 500 + 10 * static_cast<double>(i)}};
        one.marks             = {one.start(), one.start(), one.end()};
        one.bands             = {{0, 60, orgscale::growth_limit::sell}};
        one.binds             = orgscale::growth_limit::sell;
        one.growth            = {"linear", {}, {}, {}, {}};
        one.taken_on          = 1;
        one.experience.served = 1; // whoever is won is served
        found.outcomes.push_back(one);
    }
    found.moves.usual   = {true, {}, {}, 20, 500};
    found.moves.horizon = 60;
    return found;
}

/// What a run with one parameter changed by ten percent would do to those customers: a share more by the run
/// and by the slope.
inline program::lever lever_of(const std::string& name, double run, double slope)
{
    program::lever one{};
    one.name           = name;
    one.before         = 10;
    one.after          = 11;
    one.customers.move = 500 * slope;
    one.rerun          = {true, {}, {}, 20, 500 * (1 + run)};
    return one;
}

} // namespace program_tests
