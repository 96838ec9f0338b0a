#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace program {

/// A JSON value that knows where it begins.
struct located_json {
    enum class kind { null, boolean, number, text, list, object };

    kind                      type   = kind::null;
    std::size_t               line   = 1;
    std::size_t               column = 1; ///< in letters
    bool                      truth  = false;
    double                    number = 0;
    std::string               text{};  ///< control characters replaced by spaces
    std::vector<located_json> items{}; ///< of a list or an object
    std::vector<std::string>  names{}; ///< of an object's items

    [[nodiscard]] const located_json* find(std::string_view name) const;

    /// "7:12", its line and column.
    [[nodiscard]] std::string place() const;
};

/// Reads JSON, which may have comments. Refuses (bad_input, naming the file) what is not JSON, with line and column; a name that occurs
/// twice in an object; a number too large for a double.
[[nodiscard]] located_json parse_located(std::string_view text, const std::string& file);

} // namespace program
