#pragma once

#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/parameter_line.hpp>

namespace orgscale {

/// All the parameters missing from an object made from names and values.
///
///     2 parameters are missing:
///       imitation (q) [1/time]: rate of adoption by imitation; must be 0 or greater, and finite
///       governance.span_of_control (s) [people]: direct reports per manager; must be greater than 1 and finite
class missing_parameters : public parameter_error {
public:
    /// Needs at least one line.
    explicit missing_parameters(std::vector<parameter_line> lines)
        : parameter_error{"is missing", lines.front().name.c_str()}, lines_{std::move(lines)}
    {
        text_ = lines_.size() == 1 ? "1 parameter is missing:"
                                   : std::to_string(lines_.size()) + " parameters are missing:";
        for (const parameter_line& one : lines_) {
            text_ += "\n  " + one.name;
            if (*one.symbol != '\0') text_ += std::string{" ("} + one.symbol + ')';
            text_ += std::string{" ["} + one.unit + "]: " + one.meaning;
            if (*one.rule != '\0') text_ += std::string{"; "} + one.rule;
        }
    }

    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

    [[nodiscard]] const std::vector<parameter_line>& lines() const noexcept { return lines_; }

private:
    std::vector<parameter_line> lines_;
    std::string                 text_;
};

} // namespace orgscale
