#pragma once

#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/lanes.hpp>
#include <orgscale/solve/options.hpp>

// The columns of the suite: a number type, with the tolerance at which it is used. Those of 50 digits are
// in digits50.hpp, the list of all in conformance.cpp.

using tangent        = orgscale::dual<double>;
using second_tangent = orgscale::dual<orgscale::dual<double>>;
using four_lanes     = orgscale::lanes<4>;

template <class Number>
struct column;

template <>
struct column<float> {
    static constexpr auto   name      = "float";
    static constexpr double tolerance = orgscale::default_tolerance<float>();
    static constexpr double rounding  = std::numeric_limits<float>::epsilon();
};

template <>
struct column<double> {
    static constexpr auto   name      = "double";
    static constexpr double tolerance = orgscale::default_tolerance<double>();
    static constexpr double rounding  = std::numeric_limits<double>::epsilon();
};

template <>
struct column<long double> {
    static constexpr auto   name      = "long double";
    static constexpr double tolerance = 1e-11;
    static constexpr double rounding =
        static_cast<double>(std::numeric_limits<long double>::epsilon());
};

template <>
struct column<tangent> : column<double> {
    static constexpr auto name = "dual";
};

template <>
struct column<second_tangent> : column<double> {
    static constexpr auto name = "dual of dual";
};

template <>
struct column<four_lanes> : column<double> {
    static constexpr auto name = "lanes";
};
