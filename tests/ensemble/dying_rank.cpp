// An ensemble in which one rank dies: no file may be left behind.
// usage: mpirun -n <2 or more> dying_rank <file>
#include <cstdio>
#include <cstdlib>

#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/on_ranks.hpp>
#include <orgscale/ensemble/save.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/growth/bass.hpp>

int main(int count, char** words)
{
    using namespace orgscale;
    MPI_Init(&count, &words);
    int rank = 0;
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    const bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};
    const auto   outputs = ensemble_of(
        market, {vary("imitation", uniform(0.3, 0.5))},
        [&](const bass<>& drawn) {
            if (rank == 1 && drawn.imitation > 0.49) {
                std::fputs("rank 1 dies now\n", stderr);
                std::fflush(stderr);
                std::_Exit(3);
            }
            return drawn.peak();
        },
        {.members = 10'000, .seed = 7}, on_ranks{});
    if (rank == 0) {
        save(outputs, words[1]);
        std::puts("saved");
    }
    MPI_Finalize();
}
