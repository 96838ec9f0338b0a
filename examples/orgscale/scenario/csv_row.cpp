#include "scenario/csv_row.hpp"

#include <cstddef>

namespace program {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return "";
    return std::string{text.substr(first, text.find_last_not_of(blanks) - first + 1)};
}

} // namespace

csv_row csv_row_of(std::string_view line)
{
    csv_row row{{}, false};
    for (std::size_t at = 0;; ++at) { // behind a comma
        std::string cell;
        const auto  first = line.find_first_not_of(blanks, at);
        if (first != std::string_view::npos && line[first] == '"') {
            row.unclosed = true;
            for (at = first + 1; at < line.size(); ++at) {
                if (line[at] != '"') {
                    cell += line[at];
                } else if (line.substr(at + 1, 1) == "\"") {
                    cell += line[at++];
                } else {
                    row.unclosed = false;
                    ++at;
                    break;
                }
            }
        }
        const auto comma = line.find(',', at);
        cell += trimmed(line.substr(at < line.size() ? at : line.size(), comma - at));
        row.cells.push_back(trimmed(cell));
        if (comma == std::string_view::npos) return row;
        at = comma;
    }
}

} // namespace program
