// Longer than others: one reader of CSV, character by character.

#include "table/csv_rows.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <sstream>
#include <utility>

#include "format/bad_input.hpp"
#include "format/shortened.hpp"

namespace program {

namespace {

constexpr std::size_t chunk           = 1U << 16U;
constexpr std::size_t longest_row     = 1'000'000;
constexpr std::size_t longest_comment = 4000;
constexpr std::size_t max_comments    = 200;
constexpr std::size_t rows_to_compare = 20;
constexpr int         at_end          = -1;

bool is_blank(int byte) { return byte == ' ' || byte == '\t'; }

void trim_end(std::string& text)
{
    while (!text.empty() && is_blank(text.back())) text.pop_back();
}

/// The kind of a file that isn't text, by its start; empty if it may be text.
std::string kind_of_binary(std::string_view start)
{
    using namespace std::string_view_literals;
    if (start.starts_with("\xff\xfe"sv) || start.starts_with("\xfe\xff"sv))
        return "is UTF-16; save it as CSV in UTF-8";
    if (start.starts_with("PK\x03\x04"sv) || start.starts_with("\xd0\xcf\x11\xe0"sv))
        return "is a spreadsheet or an archive, not CSV; save it as CSV";
    if (start.starts_with("\x1f\x8b"sv)) return "is compressed; unpack it first";
    if (start.starts_with("%PDF-"sv)) return "is a PDF, not CSV";
    return "";
}

} // namespace

csv_rows::csv_rows(std::istream& in, std::string file) : in_{&in}, file_{std::move(file)}
{
    begin();
    choose_separator();
}

csv_rows::csv_rows(std::istream& in, std::string file, char separator)
    : in_{&in}, file_{std::move(file)}, separator_{separator}
{}

void csv_rows::begin()
{
    static_cast<void>(fill(chunk));
    if (const auto kind = kind_of_binary(buffer_); !kind.empty())
        throw bad_input{file_ + ": row 1: " + kind};
    if (ahead(3) == "\xef\xbb\xbf") at_ = 3;
}

void csv_rows::choose_separator()
{
    if (const auto said = ahead(5); said.starts_with("sep=") && said.size() == 5) {
        separator_ = said[4];
        while (peek() != at_end && get() != '\n') {
        }
        return;
    }
    double      best = -1;
    std::size_t most = 0;
    for (const char one : {',', ';', '\t', '|'}) {
        double      share = 0;
        std::size_t cells = 0;
        if (!fits(one, share, cells) || share < best || (share == best && cells <= most)) continue;
        best = share, most = cells, separator_ = one;
    }
}

/// Whether the head has several cells so, how many, and which share of the first rows has as many.
bool csv_rows::fits(char separator, double& share, std::size_t& cells) const
{
    std::istringstream start{buffer_.substr(at_)};
    csv_rows           trial{start, file_, separator};
    double             rows = 0, like_head = 0;
    try {
        while (rows < rows_to_compare && trial.next()) {
            if (buffer_.size() >= chunk && trial.peek() == at_end) break; // cut off
            if (cells == 0) {
                cells = trial.cells().size();
            } else {
                ++rows;
                if (trial.cells().size() == cells) ++like_head;
            }
        }
    } catch (const bad_input&) { // what is wrong with it is said when it is read
    }
    share = rows > 0 ? like_head / rows : 0;
    return cells > 1;
}

/// Whether so many bytes are there from here on.
bool csv_rows::fill(std::size_t wanted)
{
    if (buffer_.size() - at_ >= wanted) return true;
    buffer_.erase(0, std::exchange(at_, 0));
    while (buffer_.size() < wanted && *in_) {
        std::array<char, chunk> more;
        in_->read(more.data(), more.size());
        buffer_.append(more.data(), static_cast<std::size_t>(in_->gcount()));
    }
    if (in_->bad()) throw bad_input{file_ + ": can't be read"};
    return buffer_.size() >= wanted;
}

std::string_view csv_rows::ahead(std::size_t bytes)
{
    static_cast<void>(fill(bytes));
    return std::string_view{buffer_}.substr(at_, bytes);
}

/// The next byte; of a line's end in any form, '\n'.
int csv_rows::peek()
{
    if (!fill(1)) return at_end;
    const auto byte = static_cast<unsigned char>(buffer_[at_]);
    if (byte == '\r') return '\n';
    if (byte < 0x20 && byte != '\t' && byte != '\n')
        refuse("has a byte (" + std::to_string(byte) + ") that no text has; is this a CSV?");
    return byte;
}

int csv_rows::get()
{
    const int byte = peek();
    if (byte == at_end) return at_end;
    if (buffer_[at_] == '\r' && ahead(2) == "\r\n") ++at_;
    ++at_;
    if (byte == '\n') ++line_;
    if (++bytes_ > longest_row) refuse("is longer than a million bytes");
    return byte;
}

bool csv_rows::next()
{
    while (peek() != at_end) {
        row_   = line_;
        bytes_ = 0;
        cells_.clear();
        if (at_comment()) {
            read_comment();
            continue;
        }
        while (read_cell()) {
        }
        const auto empty = [](const std::string& cell) { return cell.empty(); };
        if (!std::all_of(cells_.begin(), cells_.end(), empty)) return true;
    }
    return false;
}

bool csv_rows::at_comment()
{
    if (peek() != '#') return false;
    const auto start = ahead(5);
    for (const auto* error : {"#N/A", "#NV", "#REF!", "#DIV/", "#VALU", "#NAME", "#NUM!", "#NULL"})
        if (start.starts_with(error)) return false;
    return true;
}

void csv_rows::read_comment()
{
    std::string text;
    for (int byte = get(); byte != '\n' && byte != at_end; byte = get()) {
        bytes_ = 0; // comments may be of any length
        if (text.size() < longest_comment) text += static_cast<char>(byte);
    }
    if (comments_.size() < max_comments) comments_.push_back(std::move(text));
}

/// Reads a cell and what ends it; whether another follows in the row.
bool csv_rows::read_cell()
{
    std::string cell;
    const auto  parts = [&](int byte) { return byte == static_cast<unsigned char>(separator_); };
    while (is_blank(peek()) && !parts(peek())) static_cast<void>(get());
    if (peek() == '"') {
        read_quoted(cell);
        while (is_blank(peek()) && !parts(peek())) static_cast<void>(get());
        if (peek() != at_end && peek() != '\n' && !parts(peek()))
            throw bad_input{place(row_, cells_.size()) + ": text follows the closing quote" +
                            (line_ > row_ ? " in row " + std::to_string(line_) : "")};
    }
    while (peek() != at_end && peek() != '\n' && !parts(peek())) cell += static_cast<char>(get());
    trim_end(cell);
    cells_.push_back(std::move(cell));
    return parts(get());
}

void csv_rows::read_quoted(std::string& cell)
{
    const auto open = place(row_, cells_.size()) + ": a quote is opened and ";
    static_cast<void>(get());
    for (;;) {
        if (bytes_ == longest_row) throw bad_input{open + "not closed within a million bytes"};
        const int byte = get();
        if (byte == at_end) throw bad_input{open + "never closed"};
        if (byte == '"' && peek() != '"') break;
        if (byte == '"') static_cast<void>(get());
        cell += byte == '\n' ? ' ' : static_cast<char>(byte);
    }
    cell.erase(0, std::min(cell.find_first_not_of(" \t"), cell.size()));
    trim_end(cell);
}

std::string csv_rows::place(std::size_t line, std::size_t column) const
{
    const bool named = column < heads_.size() && !heads_[column].empty();
    return file_ + ": row " + std::to_string(line) + ", column " +
           (named ? shortened(heads_[column]) : std::to_string(column + 1));
}

void csv_rows::refuse(const std::string& why) const
{
    throw bad_input{place(line_, cells_.size()) + ": " + why};
}

} // namespace program
