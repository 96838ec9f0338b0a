#pragma once

#include <string>

#include <orgscale/core/language.hpp>

/// Further functions of an executor with several processes, so that none waits for one that never comes:
///
///     agree(make)   the result of make() in each process; if it throws in one, all throw
///     same(text)    throws in all, with the first line that differs, unless all are given the same text
namespace orgscale::detail {

template <class Executor>
concept of_processes = requires(const Executor& executor) {
    executor.agree([] { return 0; });
    executor.same(std::string{});
};

/// The result of make(), in all processes of an executor or in none.
template <class Executor, class Make>
[[nodiscard]] auto made_by_all(const Executor& executor, const Make& make)
{
    if constexpr (of_processes<Executor>) {
        return executor.agree(make);
    } else {
        return make();
    }
}

} // namespace orgscale::detail
