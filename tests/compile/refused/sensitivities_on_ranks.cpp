// A study of sensitivities keeps all answers in one memory, so processes can't share it.
// must say: not on_ranks
#include <span>
#include <string>

#include <orgscale/ensemble/morris.hpp>
#include <orgscale/ensemble/uniform.hpp>

/// Has the interface of on_ranks, without MPI.
struct processes : orgscale::on_one_thread {
#if defined(REFUSED)
    template <class Make>
    auto agree(const Make& make) const
    {
        return make();
    }
    void same(const std::string&) const {}
#endif
};

double effect();

double effect()
{
    using namespace orgscale;
    return morris(
               {vary("x", uniform(0, 1))}, [](std::span<const double> x) { return x[0]; },
               {.trajectories = 10, .seed = 7}, processes{})
        .of("x")
        .mean.value;
}
