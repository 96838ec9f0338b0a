// The memory of an ensemble grows with its threads, not with its members.
// usage: memory <law or firm> <members> <threads> <most MiB>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <sys/resource.h>

#include <boost/math/distributions/lognormal.hpp>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/network_growth.hpp>

using namespace orgscale;

namespace {

/// Runs it on some threads and prints its memory; whether that is within the limit and the quantiles' error
/// is as stated.
template <class Model>
bool is_small(const uncertain_model<Model>& study, const detail::state_of<Model>& start,
              const ensemble_options& options, std::size_t threads, long most, double roughness)
{
    const auto bands = ensemble(study, start, options, on_threads{threads});
    rusage     used{};
    getrusage(RUSAGE_SELF, &used);
    const long mebibytes = used.ru_maxrss / 1024; // Linux reports KiB
    std::printf("%llu members, %zu times, %zu threads: %ld MiB at the most, %llu failed, error %g\n",
                static_cast<unsigned long long>(bands.members()), bands.times().size(), threads,
                mebibytes, static_cast<unsigned long long>(bands.failed().count()), bands.error());
    return bands.complete() && bands.failed().count() == 0 && mebibytes <= most &&
           bands.error() >= roughness;
}

} // namespace

int main(int count, char** words)
{
    if (count != 5) return 2;
    const std::string      what    = words[1];
    const std::uint64_t    members = std::strtoull(words[2], nullptr, 10);
    const std::size_t      threads = std::strtoull(words[3], nullptr, 10);
    const long             most    = std::strtol(words[4], nullptr, 10);
    const ensemble_options options{.members = members, .seed = 7, .to = 60};

    if (what == "law") { // cheap enough for a million members
        const uncertain_model study{bass<>{.innovation = 0.03, .imitation = 0.4, .potential = 1000},
                                    {vary("innovation", uniform(0.001, 0.1)),
                                     vary("imitation", uniform(0.1, 1)),
                                     vary("potential", uniform(1, 1e6))}};
        return is_small(study, 0, options, threads, most, 0) ? 0 : 1;
    }
    // Two numbers at each of 61 times, over so many powers of two that each sketch has used all its pages
    // and joined bins.
    const double          joined = 2 * quantile_sketch{}.error();
    const uncertain_model study{
        network_growth<meritocracy>{.governance           = {.alignment = 0.8, .autonomy = 0.99},
                                    .imitation            = 0.3,
                                    .potential            = 1e6,
                                    .hiring_rate          = 4,
                                    .customers_per_person = 20},
        {vary("potential", boost::math::lognormal(12, 3)),
         vary("hiring_rate", boost::math::lognormal(1, 3))}};
    const growth_state<> start{.people = 5, .customers = 100};
    return is_small(study, start, options, threads, most, joined) ? 0 : 1;
}
