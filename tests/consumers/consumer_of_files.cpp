// A program that reads what it computes with from JSON.
#include <orgscale/growth/bass.hpp>

#include <nlohmann/json.hpp>

int main()
{
    const auto             given = nlohmann::json::parse(R"({"p": 0.03, "q": 0.38, "m": 100})");
    const orgscale::bass<> demand{.innovation = given["p"].get<double>(),
                                  .imitation  = given["q"].get<double>(),
                                  .potential  = given["m"].get<double>()};
    return demand.at(50) > 99 ? 0 : 1;
}
