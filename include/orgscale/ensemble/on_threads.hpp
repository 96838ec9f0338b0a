#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <system_error>
#include <thread>
#include <vector>

#include <orgscale/ensemble/detail/shared_blocks.hpp>

namespace orgscale {

/// Does the blocks of a computation in several of the standard library's threads; as many as the machine
/// has processors if no number is told. The output has the same bits for any number. Link a threads
/// library (in CMake Threads::Threads).
///
/// Each thread has a part of its own and takes the next block when it is done with one. What one throws
/// ends all, and is thrown again by the thread that asked. Where the system gives fewer threads than
/// wanted, those that it gives do the work.
///
/// So each costs memory: in an ensemble 8 KiB for each number of each output and each power of two over
/// which its members spread, at most 128 KiB. A firm's two numbers at 61 times take up to 15 MiB a thread,
/// and once more for the whole; hundreds of threads need fewer outputs.
struct on_threads {
    std::size_t threads = 0; ///< 0: one for each processor

    template <class Part, class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, Part& whole, const Work& work,
                             const GoOn& go_on) const
    {
        const std::uint64_t blocks = last - first;
        const std::uint64_t wanted = threads > 0 ? threads : std::thread::hardware_concurrency();
        const auto          count =
            static_cast<std::size_t>(std::min(std::max<std::uint64_t>(wanted, 1), blocks));
        if (count == 0) return 0;

        std::vector<Part>     parts(count, whole.empty_copy());
        detail::shared_blocks queue{first, last, work, go_on};
        {
            joined_threads others;
            others.all.reserve(count - 1);
            try {
                for (std::size_t i = 1; i < count; ++i)
                    others.all.emplace_back([&, i] { queue.work_off(parts[i]); });
            } catch (const std::system_error&) { // no more threads
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
