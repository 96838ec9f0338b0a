#include "text/words_on_record.hpp"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "format/numbers.hpp"
#include "format/phrases.hpp"
#include "scenario/names.hpp"
#include "study/names.hpp"

namespace program {

namespace {

constexpr double close_enough = 0.15; ///< a worst relative miss that still counts as following

std::string label(const time_scale& time, double at)
{
    return time.start ? plain_digits(at) : time.unit + " " + plain_digits(at);
}

/// What the simplest curves through a series show of it.
std::string on_curves(const yardstick& curves, const std::string& series,
                      const std::string& constant, const std::string& proportional)
{
    if (!curves.line || !curves.exponential) return "";
    const double line = curves.line->worst, exponential = curves.exponential->worst;
    const auto   within = fmt::format("within {:.0f} percent", 100 * close_enough);
    std::string  verdict;
    if (line > close_enough && exponential <= close_enough)
        verdict = fmt::format(
            "{} gives a straight line at best, so it cannot follow this series {}; {} can.",
            capital(constant), within, proportional);
    else if (line <= close_enough && exponential > close_enough)
        verdict = fmt::format("{} can follow this series {}; {} cannot.", capital(constant), within,
                              proportional);
    else if (line > close_enough)
        verdict = fmt::format(
            "Neither {} nor {} follows it {}: the kind of growth changes over the years.", constant,
            proportional, within);
    else
        verdict =
            fmt::format("Both follow it {}, so this series alone can't tell them apart.", within);
    return fmt::format(
        "{}: the best straight line is off by up to {}, the best exponential by up to {}. {}",
        capital(series), percent(line), percent(exponential), verdict);
}

std::string misses(const outcome& one, const scenario& plan)
{
    const auto part = [&](const std::optional<misfit>& miss, const std::string& series) {
        return !miss ? std::string{}
                     : fmt::format("{} by up to {} ({}) and by {} on average", series,
                                   percent(miss->worst), label(plan.time, miss->worst_time),
                                   percent(miss->mean));
    };
    return fmt::format("{}{}{}", part(one.people_misfit, "people"),
                       one.people_misfit && one.customers_misfit ? ", and " : "",
                       part(one.customers_misfit, customers_word(plan)));
}

double worst(const outcome& one)
{
    return std::max(one.people_misfit ? one.people_misfit->worst : 0,
                    one.customers_misfit ? one.customers_misfit->worst : 0);
}

} // namespace

passage on_record(const study& found)
{
    passage said{"How well it fits what was recorded", {}};
    if (!found.plan.record) return said;
    const auto& now  = found.now();
    const auto  word = customers_word(found.plan);

    if (now.complete && (now.people_misfit || now.customers_misfit)) {
        said.sentences.push_back(fmt::format("{}, as the scenario describes it, misses {}.",
                                             capital(long_name(now)), misses(now, found.plan)));
        const auto best = std::min_element(found.outcomes.begin(), found.outcomes.end(),
                                           [](const auto& one, const auto& other) {
                                               if (one.complete != other.complete)
                                                   return one.complete;
                                               return worst(one) < worst(other);
                                           });
        if (best->which != now.which && worst(*best) < worst(now))
            said.sentences.push_back(
                fmt::format("{} follows the figures more closely and misses {}.",
                            capital(long_name(*best)), misses(*best, found.plan)));
    }
    for (const auto& text :
         {on_curves(found.people, "people", "hiring at a constant rate",
                    "hiring in proportion to people"),
          on_curves(found.customers, word, fmt::format("winning {} at a constant rate", word),
                    "winning them in proportion to those already there")})
        if (!text.empty()) said.sentences.push_back(text);
    return said;
}

} // namespace program
