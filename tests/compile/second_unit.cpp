#include <orgscale/orgscale.hpp>

#include "use_everything.hpp"

double answer_of_the_second_unit() { return use_everything<double>(); }
