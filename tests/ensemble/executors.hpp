#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "catch.hpp"

/// What every executor with several threads must do.
namespace executors {

struct part {
    std::vector<std::uint64_t> blocks;
    std::set<std::thread::id>  threads;

    [[nodiscard]] part empty_copy() const { return {}; }
    void               merge(const part& other)
    {
        blocks.insert(blocks.end(), other.blocks.begin(), other.blocks.end());
        threads.insert(other.threads.begin(), other.threads.end());
    }
};

inline std::vector<std::uint64_t> from_to(std::uint64_t first, std::uint64_t last)
{
    std::vector<std::uint64_t> all;
    for (; first < last; ++first) all.push_back(first);
    return all;
}

template <class Executor>
void does_each_block_once(const Executor& executor)
{
    const auto work = [](part& mine, std::uint64_t block) {
        mine.blocks.push_back(block);
        mine.threads.insert(std::this_thread::get_id());
    };
    for (const std::uint64_t last : {5U, 6U, 8U, 1000U}) {
        part          all;
        std::uint64_t reported = 0;
        const auto    go_on    = [&](std::uint64_t done) { return reported = done, true; };
        CHECK(executor(std::uint64_t{5}, last, all, work, go_on) == last - 5);
        std::sort(all.blocks.begin(), all.blocks.end());
        CHECK(all.blocks == from_to(5, last));
        CHECK(reported == last - 5);
    }
}

template <class Executor>
void stops_after_whole_first_blocks(const Executor& executor)
{
    const auto work = [](part& mine, std::uint64_t block) { mine.blocks.push_back(block); };
    part       some;
    const auto done = executor(std::uint64_t{0}, std::uint64_t{100'000}, some, work,
                               [](std::uint64_t so_far) { return so_far < 50; });
    CHECK(done >= 50);
    CHECK(done < 100'000);
    std::sort(some.blocks.begin(), some.blocks.end());
    CHECK(some.blocks == from_to(0, done));
}

template <class Executor>
void throws_what_is_thrown(const Executor& executor)
{
    const auto work = [](part&, std::uint64_t block) {
        if (block == 17) throw std::runtime_error{"block 17"};
    };
    part all;
    CHECK_THROWS_WITH(executor(std::uint64_t{0}, std::uint64_t{1000}, all, work,
                               [](std::uint64_t) { return true; }),
                      "block 17");
    CHECK(all.blocks.empty()); // incomplete blocks don't count
}

} // namespace executors
