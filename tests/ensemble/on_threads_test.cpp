#include <orgscale/ensemble/on_threads.hpp>

#include <atomic>
#include <chrono>

#include "catch.hpp"
#include "executors.hpp"

namespace on_threads_test {

using orgscale::on_threads;

TEST_CASE("on_threads: runs each block once, on any number of threads", "[ensemble]")
{
    for (const std::size_t threads : {0U, 1U, 2U, 3U, 7U, 64U})
        executors::does_each_block_once(on_threads{threads});
}

TEST_CASE("on_threads: stops after the first blocks", "[ensemble]")
{
    for (const std::size_t threads : {1U, 2U, 7U})
        executors::stops_after_whole_first_blocks(on_threads{threads});
}

TEST_CASE("on_threads: rethrows exceptions, and counts nothing", "[ensemble]")
{
    for (const std::size_t threads : {1U, 2U, 7U})
        executors::throws_what_is_thrown(on_threads{threads});
}

TEST_CASE("on_threads: threads run concurrently", "[ensemble]")
{
    // Two blocks that each wait for the other to start: one thread alone would wait forever.
    std::atomic<int> begun{0};
    const auto       work = [&](executors::part& mine, std::uint64_t) {
        ++begun;
        const auto late = std::chrono::steady_clock::now() + std::chrono::seconds{60};
        while (begun < 2 && std::chrono::steady_clock::now() < late) std::this_thread::yield();
        mine.threads.insert(std::this_thread::get_id());
    };
    executors::part all;
    CHECK(on_threads{2}(std::uint64_t{0}, std::uint64_t{2}, all, work,
                        [](std::uint64_t) { return true; }) == 2);
    CHECK(all.threads.size() == 2);
}

TEST_CASE("on_threads: one thread per processor by default", "[ensemble]")
{
    CHECK(on_threads{}.threads == 0);
}

} // namespace on_threads_test
