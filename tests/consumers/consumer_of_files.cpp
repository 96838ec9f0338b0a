// A program that uses the JSON library found with orgscale. Its forward declarations suffice, and compile
// in a third of the time.
#include <orgscale/growth/bass.hpp>

#include <nlohmann/json_fwd.hpp>

double potential_of(const nlohmann::json& scenario);

int main()
{
    const orgscale::bass<> demand{.innovation = 0.03, .imitation = 0.38, .potential = 100};
    return demand.at(50) > 99 ? 0 : 1;
}
