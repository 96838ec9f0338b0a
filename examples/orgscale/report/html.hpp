#pragma once

#include <string>

#include "chart/plots.hpp"
#include "study/study.hpp"
#include "text/figure_table.hpp"
#include "text/passage.hpp"

namespace program {

/// <name>text</name>, the text escaped.
[[nodiscard]] std::string element(const std::string& name, const std::string& text);

/// A paragraph in small print.
[[nodiscard]] std::string note(const std::string& text);

/// The sentences as a list.
[[nodiscard]] std::string list_of(const passage& said);

/// The same under its heading; nothing if there are none.
[[nodiscard]] std::string html_of(const passage& said);

/// A table whose first column heads the rows. One that is too wide for a phone is shown there with a line for
/// each figure.
[[nodiscard]] std::string html_of(const figure_table& table);

/// A plot with its title, for a wide and for a narrow page, its legend and its note.
[[nodiscard]] std::string html_of(const figure& one);

/// A part of the page that is opened on demand, or is open from the start, and is open in print; nothing if there is nothing in it.
[[nodiscard]] std::string details(const std::string& title, const std::string& inside,
                                  bool open = false);

/// A whole page that needs no other file.
[[nodiscard]] std::string page_of(const std::string& title, const std::string& body);

/// What every growth law and governance was given.
[[nodiscard]] std::string html_of_parameters(const study& found);

} // namespace program
