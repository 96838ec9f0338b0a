// Whatever a file of figures holds, it is read or refused with one line, in bounded time and memory.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "format/bad_input.hpp"
#include "table/choose_columns.hpp"
#include "table/column_figures.hpp"
#include "table/column_times.hpp"
#include "table/raw_table.hpp"
#include "table/series.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace program;
    std::istringstream in{std::string{reinterpret_cast<const char*>(data), size}};
    try {
        const auto all     = read_raw_table(in, "f.csv");
        const auto chosen  = choose_columns(all, {});
        const auto figures = figures_in(all, {chosen.output});
        if (!chosen.time) return 0;
        const auto times = times_in(all, *chosen.time);
        const auto read  = series_of(all, *chosen.time, times, chosen.output, figures.front());
        for (std::size_t i = 1; i < read.figures.size(); ++i)
            if (!(read.figures[i].time > read.figures[i - 1].time)) std::abort();
    } catch (const bad_input& refused) {
        if (std::string{refused.what()}.find('\n') != std::string::npos) std::abort();
    }
    return 0;
}
