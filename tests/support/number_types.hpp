#pragma once

#include <tuple>

#include <digits50.hpp>
#include <plain_numbers.hpp>

#if __has_include(<experimental/simd>) && defined(__GLIBCXX__)
#include <experimental/simd>
#define ORGSCALE_TESTS_HAVE_LANES
#endif

// All supported number types except `double`, for tests about number types. Takes seconds to parse; models are
// tested in all of them by the conformance suite.

using digits50_expressions = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                                           boost::multiprecision::et_on>;
#ifdef ORGSCALE_TESTS_HAVE_LANES
using four_lanes         = std::experimental::fixed_size_simd<double, 4>;
using class_number_types = std::tuple<tangent, digits50, digits50_expressions, four_lanes>;
using number_types =
    std::tuple<float, long double, tangent, digits50, digits50_expressions, four_lanes>;
#else
using class_number_types = std::tuple<tangent, digits50, digits50_expressions>;
using number_types       = std::tuple<float, long double, tangent, digits50, digits50_expressions>;
#endif
