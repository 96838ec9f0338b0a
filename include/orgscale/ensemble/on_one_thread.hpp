#pragma once

#include <cstdint>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Executor that runs the blocks of a computation one after another in the calling thread.
///
/// An executor of your own has the same function: it calls work(part, block) for blocks first to last -
/// 1, each at most once, merges the parts into `whole`, and returns how many blocks are done, which must
/// be the first ones. Parts are made by `whole.empty_copy()` and merged by `whole.merge(part)` in any
/// order. go_on(done) returns whether to start further blocks; call it from one thread at a time.
struct on_one_thread {
    template <class Part, class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, Part& whole, const Work& work,
                             const GoOn& go_on) const
    {
        std::uint64_t block = first;
        while (block < last) {
            work(whole, block);
            ++block;
            if (!go_on(block - first)) break;
        }
        return block - first;
    }
};

} // namespace orgscale
