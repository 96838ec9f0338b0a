#pragma once

#include <concepts>
#include <cstddef>

#include <orgscale/core/detail/lane_functions.hpp>
#include <orgscale/core/detail/lane_row.hpp>

namespace orgscale {

/// A truth value for each lane: the result of comparing `lanes`.
template <std::size_t Width>
class lane_mask {
public:
    using row = detail::lane_row<detail::lane_truth, Width>;

    constexpr lane_mask() = default;
    explicit constexpr lane_mask(const row& truths) : row_{truths} {}

    [[nodiscard]] static constexpr std::size_t size() noexcept { return Width; }

    [[nodiscard]] constexpr bool operator[](std::size_t lane) const
    {
        return detail::with_lane(row_, lane, Width, [](const auto& part, std::size_t place) {
            if constexpr (std::same_as<decltype(part), const bool&>) {
                return part;
            } else {
                return part[place] != 0;
            }
        });
    }

    [[nodiscard]] constexpr const row& truths() const noexcept { return row_; }

    // clang-format off
    friend constexpr lane_mask operator&&(const lane_mask& a, const lane_mask& b) { return made([](auto x, auto y) { return static_cast<decltype(x)>(x & y); }, a, b); }
    friend constexpr lane_mask operator||(const lane_mask& a, const lane_mask& b) { return made([](auto x, auto y) { return static_cast<decltype(x)>(x | y); }, a, b); }
    friend constexpr lane_mask operator!(const lane_mask& a) { return made([](auto x) { return static_cast<decltype(x)>(x == decltype(x){}); }, a); }
    // clang-format on

    friend constexpr bool any_of(const lane_mask& a)
    {
        return reduced(
            detail::folded(a.row_, [](auto x, auto y) { return static_cast<decltype(x)>(x | y); }));
    }
    friend constexpr bool all_of(const lane_mask& a) { return !any_of(!a); }

private:
    template <class Function, std::same_as<lane_mask>... Mask>
    [[nodiscard]] static constexpr lane_mask made(const Function& f, const Mask&... mask)
    {
        return lane_mask{detail::lanewise<row>(f, mask.row_...)};
    }

    template <class Register>
    [[nodiscard]] static constexpr bool reduced(const Register& truths)
    {
        if constexpr (std::same_as<Register, bool>) {
            return truths;
        } else {
            return detail::any_bit(truths);
        }
    }

    row row_;
};

} // namespace orgscale
