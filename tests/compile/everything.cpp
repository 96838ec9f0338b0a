// Everything of the library but ensembles, instantiated in a number type that the rooms' tests don't use, and
// without exceptions and run-time types.
#include <orgscale/orgscale.hpp>

#include "use_everything.hpp"

int main()
{
    return use_everything<ORGSCALE_NUMBER>() > 0 && use_design<ORGSCALE_NUMBER>() > 0 ? 0 : 1;
}
