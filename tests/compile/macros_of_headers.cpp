// More words of system headers. Boost and range-v3 use some of them, so these come first.
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <range/v3/view/facade.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <limits>
#include <optional>
#include <ranges>
#include <source_location>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#define I 1
#define small char
#define near
#define far

#include <orgscale/orgscale.hpp>

#include "use_everything.hpp"

int main() { return use_everything<double>() > 0 ? 0 : 1; }
