#pragma once

#include <filesystem>
#include <optional>

#include "study/identified.hpp"
#include "table/choose_columns.hpp"
#include "table/number_cell.hpp"

namespace program {

/// What the user says about a file of figures.
struct data_request {
    std::filesystem::path       file;
    wanted_columns              columns;
    std::optional<decimal_mark> decimal;
};

/// The figures of a file over time and against size, with what its head says, still without any answer. Refuses
/// (bad_input) what the reader refuses, and files without a pair of figures.
[[nodiscard]] identified read_data(const data_request& asked);

} // namespace program
