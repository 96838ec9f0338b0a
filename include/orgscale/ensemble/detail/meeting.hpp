#pragma once

#include <string>

#include <orgscale/core/language.hpp>

/// What an executor of several processes has besides its function, so that none of them waits for one that
/// does not come:
///
///     agree(make)   what make() gives, in each; what it throws in one, all throw
///     same(text)    throws in all unless all are told the same, and tells the first line that differs
namespace orgscale::detail {

template <class Executor>
concept of_processes = requires(const Executor& executor) {
    executor.agree([] { return 0; });
    executor.same(std::string{});
};

/// What make() gives; all processes of an executor have it, or none.
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
