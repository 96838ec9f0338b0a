#include "study/identify_file.hpp"

#include "study/identify_series.hpp"

namespace program {

identified identify_file(const data_request& asked)
{
    auto found = read_data(asked);
    if (!found.over_time.empty()) found.growth = growth_of(found.over_time);
    if (!found.size_name.empty()) found.scaling = scaling_of(found.over_size);
    return found;
}

} // namespace program
