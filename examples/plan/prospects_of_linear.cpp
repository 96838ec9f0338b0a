#include "prospects_of_model.hpp"

namespace plan {

template prospects prospects_of_model(const orgscale::linear_growth<orgscale::hierarchy>&,
                                      const draw&);
template void      refuse_unfit_model(const orgscale::linear_growth<orgscale::hierarchy>&,
                                      const unknowns_of_composition&);
template prospects prospects_of_model(const orgscale::linear_growth<orgscale::meritocracy>&,
                                      const draw&);
template void      refuse_unfit_model(const orgscale::linear_growth<orgscale::meritocracy>&,
                                      const unknowns_of_composition&);

} // namespace plan
