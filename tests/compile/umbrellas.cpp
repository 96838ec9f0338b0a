// All umbrella headers in one unit, after macros that system headers define. A test checks that the unit
// defines no strong symbols.
#include "outer_headers.hpp"

#include "loose_macros.hpp"

#include "every_umbrella.hpp"

#if !defined(min) || !defined(max) || !defined(small)
#error "a header has removed the macros, so this unit shows nothing"
#endif
