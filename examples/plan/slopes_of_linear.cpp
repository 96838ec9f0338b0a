#include "slopes_of_model.hpp"

namespace plan {

template slopes slopes_of_model(const orgscale::linear_growth<orgscale::hierarchy>&,
                                const composition::state_type&, double);
template slopes slopes_of_model(const orgscale::linear_growth<orgscale::meritocracy>&,
                                const composition::state_type&, double);

} // namespace plan
