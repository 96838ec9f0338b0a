#pragma once

#include <cstdint>

namespace orgscale {

/// Does the blocks of a computation one after another, in the thread that asks.
///
/// An executor of the reader's own has the same function: it calls work(part, block) for blocks from
/// first to last - 1, each at most once, merges what they put into their parts into `whole`, and returns
/// how many are done, which must be the first ones. A part is made by `whole.empty_copy()`, merged by
/// `whole.merge(part)` in any order. go_on(done) tells whether to begin further blocks, and is called by
/// one thread at a time.
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
