#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// One parameter of a described object: its description and its value.
struct parameter_line {
    std::string           name; ///< full name: `governance.autonomy`
    const char*           symbol;
    const char*           unit; ///< "-" for a share or a count without a unit
    const char*           meaning;
    const char*           rule;  ///< "must be greater than 0"; empty for a number without a rule
    std::optional<double> value; ///< an object's value, or a kind's default if it has one

    /// Whether it has no default and must be given.
    [[nodiscard]] bool required() const { return !value.has_value(); }
};

/// The parameters of an object in the order of its description, including nested ones. Over `unset`
/// numbers (see make.hpp) the values are the defaults.
template <described Type>
[[nodiscard]] std::vector<parameter_line> parameters_of(const Type& object)
{
    std::vector<parameter_line> lines;
    for_each_parameter(object, [&]<class Member>(const parameter_path& path, const auto& line,
                                                 const Member& member) {
        const typename Type::real_type& number = member;
        parameter_line one{path.text(), line.symbol, line.unit, line.meaning, "", std::nullopt};
        if constexpr (requires { typename Member::rule_type; }) one.rule = Member::rule_type::text;
        if constexpr (requires { number.is_known(); }) {
            if (number.is_known()) one.value = plain(number);
        } else {
            one.value = plain(number);
        }
        lines.push_back(std::move(one));
    });
    return lines;
}

} // namespace orgscale
