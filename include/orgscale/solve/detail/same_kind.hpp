#pragma once

#include <concepts>

#include <orgscale/core/describe.hpp>

namespace orgscale::detail {

/// Whether a type is a choice or has one among its members, nested ones included.
template <class Type>
consteval bool has_choice()
{
    if constexpr (choice<Type>) {
        return true;
    } else if constexpr (described<Type>) {
        return with_lines(lines_of<Type>,
                          []<class... Owner, class... Member>(const parameter<Owner, Member>&...) {
                              return (has_choice<Member>() || ...);
                          });
    } else {
        return false;
    }
}

/// The alternative that a choice holds if it has this type, else null.
template <class Held, choice Choice>
[[nodiscard]] constexpr const Held* held_in(const Choice& one)
{
    return one.visit([]<class Other>(const Other& other) -> const Held* {
        if constexpr (std::same_as<Other, Held>) {
            return &other;
        } else {
            return nullptr;
        }
    });
}

/// Whether two models can share lanes: all their choices hold the same alternatives.
template <described Type>
[[nodiscard]] constexpr bool same_kind(const Type& a, const Type& b)
{
    if constexpr (!has_choice<Type>()) {
        return true;
    } else if constexpr (choice<Type>) {
        return a.visit([&]<class Held>(const Held& held) {
            const Held* const other = held_in<Held>(b);
            return other != nullptr && same_kind(held, *other);
        });
    } else {
        return with_lines(lines_of<Type>, [&](const auto&... line) {
            const auto same = [&]<class Owner, class Member>(const parameter<Owner, Member>& each) {
                if constexpr (has_choice<Member>()) {
                    return same_kind(a.*each.member, b.*each.member);
                } else {
                    return true;
                }
            };
            return (same(line) && ...);
        });
    }
}

} // namespace orgscale::detail
