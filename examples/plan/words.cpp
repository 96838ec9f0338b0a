#include "words.hpp"

#include <algorithm>
#include <cmath>

#include "numbers.hpp"
#include "phrases.hpp"
#include "words_on_network.hpp"
#include "words_on_record.hpp"

namespace plan {

namespace {

constexpr double alike = 0.01; ///< relative difference that a table would hardly show

std::string at_horizon(const study& found)
{
    return on_date(found.plan.time, found.plan.time.horizon);
}

std::string listed(const std::vector<std::string>& parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

passage on_the_lead(const study& found)
{
    passage     said{"Which composition leads", {}};
    const auto* leader = found.leader();
    for (const auto& one : found.outcomes)
        if (!one.complete)
            said.sentences.push_back("The run of " + long_name(one) + " ends " +
                                     on_date(found.plan.time, one.end().time) +
                                     " without an answer: " + one.reason + ".");
    if (leader == nullptr) return said;

    const auto&  now  = found.now();
    const double most = leader->end().customers;
    if (!(most > 0)) {
        said.sentences.push_back("None of the six has a customer " + at_horizon(found) + ".");
        return said;
    }
    std::vector<std::string> level;
    for (const auto& one : found.outcomes)
        if (&one != leader && one.complete && one.end().customers >= (1 - alike) * most)
            level.push_back(long_name(one));

    std::string first = capital(at_horizon(found)) + " " + long_name(*leader) +
                        (leader == &now ? ", as the organisation is now," : "") +
                        " has the most: " + amount(most, short_unit(found.plan.customers_are)) + " with " +
                        amount(leader->end().people, short_unit(found.plan.people_are)) + ".";
    if (!level.empty())
        first += " " + capital(listed(level)) + (level.size() == 1 ? " is" : " are") +
                 " level with it, within 1 percent.";
    said.sentences.push_back(first);

    const double own = now.end().customers;
    if (leader != &now && now.complete && own < (1 - alike) * most) {
        const double ratio = most / own;
        said.sentences.push_back("That is " +
                                 (ratio < 2 ? percent(ratio - 1) + " more than"
                                            : times_as_many(ratio) + " as many as") +
                                 " " + long_name(now) + ", as the organisation is now, with " +
                                 amount(own, short_unit(found.plan.customers_are)) + " and " +
                                 amount(now.end().people, short_unit(found.plan.people_are)) + ".");
    }

    const outcome* leanest = leader;
    for (const auto& one : found.outcomes)
        if (one.complete && one.end().customers >= 0.9 * most &&
            one.end().people < (1 - alike) * leanest->end().people)
            leanest = &one;
    if (leanest != leader)
        said.sentences.push_back("Of those within ten percent of it, " + long_name(*leanest) +
                                 " does it with the fewest: " +
                                 amount(leanest->end().people, short_unit(found.plan.people_are)) + ".");

    const auto* units = now.parallel ? &now : leader;
    if (units->parallel) {
        const auto& parallel = *units->parallel;
        said.sentences.push_back(
            "In " + long_name(*units) + " all units together are " + fixed(parallel.speed_up, 2) +
            " times as fast as one" +
            (parallel.best_units ? "; fastest would be " + fixed(*parallel.best_units, 1) + " units"
                                 : std::string{}) +
            ".");
    }
    return said;
}

passage on_the_wall(const study& found)
{
    const auto& now  = found.now();
    const auto& plan = found.plan;
    passage     said{"What the organisation as it is meets first", {}};
    if (!now.complete) return said;

    const auto ends = binding_explained(now.binds, now.cause);
    if (!now.wall) {
        said.sentences.push_back(
            capital(long_name(now)) + " meets no wall before " +
            date(plan.time, plan.time.horizon) + ": " +
            (now.binds == orgscale::growth_limit::sell
                 ? "demand sets its pace, not the organisation."
                 : "what binds at the end is " + ends + ", but not for good yet."));
    } else {
        const auto& wall = *now.wall;
        said.sentences.push_back(
            wall.at.time > 0
                ? capital(long_name(now)) + " meets its wall " + on_date(plan.time, wall.at.time) +
                      ", with " + amount(wall.at.people, short_unit(plan.people_are)) + " and " +
                      amount(wall.at.customers, short_unit(plan.customers_are)) + "."
                : capital(long_name(now)) + " stands at its wall from the start.");
        said.sentences.push_back("From then on the organisation itself sets its growth, and not "
                                 "the customers it could win. The limit is " +
                                 binding_explained(wall.limit, wall.cause) + ".");
        if (now.binds != wall.limit)
            said.sentences.push_back("At the end it is " + ends + ".");
    }
    return said;
}

passage on_levers(const study& found)
{
    const auto& time  = found.plan.time;
    const auto& moves = found.moves;
    passage     said{"What would move it", {}};
    if (!found.now().complete) return said;
    if (moves.ranked.empty()) {
        said.sentences.push_back("No single parameter of it, changed by ten percent, wins customers "
                                 "by " +
                                 date(time, time.horizon) + ".");
        return said;
    }
    if (moves.wall && !moves.by_wall)
        said.sentences.push_back("No single parameter, changed by ten percent, moves the wall while "
                                 "it wins customers. Most customers " +
                                 at_horizon(found) + " are won by:");
    for (std::size_t i = 0; i < std::min<std::size_t>(3, moves.ranked.size()); ++i) {
        const auto& one  = moves.ranked[i];
        const auto  name = readable(one.name);
        std::string what = "10 percent " + std::string{one.after > one.before ? "more " : "less "} +
                           name;
        if (one.of_the_rest) what = capital(name) + " a tenth nearer to 1";
        what += " (" + one.meaning + ", " + plain_digits(one.before) + " to " +
                plain_digits(one.after) + "): ";
        if (moves.by_wall) {
            what += one.wall ? "the wall moves from " + date(time, *moves.wall) + " to " +
                                   date(time, *one.wall)
                             : "no wall before " + date(time, time.horizon);
            what += ", with " + percent(one.customers / moves.customers - 1) +
                    " more customers at the end.";
        } else {
            what += amount(one.customers, short_unit(found.plan.customers_are)) + " " + at_horizon(found) +
                    ", " + percent(one.customers / moves.customers - 1) + " more.";
        }
        said.sentences.push_back(what);
    }
    return said;
}

std::string against(double own, double other, const std::string& unit)
{
    if (std::abs(own - other) <= alike * other) return "with as many " + unit;
    return "with " + amount(own, unit) + " against " + spoken(other);
}

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
                capital(long_name(one)) + " overtakes it for good " + on_date(plan.time, own.time) +
                ", at " + amount(own.customers, short_unit(plan.customers_are)) + ", " +
                against(own.people, one.overtakes->other.people, short_unit(plan.people_are)) +
                ".");
        }
    }
    if (!always.empty())
        said.sentences.push_back(capital(listed(always)) + (always.size() == 1 ? " leads" : " lead") +
                                 " it all but from the start.");
    if (never.size() == 5) {
        said.sentences.push_back("None of the other five overtakes it before " + end + ".");
    } else if (!never.empty()) {
        said.sentences.push_back(capital(listed(never)) + (never.size() == 1 ? " does" : " do") +
                                 " not overtake it before " + end + ".");
    }
    return said;
}

/// What becomes of the wall, in a sentence.
std::string wall_then(const outcome& then, const outcome& usual, const time_scale& time)
{
    const auto when = [&](const outcome& one) {
        return one.wall->at.time > 0 ? on_date(time, one.wall->at.time) : "at the start";
    };
    if (!then.wall) return usual.wall ? "It meets no wall." : "It meets no wall either.";
    auto text =
        "Its wall, " + binding(then.wall->limit, then.wall->cause) + ", comes " + when(then);
    if (!usual.wall) return text + "; otherwise there is none.";
    return text + (when(usual) != when(then) ? " and not " + when(usual) + "." : ", as before.");
}

passage on_what_ifs(const study& found)
{
    const auto& plan = found.plan;
    passage     said{"What if", {}};
    for (std::size_t i = 0; i < found.what_ifs.size(); ++i) {
        const auto& question = plan.what_ifs[i];
        const auto& then     = found.what_ifs[i];
        const auto& usual    = found.outcomes[question.which];
        std::string set;
        for (const auto& [name, value] : question.set) {
            const auto before =
                std::find_if(usual.parameters.begin(), usual.parameters.end(),
                             [&key = name](const parameter_line& line) { return line.name == key; });
            set += (set.empty() ? "" : ", ") + readable(name) + " " + plain_digits(value) +
                   " instead of " + plain_digits(before->value);
        }
        auto text = capital(question.title) + " (" + long_name(usual) + ", " + set + "): ";
        if (!then.complete) {
            text += "the run ends " + on_date(plan.time, then.end().time) + ": " + then.reason + ".";
            said.sentences.push_back(text);
            continue;
        }
        text += amount(then.end().customers, short_unit(plan.customers_are)) + " " +
                at_horizon(found) + " instead of " + spoken(usual.end().customers) + ", " +
                against(then.end().people, usual.end().people, short_unit(plan.people_are)) + ". " +
                wall_then(then, usual, plan.time);
        const bool failed = then.end().customers < 0.5 * usual.end().customers;
        if (failed && then.network && usual.network && then.network->self_service > 1 &&
            usual.network->self_service > 1 && then.binds != orgscale::growth_limit::serve)
            text += " The network would still serve itself (R = " +
                    fixed(then.network->self_service, 2) + "), but " +
                    binding(then.binds, then.cause) + " stops it.";
        said.sentences.push_back(text);
    }
    return said;
}

} // namespace

std::vector<passage> words_of(const study& found)
{
    std::vector<passage> all{on_the_lead(found),   on_the_wall(found), on_levers(found),
                             on_overtaking(found), on_network(found),  on_record(found),
                             on_what_ifs(found)};
    std::erase_if(all, [](const passage& one) { return one.sentences.empty(); });
    return all;
}

} // namespace plan
