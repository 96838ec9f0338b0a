#include "text/text_parts.hpp"

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include "format/wrapped.hpp"

namespace program {

namespace {

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

} // namespace

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
        text += "  " + wrapped("- " + sentence, widest_text - 2, 4);
    return text;
}

std::string headline_in_text(const passage& said)
{
    std::string text = wrapped(said.heading, widest_text, 0);
    for (const auto& sentence : said.sentences)
        text += "  " + wrapped("- " + sentence, widest_text - 2, 4);
    return text;
}

} // namespace program
