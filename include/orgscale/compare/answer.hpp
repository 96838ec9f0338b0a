#pragma once

#include <optional>
#include <utility>

#include <orgscale/solve/ending.hpp>

namespace orgscale {

/// Something that may not be there (no wall before the horizon, a crossover that never comes), and
/// whether the runs it was read from reached their end: if not, it says what they tell so far.
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
