// A program that asks many models on the ranks of MPI.
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/on_ranks.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/growth/bass.hpp>

int main(int count, char** words)
{
    using namespace orgscale;
    MPI_Init(&count, &words);
    const bass<> demand{.innovation = 0.03, .imitation = 0.38, .potential = 100};
    const auto   ask = [&](const auto& executor) {
        return ensemble_of(
            demand, {vary("imitation", uniform(0.3, 0.5))},
            [](const bass<>& drawn) { return drawn.peak(); }, {.members = 1000, .seed = 7},
            executor);
    };
    const bool same = ask(on_ranks{}) == ask(on_one_thread{});
    MPI_Finalize();
    return same ? 0 : 1;
}
