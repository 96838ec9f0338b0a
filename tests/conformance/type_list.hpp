#pragma once

/// A list of types; a tuple would take seconds to compile.
template <class... Type>
struct type_list {};

template <class... List>
struct joined;

template <>
struct joined<> {
    using type = type_list<>;
};

template <class... Type>
struct joined<type_list<Type...>> {
    using type = type_list<Type...>;
};

template <class... A, class... B, class... C, class... D, class... Rest>
struct joined<type_list<A...>, type_list<B...>, type_list<C...>, type_list<D...>, Rest...>
    : joined<type_list<A..., B..., C..., D...>, Rest...> {};

template <class... A, class... B, class... Rest>
struct joined<type_list<A...>, type_list<B...>, Rest...> : joined<type_list<A..., B...>, Rest...> {
};

template <class... List>
using joined_t = typename joined<List...>::type;
