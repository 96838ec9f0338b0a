#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/fit/identify.hpp>

namespace orgscale {

/// Times and sizes of one of many series.
struct recorded_series {
    std::vector<double> times, sizes;
};

namespace detail {

template <class Answer>
struct answers_part {
    std::vector<std::pair<std::uint64_t, Answer>> all;

    [[nodiscard]] answers_part empty_copy() const { return {}; }
    void                       merge(const answers_part& other)
    {
        all.insert(all.end(), other.all.begin(), other.all.end());
    }
};

} // namespace detail

/// `identify` for many series, on any executor of ensembles, such as on_threads{}: the answers in the order of the
/// series, bit-identical on any of them.
///
///     series(i) -> recorded_series, from any thread
///
/// A series that identify refuses has not enough data, with that as its reason. Memory holds one series a thread and the answers. Where those are too many, `answer_of(identified) -> Answer`
/// keeps what is needed of each.
template <class Series, class AnswerOf, class Executor = on_one_thread>
[[nodiscard]] auto identify_all(std::uint64_t count, const Series& series,
                                const AnswerOf& answer_of, const identify_options& options,
                                const Executor& executor = {})
{
    using answer                            = decltype(answer_of(identified{}));
    constexpr std::uint64_t      block_size = 8;
    detail::answers_part<answer> whole;
    const auto work = [&](detail::answers_part<answer>& part, std::uint64_t block) {
        const std::uint64_t end = (std::min)(count, (block + 1) * block_size);
        for (std::uint64_t i = block * block_size; i < end; ++i) {
            const recorded_series one = series(i);
            identified            found;
            if (!accepted([&] { found = identify(one.times, one.sizes, options); }))
                found.reasons.push_back("Times don't increase, or sizes are negative or infinite.");
            part.all.emplace_back(i, answer_of(std::move(found)));
        }
    };
    executor(0, (count + block_size - 1) / block_size, whole, work,
             [](std::uint64_t) { return true; });
    std::sort(whole.all.begin(), whole.all.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<answer> answers;
    for (auto& one : whole.all) answers.push_back(std::move(one.second));
    return answers;
}

/// All of each answer.
template <class Series, class Executor = on_one_thread>
[[nodiscard]] std::vector<identified> identify_all(std::uint64_t count, const Series& series,
                                                   const identify_options& options  = {},
                                                   const Executor&         executor = {})
{
    return identify_all(count, series, [](identified one) { return one; }, options, executor);
}

} // namespace orgscale
