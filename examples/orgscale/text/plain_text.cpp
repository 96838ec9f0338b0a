#include "text/plain_text.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

#include "format/wrapped.hpp"
#include "text/figures.hpp"
#include "text/figures_of_designs.hpp"
#include "text/figures_of_levers.hpp"
#include "text/figures_of_samples.hpp"
#include "text/headline.hpp"
#include "text/words.hpp"
#include "text/words_on_designs.hpp"

namespace program {

namespace {

constexpr std::size_t widest = 100;

constexpr std::size_t widest_name = 28; ///< in letters; a longer one takes several lines

/// A row as lines: its name broken where it is long.
std::vector<std::vector<std::string>> lines_of(const std::vector<std::string>& row)
{
    std::istringstream                    broken{wrapped(row.front(), widest_name, 2)};
    std::vector<std::vector<std::string>> lines;
    for (std::string name; std::getline(broken, name);) {
        lines.emplace_back(row.size());
        lines.back().front() = name;
    }
    if (lines.empty()) return {row};
    std::copy(row.begin() + 1, row.end(), lines.back().begin() + 1);
    return lines;
}

std::string in_text(const figure_table& table)
{
    std::vector<std::vector<std::string>> rows{table.heads};
    for (const auto& row : bounded(table).rows)
        for (auto& line : lines_of(row)) rows.push_back(std::move(line));
    std::vector<std::size_t> width(table.heads.size(), 0);
    for (const auto& row : rows)
        for (std::size_t column = 0; column < row.size(); ++column)
            width[column] = std::max(width[column], letters(row[column]));

    std::string text = table.title + "\n";
    for (const auto& row : rows) {
        std::string out;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string room(width[column] - letters(row[column]), ' ');
            out += (column == 0 ? "  " : "   ");
            out += table.numeric[column] ? room + row[column] : row[column] + room;
        }
        text += out.substr(0, out.find_last_not_of(' ') + 1) + "\n";
    }
    return text;
}

std::string in_text(const passage& said)
{
    if (said.sentences.empty()) return "";
    std::string text = "\n" + said.heading + "\n";
    for (const auto& sentence : said.sentences)
        text += "  " + wrapped("- " + sentence, widest - 2, 4);
    return text;
}

} // namespace

std::string text_of(const study& found)
{
    const auto& plan = found.plan;
    const auto  head = headline_of(found);
    std::string text = wrapped(plan.title, widest, 0) + wrapped(situation_of(found), widest, 0) +
                       "\n" + wrapped(head.heading, widest, 0);
    for (const auto& sentence : head.sentences)
        text += "  " + wrapped("- " + sentence, widest - 2, 4);

    for (const auto& table : figures_of_designs(found)) text += "\n" + in_text(table);
    if (!found.designs.empty()) {
        const auto choices = legend_of_choices(found);
        if (!choices.empty()) text += wrapped(choices, widest, 0);
        text += wrapped(legend_of_designs(found), widest, 0);
    }
    if (found.none()) return text + in_text(on_designs(found));

    text += "\n" + in_text(verdict_of(found)) + wrapped(legend_of_verdict(found), widest, 0);
    for (const auto& one : answer_of(found)) text += in_text(one);
    if (const auto moves = figures_of_levers(found))
        text += "\n" + in_text(*moves) + wrapped(legend_of_levers(found), widest, 0);
    if (!plan.unknowns.none()) text += "\n" + in_text(table_of_unknowns(found, false));
    if (const auto samples = table_of_samples(found)) text += "\n" + in_text(*samples);

    text += "\nDetails\n";
    for (const auto& table : figures_of(found)) text += "\n" + in_text(table);
    text += "\n" + wrapped(legend_of(found), widest, 0);
    for (const auto& one : details_of(found)) text += in_text(one);
    return text;
}

} // namespace program
