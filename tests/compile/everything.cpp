// Everything in the library except ensembles, instantiated in a number type that the other tests don't use,
// without exceptions and RTTI.
#include <orgscale/orgscale.hpp>

#include "use_everything.hpp"

int main()
{
    return use_everything<ORGSCALE_NUMBER>() > 0 && use_design<ORGSCALE_NUMBER>() > 0 ? 0 : 1;
}
