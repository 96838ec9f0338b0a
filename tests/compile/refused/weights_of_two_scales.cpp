// Likelihoods of sizes and of their logarithms have different units.
// must say: error:
#include <array>

#include <orgscale/fit/information_criteria.hpp>

using namespace orgscale;

auto of_one_scale(const std::array<log_likelihood<>, 2>& both)
{
    return akaike_weights<on_sizes>(both);
}

#ifdef REFUSED
auto of_two_scales(const std::array<log_likelihood<on_logarithms>, 2>& both)
{
    return akaike_weights<on_sizes>(both);
}
#endif
