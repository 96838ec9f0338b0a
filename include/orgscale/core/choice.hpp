#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// A value that holds one of several types, chosen at run time (`one_of` is the library's own):
///
///     alternatives    a std::tuple of the types
///     visit(use)      use(what it holds)
///
/// and that can be made from each of them.
template <class Type>
concept choice = requires { typename Type::alternatives; };

/// use(x); of a choice, use(what it holds).
template <class Type, class Use>
constexpr decltype(auto) visited(Type& x, Use&& use)
{
    if constexpr (choice<Type>) {
        return x.visit([&](auto& held) -> decltype(auto) { return visited(held, use); });
    } else {
        return use(x);
    }
}

} // namespace orgscale
