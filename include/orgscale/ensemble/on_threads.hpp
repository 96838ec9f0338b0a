#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace orgscale {

/// Does the blocks of a computation in several threads; as many as the machine has processors if no
/// number is told. The answer has the same bits for any number. Link a threads library.
///
/// Each thread has a part of its own and takes the next block when it is done with one. What one throws
/// ends all, and is thrown again by the thread that asked.
struct on_threads {
    std::size_t threads = 0; ///< 0: one for each processor

    template <class Part, class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, Part& whole, const Work& work,
                             const GoOn& go_on) const
    {
        const std::size_t wanted = threads > 0 ? threads : std::thread::hardware_concurrency();
        const auto        count  = static_cast<std::size_t>(
            std::clamp<std::uint64_t>(wanted, 1, std::max<std::uint64_t>(last - first, 1)));

        std::atomic<std::uint64_t> next{first};
        std::atomic<bool>          stop{false};
        std::mutex                 one_at_a_time;
        std::uint64_t              done = 0;
        std::exception_ptr         thrown;
        std::vector<Part>          parts(count, whole.empty_copy());

        const auto work_off = [&](Part& part) {
            try {
                while (!stop) {
                    const std::uint64_t block = next++;
                    if (block >= last) break;
                    work(part, block);
                    const std::lock_guard guard{one_at_a_time};
                    if (!go_on(++done)) stop = true;
                }
            } catch (...) {
                const std::lock_guard guard{one_at_a_time};
                if (!thrown) thrown = std::current_exception();
                stop = true;
            }
        };
        {
            std::vector<std::jthread> others;
            others.reserve(count - 1);
            for (std::size_t i = 1; i < count; ++i)
                others.emplace_back([&, i] { work_off(parts[i]); });
            work_off(parts[0]);
        }
        if (thrown) std::rethrow_exception(thrown);
        for (const Part& part : parts) whole.merge(part);
        return done; // blocks are taken in order, and each that was taken was finished
    }
};

} // namespace orgscale
