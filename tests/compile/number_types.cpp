// Every header, not as a system header, for one of the built-in number types: no warning.
#include <orgscale/orgscale.hpp>

#include "use_everything.hpp"

int main() { return use_everything<ORGSCALE_NUMBER>() > 0 ? 0 : 1; }
