#include "study/run_to_end.hpp"

#include <algorithm>

#include <orgscale/compare/insolvency.hpp>
#include <orgscale/solve/solve.hpp>

namespace program {

run_made run_to_end(const organisation_model& model, const orgscale::growth_state<>& now,
                    const operations& run_by, double horizon)
{
    const auto start = model.opening(now, run_by.cash);
    run_made   made{.run = orgscale::solve(model, start, {.to = horizon})};
    if (!run_by.funded) return made;
    const auto end = orgscale::insolvency(model, made.run);
    if (!end) return made;
    made.gone = money_gone{end->time, end->uncovered};
    if (!run_by.stops) return made;
    constexpr double some = 1e-6; // of the horizon: a run takes time
    made.run     = orgscale::solve(model, start, {.to = std::max(end->time, some * horizon)});
    made.stopped = true;
    return made;
}

std::optional<double> first_with(const orgscale::trajectory<organisation_model>& run, double people,
                                 double customers)
{
    const auto enough = [&](const organisation_model::state_type& x) {
        return x.people >= people && x.customers >= customers;
    };
    double before = run.from();
    for (const auto& step : run) {
        if (!enough(step.state)) {
            before = step.time;
            continue;
        }
        auto   at    = run.cursor();
        double after = step.time;
        for (int i = 0; i < 60 && before < after; ++i) {
            const double middle                   = before + (after - before) / 2;
            (enough(at(middle)) ? after : before) = middle;
        }
        return after;
    }
    return std::nullopt;
}

} // namespace program
