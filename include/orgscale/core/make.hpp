#pragma once

#include <concepts>
#include <initializer_list>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/missing_parameters.hpp>
#include <orgscale/core/nearest_name.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/parameter_line.hpp>
#include <orgscale/core/unset.hpp>
#include <orgscale/core/with_real.hpp>

namespace orgscale {

/// A described type that can be made from names and values: a template over its number, which over
/// `unset` numbers shows which parameters have defaults.
template <class Type>
concept makeable = described<Type> && has_real<Type, unset> &&
                   std::default_initializable<with_real_t<Type, unset>>;

/// A range of named numbers: a map, or a vector of pairs or settings.
template <class Settings>
concept named_values = std::ranges::input_range<const Settings> &&
                       requires(std::ranges::range_reference_t<const Settings> one) {
                           requires requires {
                               { one.first } -> std::convertible_to<std::string_view>;
                           } || requires {
                               { one.name } -> std::convertible_to<std::string_view>;
                           };
                       };

namespace detail {

template <real Real>
using given_values = std::vector<std::pair<std::string_view, Real>>;

template <real Real, named_values Settings>
[[nodiscard]] given_values<Real> given_in(const Settings& settings)
{
    given_values<Real> given;
    for (const auto& [name, value] : settings)
        given.emplace_back(std::string_view{name}, Real(value));
    return given;
}

/// Refuses names given twice, and names of no parameter.
template <real Real>
void check_names(const std::vector<parameter_line>& lines, const given_values<Real>& given)
{
    std::vector<std::string_view> known;
    for (const auto& line : lines) known.push_back(line.name);
    for (auto one = given.begin(); one != given.end(); ++one) {
        const std::string name{one->first};
        if (std::ranges::find(known, one->first) == known.end())
            refuse(parameter_error{
                ("is not the name of a parameter" + suggestion(one->first, known)).c_str(),
                name.c_str()});
        for (auto before = given.begin(); before != one; ++before)
            if (before->first == one->first)
                refuse(parameter_error{"is given twice", name.c_str()});
    }
}

/// Refuses if parameters are missing, listing all of them.
template <real Real>
void check_missing(std::vector<parameter_line> lines, const given_values<Real>& given)
{
    std::erase_if(lines, [&](const parameter_line& line) {
        return !line.required() ||
               std::ranges::any_of(given, [&](const auto& one) { return one.first == line.name; });
    });
    if (!lines.empty()) refuse(missing_parameters{std::move(lines)});
}

/// The object of this kind with these values, and defaults for the rest.
template <real Real, described Kind>
[[nodiscard]] with_real_t<Kind, Real> make_of_kind(const Kind& kind, const given_values<Real>& given)
{
    const auto lines = parameters_of(kind);
    check_names(lines, given);
    check_missing(lines, given);
    return with_real<Real>(kind,
                           [&](const parameter_path& path, const auto&, const unset& fallback) {
                               for (const auto& [name, value] : given)
                                   if (path == name) return value;
                               return Real(plain(fallback));
                           });
}

} // namespace detail

/// The description of a type before it has values: its object over `unset` numbers.
///
///     parameters_of(kind_of<network_growth<meritocracy>>())          // names, units, defaults, rules
template <makeable Type>
[[nodiscard]] constexpr with_real_t<Type, unset> kind_of()
{
    return {};
}

/// Makes an object from names and values; other parameters have their defaults.
///
///     const auto firm = make<linear_growth<hierarchy>>({{"governance.span_of_control", 7},
///                                                       {"sales_rate", 20},
///                                                       {"hiring_rate", 4},
///                                                       {"customers_per_person", 5}});
///
/// Missing parameters without a default are all listed at once, with meaning, unit and rule
/// (missing_parameters). Also refused (parameter_error): an unknown name, with the nearest known one, a
/// name given twice, and a value that breaks its rule, by name.
template <makeable Type>
[[nodiscard]] Type make(std::initializer_list<setting<typename Type::real_type>> values)
{
    using Real = typename Type::real_type;
    return detail::make_of_kind(kind_of<Type>(), detail::given_in<Real>(values));
}

/// The same from a map or another range of named values.
template <makeable Type, named_values Settings>
[[nodiscard]] Type make(const Settings& values)
{
    using Real = typename Type::real_type;
    return detail::make_of_kind(kind_of<Type>(), detail::given_in<Real>(values));
}

} // namespace orgscale
