// A program that asks many models on oneTBB's threads.
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/on_tbb.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/growth/bass.hpp>

int main()
{
    using namespace orgscale;
    const bass<> demand{.innovation = 0.03, .imitation = 0.38, .potential = 100};
    const auto   ask = [&](const auto& executor) {
        return ensemble_of(
            demand, {vary("imitation", uniform(0.3, 0.5))},
            [](const bass<>& drawn) { return drawn.peak(); }, {.members = 1000, .seed = 7},
            executor);
    };
    return ask(on_tbb{}) == ask(on_threads{2}) ? 0 : 1;
}
