// In an older C++ the first line says what is needed.
// with: -std=c++17
// must say: error:
// must say: orgscale needs C++20: compile with -std=c++20
#include <orgscale/core/select.hpp>

static_assert(orgscale::every(true));
