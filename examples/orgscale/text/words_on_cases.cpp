#include "text/words_on_cases.hpp"

#include <cmath>

#include "format/dates.hpp"
#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

/// "7 percent", "less than 1 percent".
std::string share_in_words(double share)
{
    if (share > 0 && share < 0.005) return "less than 1 percent";
    if (share < 1 && share > 0.995) return "more than 99 percent";
    return fixed(100 * share, 0) + " percent";
}

/// "between month 9 and month 21", "at month 9".
std::string between(const time_scale& time, double first, double last)
{
    const auto told = [&](double at) { return at > 0 ? date(time, at) : std::string{"the start"}; };
    if (told(first) == told(last)) return "at " + told(first);
    return "between " + told(first) + " and " + told(last);
}

std::string on_wall(const study& found, const prospects& cases)
{
    const auto& time   = found.plan.time;
    const auto  end    = date(time, time.horizon);
    const auto& usual  = found.moves.usual;
    const auto  tables = !usual.complete ? std::string{}
                         : usual.wall
                             ? " (with the values of the tables: " +
                                  (*usual.wall > 0 ? date(time, *usual.wall) : "the start") + ")"
                             : std::string{" (with the values of the tables: none)"};

    if (!cases.wall) return "In none of the cases is there a wall before " + end + tables + ".";
    const double never = cases.share_never;
    if (cases.wall_p10 && cases.wall_p90)
        return "The wall stands " + between(time, *cases.wall_p10, *cases.wall_p90) +
               " in 8 of 10 cases" +
               (never > 0 ? "; never before " + end + " in " + share_in_words(never)
                          : std::string{}) +
               tables + ".";
    return "There is a wall before " + end + " in " + share_in_words(1 - never) +
           " of the cases, and none in the others" + tables + "; where there is one, it stands " +
           between(time, cases.wall->p10, cases.wall->p90) + " in 8 of 10.";
}

std::string on_end(const study& found, const prospects& cases)
{
    const auto& plan   = found.plan;
    const auto& people = cases.people.back();
    const auto& all    = cases.customers.back();
    const auto  range  = [](double low, double high, const std::string& unit) {
        const auto first = amount_alone(low, unit), last = amount_alone(high, unit);
        return first == last ? last + " " + unit : first + " to " + last + " " + unit;
    };
    return capital(at_horizon(plan)) + " it has " + range(all.p10, all.p90, customers_in(plan)) +
           " in 8 of 10 cases, and " + range(people.p10, people.p90, people_in(plan)) +
           " in 8 of 10; half of the cases have more than " + amount(all.p50, customers_in(plan)) +
           ".";
}

} // namespace

passage on_cases(const study& found)
{
    passage said{"How sure this is", {}};
    if (found.plan.unknowns.none()) return said;
    if (!found.cases) {
        said.sentences.push_back("Nothing that is uncertain belongs to " + long_name(found.now()) +
                                 ", " + as_now(found.plan) + ".");
        return said;
    }
    const auto& cases = *found.cases;
    if (cases.failed < cases.members) {
        said.sentences.push_back(on_wall(found, cases));
        said.sentences.push_back(on_end(found, cases));
    }
    if (cases.failed > 0)
        said.sentences.push_back(
            with_commas(std::to_string(cases.failed)) + " of " +
            with_commas(std::to_string(cases.members)) +
            " cases have no result and are left out; the first because: " + cases.failure + ".");
    said.sentences.push_back("That is from " + cases_drawn(found) + ".");
    return said;
}

} // namespace program
