#pragma once

#include <optional>
#include <utility>

#include <orgscale/solve/ending.hpp>

namespace orgscale {

/// A result that may not exist (no wall before the horizon, no crossover), and whether the runs behind it
/// reached their end. If they did not, it holds for the part that was run.
template <class Thing>
class answer : public std::optional<Thing> {
public:
    answer(ending reason) : reason_{reason} {}
    answer(ending reason, Thing thing) : std::optional<Thing>{std::move(thing)}, reason_{reason} {}

    [[nodiscard]] bool   complete() const noexcept { return reason_ == ending::reached_end; }
    [[nodiscard]] ending reason() const noexcept { return reason_; }

private:
    ending reason_;
};

} // namespace orgscale
