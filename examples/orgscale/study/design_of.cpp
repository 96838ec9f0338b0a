#include "study/design_of.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/design/design.hpp>
#include <orgscale/design/person_time.hpp>
#include <orgscale/design/total_outlay.hpp>

#include "scenario/read_choices.hpp"
#include "study/marks.hpp"

namespace program {

namespace {

using model_type = organisation_model;

/// What an organisation costs until the promise is due: what it pays where there is a budget, else its
/// people's time at what a person costs, or as it is.
struct running_cost {
    bool   funded;
    double per_person;

    template <class Model, class Run>
    [[nodiscard]] double operator()(const Model& model, const Run& run) const
    {
        return funded ? orgscale::total_outlay{}(model, run)
                      : per_person * orgscale::person_time{}(model, run);
    }
};

design_found::organisation record_of(const orgscale::designed<model_type>& made,
                                     const std::vector<double>&            marks)
{
    design_found::organisation found{.chosen    = {},
                                     .cost      = made.cost,
                                     .people    = made.end.people,
                                     .customers = made.end.customers,
                                     .levels    = made.levels(),
                                     .path      = {},
                                     .margins   = made.margins};
    for (const auto& one : made.chosen) found.chosen.emplace_back(one.name, one.value);
    if (marks.empty()) return found;
    const auto run = made.run();
    for (const double time : marks) found.path.push_back(run(time).people);
    return found;
}

/// Whether a range could go further at an end: it can't where the parameter's domain ends too.
bool can_be_wider(const organisation& one, const orgscale::parameter_range<>& range, bool high)
{
    const double end  = range.at(high ? 1 : 0);
    const double step = range.whole ? 1 : 1e-3 * std::max(std::abs(end), range.high - range.low);
    try {
        static_cast<void>(with_values(one, {{range.name, end + (high ? step : -step)}}));
        return true;
    } catch (const orgscale::parameter_error&) {
        return false;
    }
}

/// Of all in the box, or where that is empty of the organisation itself.
design_found answer(const scenario& plan, const organisation& one,
                    const std::vector<orgscale::parameter_range<>>& box,
                    const std::vector<double>&                      marks)
{
    const orgscale::design_options<> once{.sample = 1, .runs = 0};
    const orgscale::design_options<> search{.sample = 96, .runs = 400}; // six of them take seconds
    const auto                       given = orgscale::design(
        *plan.promise, one.model,
        [&](const model_type& model) { return model.opening(plan.now, one.run_by.cash); }, box,
        box.empty() ? once : search,
        running_cost{one.run_by.funded, plan.cost ? plan.cost->per_person : 1});

    design_found found{.which          = one.which,
                       .name           = one.name(),
                       .verdict        = given.verdict,
                       .forbidden_by   = given.forbidden_by,
                       .binding        = given.binding,
                       .at_ends        = {},
                       .parts          = {},
                       .best           = std::nullopt,
                       .feasible_share = given.feasible_share,
                       .runs           = given.runs};
    for (const auto& end : given.at_ends)
        for (const auto& range : box)
            if (range.name == end.name && can_be_wider(one, range, end.high))
                found.at_ends.push_back({end.name, end.high});
    for (const auto& effect : given.parts)
        found.parts.push_back({effect.part, effect.price, effect.best});
    if (given)
        found.best = record_of(given.cheapest(), marks);
    else if (given.closest)
        found.best = record_of(*given.closest, marks);
    return found;
}

} // namespace

design_found design_of(const scenario& plan, const organisation& one)
{
    std::vector<orgscale::parameter_range<>> box;
    for (const auto& line : parameters_of(one))
        for (const auto& open : plan.choices)
            if (open.is_for(line.name)) box.push_back(range_of(open, line.name));
    return answer(plan, one, box, marks_until(plan.time, plan.promise->by));
}

std::optional<orgscale::promise_margins<>> keeping_of(const scenario& plan, const organisation& one)
{
    const auto found = answer(plan, one, {}, {});
    if (!found.best) return std::nullopt;
    return found.best->margins;
}

} // namespace program
