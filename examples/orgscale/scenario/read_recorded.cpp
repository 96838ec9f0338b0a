#include "scenario/read_recorded.hpp"

#include <algorithm>
#include <vector>

#include "format/bad_input.hpp"
#include "format/numbers.hpp"
#include "format/shortened.hpp"
#include "table/column_figures.hpp"
#include "table/column_times.hpp"
#include "table/raw_table.hpp"
#include "table/series.hpp"

namespace program {

namespace {

void refuse_negative(const raw_table& all, const series& read, std::size_t column)
{
    for (const auto& one : read.figures)
        if (one.value < 0)
            throw bad_input{all.place(one.row, column) + ": must be 0 or greater, but is " +
                            shortened(all.cell(one.row, column))};
}

/// A series of zeros is mostly a column that was never filled in.
void refuse_zeros(const raw_table& all, const series& read, std::size_t column)
{
    const bool zeros = std::all_of(read.figures.begin(), read.figures.end(),
                                   [](const timed_figure& one) { return one.value == 0; });
    if (zeros && !read.figures.empty())
        throw bad_input{all.place(read.figures.back().row, column) + ": all " +
                        std::to_string(read.figures.size()) +
                        " figures up to this row are 0; leave out the column, or its cells empty"};
}

} // namespace

recorded read_recorded(const std::filesystem::path& path, const recorded_columns& columns)
{
    const auto               all  = read_raw_table(path);
    const auto               time = all.column_named(columns.time);
    std::vector<std::size_t> wanted;
    for (const auto& name : {columns.people, columns.customers})
        if (name) wanted.push_back(all.column_named(*name));
    if (all.rows() == 0)
        throw bad_input{all.file + ": has no figures in " + shortened(all.heads[wanted.front()])};

    const auto times   = times_in(all, time);
    const auto figures = figures_in(all, wanted);
    const auto read    = [&](std::size_t which) {
        const auto found = series_of(all, time, times, wanted[which], figures[which]);
        refuse_negative(all, found, wanted[which]);
        refuse_zeros(all, found, wanted[which]);
        std::vector<record> records;
        for (const auto& one : found.figures) records.push_back({one.time, one.value});
        return records;
    };
    recorded    found{.file = all.file, .people = {}, .customers = {}};
    std::size_t which = 0;
    if (columns.people) found.people = read(which++);
    if (columns.customers) found.customers = read(which);
    if (found.people.empty() && found.customers.empty())
        throw bad_input{all.file + ": has no figures in " + shortened(all.heads[wanted.front()])};
    return found;
}

} // namespace program
