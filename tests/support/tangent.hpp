#pragma once

#include <orgscale/core/dual.hpp>

/// A double with one derivative.
using tangent = orgscale::dual<double, 1>;
