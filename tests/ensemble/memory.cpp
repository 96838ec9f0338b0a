// A million members of a cheap law: the memory does not grow with them.
// usage: memory <members> <most MiB>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/resource.h>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/growth/bass.hpp>

int main(int count, char** words)
{
    using namespace orgscale;
    if (count != 3) return 2;
    const std::uint64_t members = std::strtoull(words[1], nullptr, 10);
    const long          most    = std::strtol(words[2], nullptr, 10);

    const bass<> market{.innovation = 0.03, .imitation = 0.4, .potential = 1000};
    const auto   bands =
        ensemble(market, 0,
                 {vary("innovation", uniform(0.001, 0.1)), vary("imitation", uniform(0.1, 1)),
                  vary("potential", uniform(1, 1e6))},
                 {.members = members, .seed = 7, .to = 20}, on_threads{2});
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const long mebibytes = used.ru_maxrss / 1024; // Linux tells KiB
    std::printf("%llu members, %zu times: %ld MiB at the most, median at the end %g\n",
                static_cast<unsigned long long>(bands.members()), bands.times().size(), mebibytes,
                *bands.quantile(0.5, 20));
    return bands.complete() && bands.failed().count() == 0 && mebibytes <= most ? 0 : 1;
}
