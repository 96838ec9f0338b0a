#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

namespace orgscale {

namespace detail {

template <std::size_t Place, class Line>
struct description_line {
    Line line;
};

template <class Places, class... Line>
struct description_lines;

template <std::size_t... Place, class... Line>
struct description_lines<std::index_sequence<Place...>, Line...>
    : description_line<Place, Line>... {};

} // namespace detail

/// The lines of a description, one `parameter` for each member (see describe.hpp).
///
///     description{parameter{"innovation", "p", "1/time", "adoption unprompted", &bass::innovation},
///                 parameter{"imitation", "q", "1/time", "adoption on seeing it", &bass::imitation}}
///
/// A std::tuple of lines does as well. This is what the library's own types use, since it is read in one
/// step, where a tuple of n lines takes n types and n constructors to make: a program that uses many
/// described types compiles in a third of the time and memory (measured, g++ 12, without optimization).
template <class... Line>
struct description : detail::description_lines<std::index_sequence_for<Line...>, Line...> {
    constexpr description(const Line&... line)
        : detail::description_lines<std::index_sequence_for<Line...>, Line...>{{line}...}
    {}
};

/// Line number Place.
template <std::size_t Place, class Line>
[[nodiscard]] constexpr const Line& get(const detail::description_line<Place, Line>& lines)
{
    return lines.line;
}

namespace detail {

template <class... Line, std::size_t... Place, class Use>
constexpr decltype(auto) use_lines(
    [[maybe_unused]] const description_lines<std::index_sequence<Place...>, Line...>& lines,
    Use&&                                                                             use)
{
    return use(static_cast<const description_line<Place, Line>&>(lines).line...);
}

template <class... Line, class Use>
constexpr decltype(auto) use_lines(const std::tuple<Line...>& lines, Use&& use)
{
    return std::apply(use, lines);
}

} // namespace detail

/// use(lines...): a call with all lines of a description, or of a std::tuple of lines.
template <class Lines, class Use>
constexpr decltype(auto) with_lines(const Lines& lines, Use&& use)
{
    return detail::use_lines(lines, use);
}

/// The lines of several descriptions, in order.
template <class... Line, class... Other>
[[nodiscard]] constexpr description<Line..., Other...> joined(const description<Line...>&  first,
                                                              const description<Other...>& second)
{
    return with_lines(first, [&](const auto&... line) {
        return with_lines(second, [&](const auto&... other) {
            return description<Line..., Other...>{line..., other...};
        });
    });
}

} // namespace orgscale

template <class... Line>
struct std::tuple_size<orgscale::description<Line...>>
    : std::integral_constant<std::size_t, sizeof...(Line)> {};

template <std::size_t Place, class... Line>
struct std::tuple_element<Place, orgscale::description<Line...>>
    : std::tuple_element<Place, std::tuple<Line...>> {};
