#include "text/plain_text.hpp"

#include "format/wrapped.hpp"
#include "text/figures.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_levers.hpp"
#include "text/figures_of_samples.hpp"
#include "text/headline.hpp"
#include "text/text_parts.hpp"
#include "text/words.hpp"
#include "text/words_on_designs.hpp"

namespace program {

std::string text_of(const study& found)
{
    const auto& plan = found.plan;
    const auto  head = headline_of(found);
    std::string text = wrapped(plan.title, widest_text, 0) +
                       wrapped(situation_of(found), widest_text, 0) + "\n" + headline_in_text(head);

    for (const auto& table : figures_of_designs(found)) text += "\n" + in_text(table);
    if (!found.designs.empty()) {
        const auto choices = legend_of_choices(found);
        if (!choices.empty()) text += wrapped(choices, widest_text, 0);
        text += wrapped(legend_of_designs(found), widest_text, 0);
    }
    if (found.none()) return text + in_text(on_designs(found));

    text += "\n" + in_text(verdict_of(found)) + wrapped(legend_of_verdict(found), widest_text, 0);
    for (const auto& one : answer_of(found)) text += in_text(one);
    if (const auto money = figures_of_lasting(found))
        text += "\n" + in_text(*money) + wrapped(legend_of_lasting(found), widest_text, 0);
    if (const auto moves = figures_of_levers(found))
        text += "\n" + in_text(*moves) + wrapped(legend_of_levers(found), widest_text, 0);
    if (!plan.unknowns.none()) text += "\n" + in_text(table_of_unknowns(found, false));
    if (const auto samples = table_of_samples(found)) text += "\n" + in_text(*samples);

    text += "\nDetails\n";
    for (const auto& table : figures_of(found)) text += "\n" + in_text(table);
    text += "\n" + wrapped(legend_of(found), widest_text, 0);
    for (const auto& one : details_of(found)) text += in_text(one);
    return text;
}

} // namespace program
