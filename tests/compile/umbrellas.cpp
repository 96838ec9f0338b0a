// All umbrellas in one unit, after words that system headers define as macros: first the two that even the
// standard library meets, then more, which Boost and range-v3 use, so that what the library includes of
// them comes before. A test looks that the unit defines nothing that another one would define as well.
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
