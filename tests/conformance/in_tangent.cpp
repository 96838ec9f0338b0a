#include "ask.hpp"

template std::vector<records_of_row> records<tangent>();
