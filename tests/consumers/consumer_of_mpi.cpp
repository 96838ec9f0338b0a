// A program whose MPI ranks agree on a number.
#include <orgscale/ensemble/on_ranks.hpp>

int main(int count, char** words)
{
    MPI_Init(&count, &words);
    const bool same = orgscale::on_ranks{}.agree([] { return 7; }) == 7;
    MPI_Finalize();
    return same ? 0 : 1;
}
