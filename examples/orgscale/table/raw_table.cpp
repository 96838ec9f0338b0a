#include "table/raw_table.hpp"

#include <algorithm>
#include <cctype>
#include <istream>
#include <tuple>
#include <utility>

#include "format/bad_input.hpp"
#include "format/input_file.hpp"
#include "format/nearest_name.hpp"
#include "format/numbers.hpp"
#include "format/shortened.hpp"
#include "table/csv_rows.hpp"
#include "table/number_cell.hpp"
#include "table/time_cell.hpp"

namespace program {

namespace {

constexpr std::size_t max_text = 32U << 20U;

std::string in_small(std::string text)
{
    for (auto& letter : text)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

/// What follows "# name:" in a comment; nothing where it is another's.
std::string said(const std::string& comment, const std::string& name)
{
    const auto first = comment.find_first_not_of("# \t");
    if (first == std::string::npos || comment.compare(first, name.size() + 1, name + ":") != 0)
        return "";
    const auto from = comment.find_first_not_of(" \t", first + name.size() + 1);
    return from == std::string::npos ? "" : comment.substr(from);
}

void read_comments(raw_table& into, const std::vector<std::string>& comments)
{
    into.units.resize(into.columns());
    for (const auto& comment : comments) {
        if (into.title.empty()) into.title = said(comment, "title");
        if (auto text = said(comment, "source"); !text.empty()) into.sources.push_back(text);
        if (auto text = said(comment, "note"); !text.empty()) into.notes.push_back(text);
        const auto unit  = said(comment, "units");
        const auto colon = unit.find(':');
        const auto at    = std::find(into.heads.begin(), into.heads.end(), unit.substr(0, colon));
        if (colon == std::string::npos || at == into.heads.end()) continue;
        const auto from = unit.find_first_not_of(' ', colon + 1);
        if (from != std::string::npos)
            into.units[static_cast<std::size_t>(at - into.heads.begin())] = unit.substr(from);
    }
}

/// Whether a first row has figures already, and so names nothing.
bool is_of_figures(const std::vector<std::string>& cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const std::string& cell) {
        return is_missing(cell) || looks_like_number(cell) || looks_like_time(cell);
    });
}

void check_head(const csv_rows& rows)
{
    const auto& heads = rows.cells();
    if (heads.size() > raw_table::max_columns)
        throw bad_input{rows.place(rows.line(), raw_table::max_columns) + ": more than " +
                        std::to_string(raw_table::max_columns) + " columns can't be used"};
    const auto years = std::count_if(heads.begin(), heads.end(), looks_like_year);
    if (years > 1 && years < static_cast<std::ptrdiff_t>(heads.size()) && !is_of_figures(heads)) {
        const auto first = std::find_if(heads.begin(), heads.end(), looks_like_year);
        throw bad_input{rows.place(rows.line(), static_cast<std::size_t>(first - heads.begin())) +
                        ": times stand beside each other in the head; give each a row of its own"};
    }
}

/// Refuses a row of another length than the head; takes empty cells that are too many.
std::vector<std::string> fitted(const csv_rows& rows, std::size_t columns)
{
    auto cells = rows.cells();
    while (cells.size() > columns && cells.back().empty()) cells.pop_back();
    if (cells.size() == columns) return cells;
    throw bad_input{rows.file() + ": row " + std::to_string(rows.line()) + " has " +
                    std::to_string(cells.size()) + (cells.size() == 1 ? " cell" : " cells") +
                    ", but the head has " + std::to_string(columns) +
                    (rows.separator() == ',' && cells.size() > columns
                         ? "; commas within a figure need quotes around it"
                         : "")};
}

} // namespace

std::string_view raw_table::cell(std::size_t row, std::size_t column) const
{
    const auto at   = row * columns() + column;
    const auto from = at == 0 ? 0 : ends_[at - 1];
    return std::string_view{text_}.substr(from, ends_[at] - from);
}

std::string raw_table::place(std::size_t row, std::size_t column) const
{
    return file + ": row " + std::to_string(lines_[row]) + ", column " +
           (heads[column].empty() ? std::to_string(column + 1) : shortened(heads[column]));
}

std::string raw_table::place_of_head() const { return file + ": row " + std::to_string(head_line); }

std::size_t raw_table::column_named(const std::string& name) const
{
    const auto find = [&](const auto& is_it) -> std::pair<std::size_t, std::size_t> {
        const auto first = std::find_if(heads.begin(), heads.end(), is_it);
        const auto again = first == heads.end() ? first
                                                : std::find_if(first + 1, heads.end(), is_it);
        return {static_cast<std::size_t>(first - heads.begin()),
                static_cast<std::size_t>(again - heads.begin())};
    };
    auto [at, again] = find([&](const std::string& head) { return head == name; });
    if (at == columns()) {
        std::tie(at, again) =
            find([&](const std::string& head) { return in_small(head) == in_small(name); });
        if (again < columns()) at = again = columns();
    }
    if (again < columns()) refuse_same_name(at, again);
    if (at < columns()) return at;
    for (std::size_t column = 0; column < columns(); ++column)
        if (name == std::to_string(column + 1)) return column;
    throw bad_input{file + ": there is no column " + shortened(name) + did_you_mean(name, heads)};
}

void raw_table::check_name_of(std::size_t column) const
{
    if (heads[column].empty()) return;
    for (std::size_t other = 0; other < columns(); ++other)
        if (other != column && heads[other] == heads[column])
            refuse_same_name(std::min(column, other), std::max(column, other));
}

void raw_table::refuse_same_name(std::size_t one, std::size_t other) const
{
    throw bad_input{place_of_head() + ": columns " + std::to_string(one + 1) + " and " +
                    std::to_string(other + 1) + " are both named " + shortened(heads[one])};
}

void raw_table::add_row(std::size_t line, const std::vector<std::string>& cells)
{
    lines_.push_back(line);
    for (const auto& one : cells) {
        text_ += one;
        ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    }
}

raw_table read_raw_table(std::istream& in, const std::string& file)
{
    csv_rows  rows{in, file};
    raw_table found{};
    found.file      = file;
    found.separator = rows.separator();
    if (!rows.next()) throw bad_input{file + ": is empty"};
    check_head(rows);
    found.head_line = rows.line();
    found.heads     = rows.cells();
    while (found.heads.size() > 1 && found.heads.back().empty()) found.heads.pop_back();
    std::size_t text = 0;
    const auto  add  = [&] {
        if (found.rows() == raw_table::max_rows)
            throw bad_input{rows.place(rows.line(), 0) + ": more than " +
                            plain_digits(double{raw_table::max_rows}) +
                            " rows of figures can't be used; leave out those in between"};
        const auto cells = fitted(rows, found.columns());
        for (const auto& one : cells) text += one.size();
        if (text > max_text)
            throw bad_input{rows.place(rows.line(), 0) + ": more than " +
                            std::to_string(max_text >> 20U) + " MB up to here can't be used"};
        found.add_row(rows.line(), cells);
    };
    if (is_of_figures(found.heads)) {
        for (std::size_t i = 0; i < found.columns(); ++i) found.heads[i] = std::to_string(i + 1);
        add();
    }
    rows.name_columns(found.heads);
    while (rows.next()) add();
    read_comments(found, rows.comments());
    return found;
}

raw_table read_raw_table(const std::filesystem::path& file)
{
    auto in = opened(file);
    return read_raw_table(in, file.string());
}

} // namespace program
