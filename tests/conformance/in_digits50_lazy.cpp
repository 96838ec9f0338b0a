#include "ask.hpp"
#include "digits50.hpp"

template std::vector<records_of_row> records<digits50_lazy>();
