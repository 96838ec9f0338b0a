// A criterion takes a likelihood with its points and parameters, and weights one scale of the data.
// must say: error:
// must say: aicc
#include <orgscale/fit/information_criteria.hpp>

using namespace orgscale;

double of_likelihood(const log_likelihood<>& one) { return aicc(one); }

#ifdef REFUSED
double of_a_sum_of_squares(double squares) { return aicc(squares); }
#endif
