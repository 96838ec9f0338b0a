#pragma once

#include <vector>

#include <orgscale/design/design.hpp>
#include <orgscale/design/person_time.hpp>
#include <orgscale/design/total_outlay.hpp>

#include "designs.hpp"

namespace plan {

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

/// What is asked of a composition.
struct design_question {
    const scenario&     plan;
    const composition&  model;
    std::vector<double> marks;  ///< times at which people are told
    bool                search; ///< or only what is there
};

template <class Model>
[[nodiscard]] design_found::organisation told(const orgscale::designed<Model>& made,
                                              const design_question&           asked)
{
    design_found::organisation found{.chosen    = {},
                                     .cost      = made.cost,
                                     .people    = made.end.people,
                                     .customers = made.end.customers,
                                     .levels    = made.levels(),
                                     .path      = {},
                                     .margins   = made.margins};
    for (const auto& one : made.chosen)
        found.chosen.emplace_back(asked.model.own_name(one.name), one.value);
    if (asked.marks.empty()) return found;
    const auto run = made.run();
    for (const double time : asked.marks) found.path.push_back(run(time).people);
    return found;
}

template <class Model>
[[nodiscard]] design_found design_of_model(const Model& model, const design_question& asked)
{
    const auto& plan    = asked.plan;
    const auto& run     = asked.model.run_by();
    const auto  opening = [&](const Model& one) { return one.opening(plan.now, run.cash); };

    std::vector<orgscale::parameter_range<>> box;
    if (asked.search)
        for (const auto& line : asked.model.parameters())
            for (const auto& one : plan.choices)
                if (one.is_for(line.name))
                    box.push_back(one.range(asked.model.full_name(line.name)));

    const orgscale::design_options<> once{.sample = 1, .runs = 0};
    const auto                       answer = orgscale::design(
        *plan.promise, model, opening, box, box.empty() ? once : orgscale::design_options<>{},
        running_cost{run.funded, plan.cost ? plan.cost->per_person : 1});

    design_found found{.which        = asked.model.which(),
                       .name         = asked.model.name(),
                       .verdict      = answer.verdict,
                       .forbidden_by = answer.forbidden_by,
                       .binding      = answer.binding,
                       .parts        = answer.parts,
                       .best         = std::nullopt,
                       .kept_share   = answer.kept_share,
                       .runs         = answer.runs};
    if (answer)
        found.best = told(answer.cheapest(), asked);
    else if (answer.closest)
        found.best = told(*answer.closest, asked);
    return found;
}

// One for each growth law, in a file of its own: the three are compiled side by side.
[[nodiscard]] design_found design_of_linear(const design_question& asked);
[[nodiscard]] design_found design_of_parallel(const design_question& asked);
[[nodiscard]] design_found design_of_network(const design_question& asked);

} // namespace plan
