#include "study/read_data.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "format/bad_input.hpp"
#include "format/phrases.hpp"
#include "format/shortened.hpp"
#include "table/column_figures.hpp"
#include "table/column_times.hpp"
#include "table/raw_table.hpp"
#include "table/series.hpp"

namespace program {

namespace {

std::string unit_of(const raw_table& all, std::size_t column, const column_figures& figures)
{
    return all.units[column].empty() ? figures.sign : all.units[column];
}

/// No law of growth has figures below 0, and a power of the size none of 0.
void refuse_small(const raw_table& all, std::size_t column, const column_figures& read,
                  bool zero_too)
{
    for (std::size_t row = 0; row < all.rows(); ++row)
        if (const auto& one = read.figures[row]; one && (*one < 0 || (zero_too && *one == 0)))
            throw bad_input{all.place(row, column) +
                            (zero_too ? ": must be greater than 0" : ": must be 0 or greater") +
                            ", but is " + shortened(all.cell(row, column))};
}

/// Which columns were read, and which others there are.
std::string on_columns(const raw_table& all, const chosen_columns& chosen)
{
    std::string text = "Read as output: column " + all.heads[chosen.output];
    if (chosen.size) text += "; as size: " + all.heads[*chosen.size];
    if (chosen.time) text += "; as time: " + all.heads[*chosen.time];
    std::vector<std::string> unused;
    for (const auto column : chosen.unused) unused.push_back(all.heads[column]);
    if (!unused.empty()) text += "; not used: " + listed(unused);
    return text + ".";
}

std::string counted_figures(std::size_t count, const char* what)
{
    return std::to_string(count) + (count == 1 ? " row " : " rows ") + what;
}

/// The size and the output of each row that has both.
std::vector<sized_figure> pairs_of(const column_figures& size, const column_figures& output)
{
    std::vector<sized_figure> found;
    for (std::size_t row = 0; row < size.figures.size(); ++row)
        if (size.figures[row] && output.figures[row])
            found.push_back({std::nullopt, *size.figures[row], *output.figures[row]});
    return found;
}

/// Pairs in the order of time, where there is one.
std::vector<sized_figure> pairs_over_time(const column_figures& size, const column_figures& output,
                                          const series& over_time)
{
    std::vector<sized_figure> found;
    for (const auto& one : over_time.figures)
        if (size.figures[one.row])
            found.push_back({one.time, *size.figures[one.row], *output.figures[one.row]});
    return found;
}

} // namespace

identified read_data(const data_request& asked)
{
    const auto all    = read_raw_table(asked.file);
    const auto chosen = choose_columns(all, asked.columns);
    if (all.rows() == 0)
        throw bad_input{all.place_of_head() + ": there are no figures below the head"};

    std::vector<std::size_t> columns{chosen.output};
    if (chosen.size) columns.push_back(*chosen.size);
    const auto  figures = figures_in(all, columns, asked.decimal);
    const auto& output  = figures.front();
    for (std::size_t i = 0; i < columns.size(); ++i)
        refuse_small(all, columns[i], figures[i], chosen.size.has_value());

    identified found;
    found.file        = all.file;
    found.title       = all.title.empty() ? asked.file.filename().string() : all.title;
    found.sources     = all.sources;
    found.notes       = all.notes;
    found.output_name = all.heads[chosen.output];
    found.output_unit = unit_of(all, chosen.output, output);
    found.remarks     = {on_columns(all, chosen)};
    if (chosen.time) {
        const auto times = times_in(all, *chosen.time, asked.decimal);
        const auto read  = series_of(all, *chosen.time, times, chosen.output, output);
        found.time_name  = all.heads[*chosen.time];
        found.calendar   = times.calendar;
        for (const auto& one : read.figures) found.over_time.push_back({one.time, one.value});
        if (read.reordered) found.remarks.emplace_back("The rows were put into the order of time.");
        if (chosen.size) found.over_size = pairs_over_time(figures[1], output, read);
    } else {
        found.over_size = pairs_of(figures[1], output);
    }
    if (chosen.size) {
        found.size_name = all.heads[*chosen.size];
        found.size_unit = unit_of(all, *chosen.size, figures[1]);
    }
    const auto used = chosen.size ? found.over_size.size() : found.over_time.size();
    if (used == 0)
        throw bad_input{all.place_of_head() + ": no row below has " +
                        (chosen.size ? "both figures" : "a figure in " + found.output_name)};
    if (used < all.rows())
        found.remarks.push_back(counted_figures(
            all.rows() - used, "left out: no figure there, or one that is there twice."));
    return found;
}

} // namespace program
