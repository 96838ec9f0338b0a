// A program that runs the blocks of a computation on oneTBB's threads and on std::threads.
#include <orgscale/ensemble/on_tbb.hpp>
#include <orgscale/ensemble/on_threads.hpp>

#include <cstdint>

/// A worker's sum.
struct sum {
    std::uint64_t value = 0;

    sum  empty_copy() const { return {}; }
    void merge(const sum& other) { value += other.value; }
};

template <class Executor>
bool adds_up_to_4950(const Executor& executor)
{
    sum        whole;
    const auto done = executor(
        std::uint64_t{0}, std::uint64_t{100}, whole,
        [](sum& part, std::uint64_t block) { part.value += block; },
        [](std::uint64_t) { return true; });
    return done == 100 && whole.value == 4950;
}

int main()
{
    return adds_up_to_4950(orgscale::on_tbb{}) && adds_up_to_4950(orgscale::on_threads{2}) ? 0 : 1;
}
