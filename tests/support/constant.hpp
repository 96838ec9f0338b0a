#pragma once

#include <type_traits>

/// Whether calling a lambda without captures is a constant expression.
template <class Lambda>
concept constant = requires { typename std::bool_constant<(static_cast<void>(Lambda{}()), true)>; };
