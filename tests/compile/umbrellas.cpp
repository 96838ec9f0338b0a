// All umbrella headers in one unit, after macros that system headers define: first the two that the standard
// library tolerates too, then more, which would break Boost and range-v3, so their headers come before. A
// test checks that the unit defines no strong symbols.
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))

#include <boost/math/distributions/normal.hpp>
#include <boost/math/policies/policy.hpp>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <boost/random/sobol.hpp>
#include <range/v3/view/facade.hpp>

#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#define I 1
#define small char
#define near
#define far

#include "every_umbrella.hpp"
