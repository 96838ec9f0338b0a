#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <system_error>
#include <thread>
#include <vector>

#include <orgscale/ensemble/detail/shared_blocks.hpp>

namespace orgscale {

/// Executor that runs the blocks of a computation on several std::threads, by default one per processor.
/// The result is bit-identical for any number. Link a threads library (in CMake Threads::Threads).
///
/// Each thread has its own part and takes the next block when it finishes one. An exception in one thread
/// stops all, and is rethrown in the calling thread. If the system can't start all threads, those it
/// starts do the work.
///
/// Memory of an ensemble, for each thread and once more for the whole: per state variable and output
/// time, 8 KiB for each power of two that the members span, at most 128 KiB. Two variables at 61 times
/// take up to 15 MiB a thread, so use fewer outputs with hundreds of threads.
struct on_threads {
    std::size_t threads = 0; ///< 0: one per processor

    template <class Part, class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, Part& whole, const Work& work,
                             const GoOn& go_on) const
    {
        const std::uint64_t blocks = last - first;
        const std::uint64_t wanted = threads > 0 ? threads : std::thread::hardware_concurrency();
        const auto          count =
            static_cast<std::size_t>((std::min)((std::max<std::uint64_t>)(wanted, 1), blocks));
        if (count == 0) return 0;

        std::vector<Part>     parts(count, whole.empty_copy());
        detail::shared_blocks queue{first, last, work, go_on};
        {
            joined_threads others;
            others.all.reserve(count - 1);
            try {
                for (std::size_t i = 1; i < count; ++i)
                    others.all.emplace_back([&, i] { queue.work_off(parts[i]); });
            } catch (const std::system_error&) { // go on with those that started
            }
            queue.work_off(parts[0]);
        }
        const std::uint64_t done = queue.done();
        for (const Part& part : parts) whole.merge(part);
        return done;
    }

private:
    struct joined_threads {
        std::vector<std::thread> all;

        joined_threads()                                 = default;
        joined_threads(const joined_threads&)            = delete;
        joined_threads& operator=(const joined_threads&) = delete;
        ~joined_threads()
        {
            for (std::thread& one : all) one.join();
        }
    };
};

} // namespace orgscale
