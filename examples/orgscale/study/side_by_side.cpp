#include "study/side_by_side.hpp"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include <orgscale/ensemble/on_threads.hpp>

#include "study/late_bar.hpp"

namespace program {

namespace {

/// What a thread has of its own: each work keeps what it finds elsewhere.
struct no_part {
    [[nodiscard]] no_part empty_copy() const { return {}; }
    void                  merge(const no_part&) {}
};

} // namespace

void side_by_side(std::size_t count, const char* title, const std::function<void(std::size_t)>& work)
{
    const auto                      begun = std::chrono::steady_clock::now();
    late_bar                        bar{title};
    no_part                         whole;
    std::vector<std::exception_ptr> thrown(count);
    std::mutex                      drawing;
    std::uint64_t                   reached = 0;
    const auto                      draw    = [&] {
        const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begun;
        bar({.done = reached, .members = count, .seconds = since.count()});
    };
    // The first piece of work may take long itself: a bar appears before it is done.
    std::condition_variable_any never;
    const std::jthread          early{[&](const std::stop_token& stop) {
        const std::chrono::duration<double> soon{1.1 * late_bar::soon};
        std::unique_lock                    lock{drawing};
        never.wait_for(lock, stop, soon, [] { return false; });
        if (!stop.stop_requested()) draw();
    }};
    orgscale::on_threads{}(
        0, count, whole,
        [&](no_part&, std::uint64_t n) {
            try {
                work(n);
            } catch (...) {
                thrown[n] = std::current_exception();
            }
        },
        [&](std::uint64_t done) {
            const std::lock_guard lock{drawing};
            reached = done;
            draw();
            return true;
        });
    for (const auto& one : thrown)
        if (one) std::rethrow_exception(one);
}

} // namespace program
