#include "text/words_on_record.hpp"

#include <algorithm>
#include <string>

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

/// What the simplest curves through a series tell of it.
std::string on_curves(const yardstick& curves, const std::string& series,
                      const std::string& constant, const std::string& proportional)
{
    if (!curves.line || !curves.exponential) return "";
    const double line = curves.line->worst, exponential = curves.exponential->worst;
    auto text = capital(series) + ": the best straight line misses a figure by " + percent(line) +
                ", the best exponential by " + percent(exponential) + ". ";
    const auto within = " within " + fixed(100 * close_enough, 0) + " percent";
    if (line > close_enough && exponential <= close_enough) {
        text += capital(constant) +
                " gives at best a straight line where it sets the pace, so it "
                "cannot follow this series" +
                within + "; " + proportional + " can.";
    } else if (line <= close_enough && exponential > close_enough) {
        text += capital(constant) + " can follow this series" + within + "; " + proportional +
                " cannot.";
    } else if (line > close_enough) {
        text += "Neither " + constant + " nor " + proportional + " follows it" + within +
                ": growth changes its kind on the way.";
    } else {
        text += "Both follow it" + within + ", so the series alone can't tell them apart.";
    }
    return text;
}

std::string misses(const outcome& one, const scenario& plan)
{
    const auto part = [&](const std::optional<misfit>& miss, const std::string& series) {
        return !miss ? std::string{}
                     : series + " by " + percent(miss->worst) + " at worst (" +
                           label(plan.time, miss->worst_time) + "), " + percent(miss->mean) +
                           " on average";
    };
    const auto people = part(one.people_misfit, "people");
    const auto both   = one.people_misfit && one.customers_misfit ? ", and " : "";
    return people + both + part(one.customers_misfit, customers_word(plan));
}

double worst(const outcome& one)
{
    return std::max(one.people_misfit ? one.people_misfit->worst : 0,
                    one.customers_misfit ? one.customers_misfit->worst : 0);
}

} // namespace

passage on_record(const study& found)
{
    passage said{"What was recorded", {}};
    if (!found.plan.record) return said;
    const auto& now  = found.now();
    const auto  word = customers_word(found.plan);

    if (now.complete && (now.people_misfit || now.customers_misfit)) {
        said.sentences.push_back(capital(long_name(now)) +
                                 ", as the organisation is described, misses " +
                                 misses(now, found.plan) + ".");
        const auto best = std::min_element(found.outcomes.begin(), found.outcomes.end(),
                                           [](const auto& one, const auto& other) {
                                               if (one.complete != other.complete)
                                                   return one.complete;
                                               return worst(one) < worst(other);
                                           });
        if (best->which != now.which && worst(*best) < worst(now))
            said.sentences.push_back(capital(long_name(*best)) +
                                     " follows the figures more closely: it misses " +
                                     misses(*best, found.plan) + ".");
    }
    for (const auto& text :
         {on_curves(found.people, "people", "hiring at a constant rate",
                    "hiring in proportion to people"),
          on_curves(found.customers, word, "winning " + word + " at a constant rate",
                    "winning them in proportion to those there are")})
        if (!text.empty()) said.sentences.push_back(text);
    return said;
}

} // namespace program
