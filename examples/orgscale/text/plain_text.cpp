#include "text/plain_text.hpp"

#include <algorithm>

#include "format/wrapped.hpp"
#include "text/figures.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_levers.hpp"
#include "text/figures_of_samples.hpp"
#include "text/words.hpp"
#include "text/words_on_designs.hpp"

namespace program {

namespace {

constexpr std::size_t widest = 100;

std::string in_text(const figure_table& table)
{
    std::vector<std::size_t> width;
    for (std::size_t column = 0; column < table.heads.size(); ++column) {
        width.push_back(letters(table.heads[column]));
        for (const auto& row : table.rows)
            width[column] = std::max(width[column], letters(row[column]));
    }

    std::string text;
    const auto  line = [&](const std::vector<std::string>& cells) {
        std::string out;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            const std::string room(width[column] - letters(cells[column]), ' ');
            out += (column == 0 ? "  " : "   ");
            out += table.numeric[column] ? room + cells[column] : cells[column] + room;
        }
        text += out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
    };
    text += table.title + "\n";
    line(table.heads);
    for (const auto& row : table.rows) line(row);
    return text;
}

} // namespace

std::string text_of(const study& found)
{
    const auto& plan     = found.plan;
    std::string text     = wrapped(plan.title, widest, 0) + wrapped(situation_of(found), widest, 0);
    const auto  in_words = [&](const passage& said) {
        if (said.sentences.empty()) return;
        text += "\n" + said.heading + "\n";
        for (const auto& sentence : said.sentences)
            text += "  " + wrapped("- " + sentence, widest - 2, 4);
    };
    for (const auto& table : figures_of_designs(found)) text += "\n" + in_text(table);
    if (!found.designs.empty()) text += wrapped(legend_of_designs(found), widest, 0);
    if (found.none()) {
        in_words(on_designs(found));
        return text;
    }
    for (const auto& table : figures_of(found)) text += "\n" + in_text(table);
    text += "\n" + wrapped(legend_of(found), widest, 0);
    if (const auto moves = figures_of_levers(found))
        text += "\n" + in_text(*moves) + wrapped(legend_of_levers(found), widest, 0);
    if (!found.plan.unknowns.none()) text += "\n" + in_text(table_of_unknowns(found, false));
    if (const auto samples = table_of_samples(found)) text += "\n" + in_text(*samples);
    for (const auto& one : words_of(found)) in_words(one);
    return text;
}

} // namespace program
