#include "text/words_on_samples.hpp"

#include <cmath>

#include <fmt/core.h>

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
    return fmt::format("{:.0f} percent", 100 * share);
}

/// "between month 9 and month 21", "at month 9".
std::string between(const time_scale& time, double first, double last)
{
    const auto name = [&](double at) { return at > 0 ? date(time, at) : std::string{"the start"}; };
    if (name(first) == name(last)) return "at " + name(first);
    return fmt::format("between {} and {}", name(first), name(last));
}

/// In how many runs the money runs out, and when.
std::string on_money(const study& found, const prospects& samples)
{
    const auto& time = found.plan.time;
    const auto  end  = date(time, time.horizon);
    if (!samples.gone) return fmt::format("None of the runs is out of money before {}.", end);
    return fmt::format(
        "The money runs out before {} in {}{}{}.", end, runs_in_words(samples.share_gone),
        samples.share_gone < 1 ? ", in 8 of 10 of those " : ", in 8 of 10 ",
        between(time, samples.gone->p10, samples.gone->p90) +
            (found.now().run_by.stops ? "; they end there, and count as none from then on" : ""));
}

std::string on_wall(const study& found, const prospects& samples)
{
    const auto& time   = found.plan.time;
    const auto  end    = date(time, time.horizon);
    const auto& usual  = found.moves.usual;
    const auto  there  = !usual.wall       ? "none"
                         : *usual.wall > 0 ? date(time, *usual.wall)
                                           : "the start";
    const bool  ended  = found.now().run_by.stops && samples.share_gone > 0;
    const auto* ends   = ended ? ", or end without money first" : "";
    const auto  tables = usual.complete ? fmt::format(" (with the values of the tables: {})", there)
                                        : std::string{};

    if (!samples.wall)
        return fmt::format("None of the runs meets a wall before {}{}{}.", end,
                           ended ? ", or before its money runs out" : "", tables);
    const double never = samples.share_never;
    if (samples.wall_p10 && samples.wall_p90)
        return fmt::format("The wall comes {} in 8 of 10 runs{}{}.",
                           between(time, *samples.wall_p10, *samples.wall_p90),
                           never > 0 ? fmt::format("; {1} meet none before {0}{2}", end,
                                                   share_in_words(never), ends)
                                     : "",
                           tables);
    return fmt::format(
        "{} of the runs meet a wall before {}, the others none{}{}; where there is one, it comes {} in 8 of 10.",
        capital(share_in_words(1 - never)), end, ends, tables,
        between(time, samples.wall->p10, samples.wall->p90));
}

std::string on_end(const study& found, const prospects& samples)
{
    const auto& plan   = found.plan;
    const auto& people = samples.people.back();
    const auto& all    = samples.customers.back();
    const auto  range  = [](double low, double high, const std::string& unit) {
        const auto first = amount_alone(low, unit), last = amount_alone(high, unit);
        return first == last ? fmt::format("{} {}", last, unit)
                               : fmt::format("{} to {} {}", first, last, unit);
    };
    return fmt::format(
        "8 of 10 runs end with {}, and 8 of 10 with {}; half of them with more than {}.",
        range(all.p10, all.p90, customers_in(plan)), range(people.p10, people.p90, people_in(plan)),
        amount(all.p50, customers_in(plan)));
}

} // namespace

std::string runs_in_words(double share)
{
    return share < 1 ? share_in_words(share) + " of the runs" : std::string{"all runs"};
}

passage on_samples(const study& found)
{
    passage said{"How sure this is", {}};
    if (found.plan.unknowns.none()) return said;
    if (!found.samples) {
        said.sentences.push_back(fmt::format("None of the uncertain parameters is one of {}, {}.",
                                             long_name(found.now()), as_now(found.plan)));
        return said;
    }
    const auto& samples = *found.samples;
    if (samples.failed < samples.members) {
        if (found.now().run_by.funded) said.sentences.push_back(on_money(found, samples));
        said.sentences.push_back(on_wall(found, samples));
        if (samples.people.back().p90 > 0) said.sentences.push_back(on_end(found, samples));
    }
    if (samples.failed > 0)
        said.sentences.push_back(
            fmt::format("{} of {} runs gave no result and are left out; the first one: {}.",
                        with_commas(std::to_string(samples.failed)),
                        with_commas(std::to_string(samples.members)), samples.failure));
    said.sentences.push_back(fmt::format("This is from {}.", samples_drawn(found)));
    return said;
}

} // namespace program
