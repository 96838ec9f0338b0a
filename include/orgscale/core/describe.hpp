#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/choice.hpp>
#include <orgscale/core/description.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/parameter_path.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// One line of a type's description: a member, with its name, symbol, unit and meaning.
///
/// A type describes itself by a static function that lists its members in order:
///
///     static constexpr auto parameters()
///     {
///         return description{parameter{"imitation", "q", "1/time", "rate of adoption by imitation",
///                                     &bass::imitation}};
///     }
///
/// A member that is itself described (a policy in a growth model) prefixes the names of its parameters:
/// `governance.autonomy`; with an empty name it adds no prefix. All generic code reads this description:
/// sweeps, calibration, conversion to another number type, files, command lines.
template <class Owner, class Member>
struct parameter {
    const char* name;
    const char* symbol;
    const char* unit; ///< "-" for a share or a count without a unit
    const char* meaning;
    Member Owner::* member;
};

template <class Type>
concept statically_described = requires { Type::parameters(); };

/// A described type: by a static list, or, for a `choice` of described types, by the parameters of what
/// it holds.
template <class Type>
concept described = statically_described<Type> || choice<Type>;

/// Whether a description lists every member: their sizes sum to that of the type. A member without
/// parameters takes no space (it is `[[no_unique_address]]`).
template <statically_described Type>
inline constexpr bool fully_described =
    with_lines(Type::parameters(), []<class... Member>(const parameter<Type, Member>&...) {
        return (std::size_t{0} + ... + (std::is_empty_v<Member> ? 0 : sizeof(Member))) ==
               sizeof(Type);
    });

namespace detail {

/// A type's description as a constant, so that no code makes it at run time.
template <statically_described Type>
inline constexpr auto lines_of = Type::parameters();

template <described Type, class Visitor>
constexpr void visit_parameters(Type& object, const parameter_path* outer, Visitor& visitor)
{
    if constexpr (choice<Type>) {
        object.visit([&](auto& held) { visit_parameters(held, outer, visitor); });
    } else {
        with_lines(lines_of<Type>, [&](const auto&... line) {
            [[maybe_unused]] const auto one = [&](const auto& entry) {
                const parameter_path path{outer, entry.name};
                auto&                member = object.*entry.member;
                if constexpr (described<std::remove_cvref_t<decltype(member)>>) {
                    visit_parameters(member, path.around(), visitor);
                } else {
                    visitor(path, entry, member);
                }
            };
            (one(line), ...);
        });
    }
}

/// The alternative of one choice at the place of another's alternative.
template <class Held, class From, class To>
struct same_place;

template <class Held, class... From, class... To>
struct same_place<Held, std::tuple<From...>, std::tuple<To...>> {
    static constexpr std::size_t place = [] {
        std::size_t index = 0, found = 0;
        ((found = std::is_same_v<Held, From> ? index : found, ++index), ...);
        return found;
    }();
    using type = std::tuple_element_t<place, std::tuple<To...>>;
};

/// The object of type To whose parameters are map(path, line, value), in the order of the description it
/// shares with `from`.
template <described To, described From, class Map>
[[nodiscard]] constexpr To map_parameters(const From& from, const parameter_path* outer, Map& map)
{
    if constexpr (choice<From>) {
        return from.visit([&]<class Held>(const Held& held) {
            using alternative = typename same_place<Held, typename From::alternatives,
                                                    typename To::alternatives>::type;
            return To{map_parameters<alternative>(held, outer, map)};
        });
    } else {
        constexpr std::size_t count = std::tuple_size_v<decltype(From::parameters())>;
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            [[maybe_unused]] const auto one = [&](const auto& line, const auto& other) {
                const parameter_path path{outer, line.name};
                const auto&          member = from.*line.member;
                using to_type = std::remove_cvref_t<decltype(std::declval<To&>().*other.member)>;
                if constexpr (described<to_type>) {
                    return map_parameters<to_type>(member, path.around(), map);
                } else if constexpr (requires { typename to_type::rule_type; }) {
                    const auto& value = map(path, line, member);
                    if (every(to_type::rule_type::holds(value))) return to_type(value);
                    char name[parameter_path::longest] = {};
                    path.copy(name, sizeof name);
                    return to_type::named(value, name);
                } else {
                    return to_type(map(path, line, member));
                }
            };
            return To{one(get<Index>(lines_of<From>), get<Index>(lines_of<To>))...};
        }(std::make_index_sequence<count>{});
    }
}

} // namespace detail

/// The number of parameters of a type, including nested ones; for a choice, the most of any alternative.
template <class Type>
inline constexpr std::size_t max_parameters = 1;

template <statically_described Type>
inline constexpr std::size_t max_parameters<Type> = with_lines(
    Type::parameters(), []<class... Owner, class... Member>(const parameter<Owner, Member>&...) {
        return (std::size_t{0} + ... + max_parameters<Member>);
    });

template <choice Type>
inline constexpr std::size_t max_parameters<Type> =
    []<class... Alternative>(const std::tuple<Alternative...>*) {
        return (std::max)({max_parameters<Alternative>...});
    }(static_cast<typename Type::alternatives*>(nullptr));

/// Calls `visit(path, parameter, value)` for each parameter in the order of the members, nested
/// types included.
template <described Type, class Visitor>
constexpr void for_each_parameter(const Type& object, Visitor&& visit)
{
    detail::visit_parameters(object, nullptr, visit);
}

/// The object with each parameter replaced by `value_for(path, parameter, value)`.
///
/// Every rule is checked again, including those over several members; a refusal reports the parameter's
/// name.
template <described Type, class Map>
[[nodiscard]] constexpr Type with_parameters(const Type& object, Map&& value_for)
{
    return detail::map_parameters<Type>(object, nullptr, value_for);
}

/// A value for the parameter of that name.
template <real Real>
struct setting {
    const char* name;
    Real        value;
};

/// The object with the named parameters set: `with(firm, {{"governance.span_of_control", 9}})`.
///
/// A name that is not there is refused (parameter_error).
template <described Type>
[[nodiscard]] constexpr Type with(const Type&                                              object,
                                  std::initializer_list<setting<typename Type::real_type>> settings)
{
    for (const auto& wanted : settings) {
        bool found = false;
        for_each_parameter(object, [&](const parameter_path& path, const auto&, const auto&) {
            found = found || path == wanted.name;
        });
        if (!found) refuse(parameter_error{"is not the name of a parameter", wanted.name});
    }
    return with_parameters(object, [&](const parameter_path& path, const auto&, const auto& old) {
        auto value = static_cast<typename Type::real_type>(old);
        for (const auto& wanted : settings)
            if (path == wanted.name) value = wanted.value;
        return value;
    });
}

} // namespace orgscale
