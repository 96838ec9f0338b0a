#pragma once

#include <cstddef>
#include <string>

#include "text/figure_table.hpp"
#include "text/passage.hpp"

namespace program {

/// Columns of plain text, where names allow.
inline constexpr std::size_t widest_text = 100;

/// A table in columns.
[[nodiscard]] std::string in_text(const figure_table& table);

/// A heading and its sentences, each with a dash; nothing if there are none.
[[nodiscard]] std::string in_text(const passage& said);

/// A headline with its sentences below.
[[nodiscard]] std::string headline_in_text(const passage& said);

} // namespace program
