#include "text/words_on_others.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/core.h>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "scenario/parameter_names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

std::string against(const scenario& plan, double own, double other)
{
    const auto unit = people_in(plan);
    if (std::abs(own - other) <= alike * other)
        return fmt::format("with as many {}", people_word(plan)); // not as many thousands of them
    return fmt::format("with {} against {}", amount(own, unit), amount_alone(other, unit));
}

} // namespace

passage on_overtaking(const study& found)
{
    const auto& plan = found.plan;
    const auto& now  = found.now();
    passage     said{"When it is overtaken", {}};
    if (!now.complete) return said;
    const auto               end = date(plan.time, plan.time.horizon);
    std::vector<std::string> never, always;
    for (const auto& one : found.outcomes) {
        if (&one == &now || !one.complete) continue;
        if (one.end().customers <= (1 + alike) * now.end().customers) {
            never.push_back(long_name(one));
        } else if (!one.overtakes || one.overtakes->own.time < 0.02 * plan.time.horizon) {
            always.push_back(long_name(one));
        } else {
            const auto& own = one.overtakes->own;
            said.sentences.push_back(
                fmt::format("{} overtakes it for good {}, at {}, {}.", capital(long_name(one)),
                            on_date(plan.time, own.time), amount(own.customers, customers_in(plan)),
                            against(plan, own.people, one.overtakes->other.people)));
        }
    }
    if (!always.empty())
        said.sentences.push_back(fmt::format("{} {} it almost from the start.",
                                             capital(listed(always)),
                                             always.size() == 1 ? "is ahead of" : "are ahead of"));
    if (never.size() == 5) {
        said.sentences.push_back(fmt::format("None of the other five overtakes it before {}.", end));
    } else if (!never.empty()) {
        said.sentences.push_back(fmt::format("{} {} not overtake it before {}.",
                                             capital(listed(never)),
                                             never.size() == 1 ? "does" : "do", end));
    }
    return said;
}

namespace {

/// What a question changes: "shop floor instead of dashboard, churn 0.1 instead of 0.05".
std::string changes_in_words(const what_if& question, const outcome& asked, const outcome& usual)
{
    std::vector<std::string> changes;
    const auto               look = [&](const std::string& now, const std::string& before) {
        if (now != before)
            changes.push_back(fmt::format("{} instead of {}", readable(now), readable(before)));
    };
    const auto& then = asked.run_by;
    const auto& run  = usual.run_by;
    look(then.observation, run.observation);
    look(then.improvement, run.improvement);
    look(then.ownership, run.ownership);
    look(then.intake, run.intake);
    look(then.workforce, run.workforce);
    look(then.layoffs, run.layoffs);
    look(then.standard, run.standard);
    look(then.funded ? "a budget" : "no budget", run.funded ? "a budget" : "no budget");
    if (then.cash != run.cash)
        changes.push_back(fmt::format("cash {} instead of {}", counted_digits(then.cash),
                                      counted_digits(run.cash)));
    for (const auto& line : asked.parameters) {
        const auto before =
            std::find_if(usual.parameters.begin(), usual.parameters.end(),
                         [&](const parameter_line& other) { return other.name == line.name; });
        const bool there = before != usual.parameters.end();
        if (there && before->value != line.value)
            changes.push_back(fmt::format("{} {} instead of {}", in_words(line.name),
                                          counted_digits(line.value),
                                          counted_digits(before->value)));
        else if (!there && question.set.contains(line.name))
            changes.push_back(fmt::format("{} {}", in_words(line.name), counted_digits(line.value)));
    }
    return changes.empty() ? "nothing changed" : listed(changes);
}

/// What becomes of the wall, in a sentence.
std::string wall_then(const outcome& then, const outcome& usual, const time_scale& time)
{
    const auto when = [&](const outcome& one) {
        return one.wall->at.time > 0 ? on_date(time, one.wall->at.time) : "at the start";
    };
    if (!then.wall) return usual.wall ? "It meets no wall." : "It meets no wall either.";
    const auto before = !usual.wall                 ? "; without the change there is none"
                        : when(usual) != when(then) ? fmt::format(" instead of {}", when(usual))
                                                    : ", as before";
    return fmt::format("Its wall, {}, comes {}{}.", binding(then.wall->limit, then.wall->cause),
                       when(then), before);
}

/// What becomes of a question's run that reaches the horizon.
std::string answer_to(const scenario& plan, const outcome& then, const outcome& usual)
{
    const auto before = amount_alone(usual.end().customers, plan.customers_are);
    auto       text   = fmt::format(
        "{} {}{}, {}. {}", amount(then.end().customers, customers_in(plan)), at_horizon(plan),
        amount_alone(then.end().customers, plan.customers_are) == before
                    ? std::string{", as without the change"}
                    : " instead of " + before,
        against(plan, then.end().people, usual.end().people), wall_then(then, usual, plan.time));
    const bool failed = then.end().customers < 0.5 * usual.end().customers;
    if (failed && then.network && usual.network && then.network->self_service > 1 &&
        usual.network->self_service > 1 && then.binds != orgscale::growth_limit::serve)
        text += fmt::format(" The network would still serve itself (R = {:.2f}), but {} stops it.",
                            then.network->self_service, binding(then.binds, then.cause));
    return text;
}

} // namespace

passage on_what_ifs(const study& found)
{
    const auto& plan = found.plan;
    passage     said{"What if", {}};
    for (std::size_t i = 0; i < found.what_ifs.size(); ++i) {
        const auto& question = plan.what_ifs[i];
        const auto& then     = found.what_ifs[i];
        const auto& usual    = found.outcomes[question.which];
        said.sentences.push_back(fmt::format(
            "{} ({}, {}): {}", capital(question.title), long_name(usual),
            changes_in_words(question, then, usual),
            then.complete ? answer_to(plan, then, usual)
                          : fmt::format("the run ends {}: {}.", on_date(plan.time, then.end().time),
                                        then.reason)));
    }
    return said;
}

} // namespace program
