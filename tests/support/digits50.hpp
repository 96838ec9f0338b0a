#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

/// Fifty digits, for a test's own formulas that would cancel in doubles.
using digits50 = boost::multiprecision::cpp_bin_float_50;
