// A constant that breaks its rule is an error at compile time, at the line of the constant.
// must say: constant_below_zero.cpp:12:
// must say: refuse
#include <orgscale/growth/bass.hpp>

#if defined(REFUSED)
#define IMITATION -0.4
#else
#define IMITATION 0.4
#endif

constexpr orgscale::bass<> demand{.innovation = 0.03, .imitation = IMITATION, .potential = 100};
