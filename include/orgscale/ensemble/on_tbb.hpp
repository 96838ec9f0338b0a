#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <orgscale/ensemble/detail/shared_blocks.hpp>

namespace orgscale {

/// Executor that runs the blocks of a computation on oneTBB's threads, as many as the current task arena
/// has, so it respects the program's limits. The result is bit-identical for any number. In CMake link
/// orgscale::threads.
///
/// Otherwise like on_threads.
struct on_tbb {
    template <class Part, class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, Part& whole, const Work& work,
                             const GoOn& go_on) const
    {
        const std::uint64_t blocks = last - first;
        const auto          wanted =
            static_cast<std::uint64_t>((std::max)(tbb::this_task_arena::max_concurrency(), 1));
        const auto count = static_cast<std::size_t>((std::min)(wanted, blocks));
        if (count == 0) return 0;

        std::vector<Part>     parts(count, whole.empty_copy());
        detail::shared_blocks queue{first, last, work, go_on};
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) { queue.work_off(parts[i]); });
        const std::uint64_t done = queue.done();
        for (const Part& part : parts) whole.merge(part);
        return done;
    }
};

} // namespace orgscale
