#pragma once

// Checks the language before anything else. Every other header includes this one, directly or through
// others.

#if defined(_MSVC_LANG)
#define ORGSCALE_LANGUAGE _MSVC_LANG
#else
#define ORGSCALE_LANGUAGE __cplusplus
#endif
#if ORGSCALE_LANGUAGE < 202002L
#error "orgscale needs C++20: compile with -std=c++20, by g++ 12, clang 16 or newer"
#elif defined(__clang__) && !defined(__apple_build_version__)
#if __clang_major__ < 16
#error "this compiler is too old: orgscale needs g++ 12, clang 16 or newer"
#endif
#elif defined(__GNUC__) && !defined(__clang__)
#if __GNUC__ < 12
#error "this compiler is too old: orgscale needs g++ 12, clang 16 or newer"
#endif
#endif
#undef ORGSCALE_LANGUAGE
