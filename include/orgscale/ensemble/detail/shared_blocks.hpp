#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <mutex>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// A queue of blocks from which several workers take the next, each with its own part. When all workers
/// have finished, the blocks taken are done, and are the first ones.
template <class Work, class GoOn>
class shared_blocks {
public:
    shared_blocks(std::uint64_t first, std::uint64_t last, const Work& work, const GoOn& go_on)
        : next_{first}, last_{last}, work_{work}, go_on_{go_on}
    {}

    /// The loop of one worker, until no block is left or something is thrown.
    template <class Part>
    void work_off(Part& part)
    {
        try {
            while (!stop_) {
                const std::uint64_t block = next_++;
                if (block >= last_) break;
                work_(part, block);
                const std::lock_guard guard{one_at_a_time_};
                if (!go_on_(++done_)) stop_ = true;
            }
        } catch (...) {
            const std::lock_guard guard{one_at_a_time_};
            if (!thrown_) thrown_ = std::current_exception();
            stop_ = true;
        }
    }

    /// The number of blocks done; rethrows a worker's exception. Call after all workers have finished.
    [[nodiscard]] std::uint64_t done() const
    {
        if (thrown_) std::rethrow_exception(thrown_);
        return done_;
    }

private:
    std::atomic<std::uint64_t> next_;
    std::atomic<bool>          stop_{false};
    std::uint64_t              last_;
    const Work&                work_;
    const GoOn&                go_on_;
    std::mutex                 one_at_a_time_;
    std::uint64_t              done_ = 0;
    std::exception_ptr         thrown_;
};

} // namespace orgscale::detail
