// The two words that some system headers define as macros, defined before anything is included.
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))

#include <orgscale/orgscale.hpp>

#include "use_everything.hpp"

int main() { return use_everything<double>() > 0 ? 0 : 1; }
