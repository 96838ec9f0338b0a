#include <orgscale/ensemble/on_one_thread.hpp>

#include <vector>

#include "catch.hpp"

namespace on_one_thread_test {

namespace {

struct part {
    std::vector<std::uint64_t> blocks;
};

} // namespace

TEST_CASE("on_one_thread: runs blocks in order until stopped", "[ensemble]")
{
    const auto work = [](part& mine, std::uint64_t block) { mine.blocks.push_back(block); };
    part       all;
    CHECK(orgscale::on_one_thread{}(3, 7, all, work, [](auto) { return true; }) == 4);
    CHECK(all.blocks == std::vector<std::uint64_t>{3, 4, 5, 6});

    part some;
    CHECK(orgscale::on_one_thread{}(0, 10, some, work, [](auto done) { return done < 3; }) == 3);
    CHECK(some.blocks == std::vector<std::uint64_t>{0, 1, 2});

    part none;
    CHECK(orgscale::on_one_thread{}(5, 5, none, work, [](auto) { return true; }) == 0);
    CHECK(none.blocks.empty());
}

} // namespace on_one_thread_test
