// A parameter without a default that is left out is named, where it is left out.
// with: -Wextra
// must say: parameter_missing.cpp:16:
// must say: a parameter without a default is missing
// must say: hiring_rate
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/linear_growth.hpp>

#if defined(REFUSED)
#define THE_REST .customers_per_person = 5
#else
#define THE_REST .hiring_rate = 4, .customers_per_person = 5
#endif

using sellers = orgscale::linear_growth<orgscale::frictionless>;
const sellers all_sales{.sales_rate = 20, THE_REST};
