#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace orgscale::detail {

/// Runs blocks in the calling thread, one after another; executors of ensembles can be called alike.
struct blocks_in_order {
    template <class Part, class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, Part& whole, const Work& work,
                             const GoOn&) const
    {
        for (std::uint64_t block = first; block < last; ++block) work(whole, block);
        return last - first;
    }
};

/// The results of blocks, by block, in whatever order they come.
template <class Result>
struct block_results {
    std::vector<std::pair<std::uint64_t, Result>> all;

    [[nodiscard]] block_results empty_copy() const { return {}; }
    void                        merge(const block_results& other)
    {
        all.insert(all.end(), other.all.begin(), other.all.end());
    }
};

/// result_of(block) of all blocks, in their order, computed by an executor.
template <class Result, class Executor, class ResultOf>
[[nodiscard]] std::vector<Result> all_blocks(std::size_t count, const Executor& executor,
                                             const ResultOf& result_of)
{
    block_results<Result> whole;
    executor(
        0, count, whole,
        [&](block_results<Result>& part, std::uint64_t block) {
            part.all.emplace_back(block, result_of(static_cast<std::size_t>(block)));
        },
        [](std::uint64_t) { return true; });
    std::vector<Result> results(count);
    for (auto& [block, result] : whole.all)
        results[static_cast<std::size_t>(block)] = std::move(result);
    return results;
}

} // namespace orgscale::detail
