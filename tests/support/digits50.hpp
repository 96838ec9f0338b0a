#pragma once

#include <boost/multiprecision/cpp_bin_float.hpp>

/// Fifty digits, for a formula of a test's own that would lose its digits in doubles.
using digits50 = boost::multiprecision::cpp_bin_float_50;
