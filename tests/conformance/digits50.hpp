#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

#include "column.hpp"

using digits50      = boost::multiprecision::cpp_bin_float_50;
using digits50_lazy = boost::multiprecision::number<boost::multiprecision::cpp_bin_float<50>,
                                                    boost::multiprecision::et_on>;

/// A hundred times tighter than any other, and twenty times looser than the judge.
template <>
struct column<digits50> {
    static constexpr auto   name      = "50 digits";
    static constexpr double tolerance = 1e-13;
    static constexpr double rounding  = column<long double>::rounding; // the type used to compare
};

template <>
struct column<digits50_lazy> {
    static constexpr auto   name      = "50, lazy";
    static constexpr double tolerance = orgscale::default_tolerance<double>();
    static constexpr double rounding  = column<long double>::rounding;
};
