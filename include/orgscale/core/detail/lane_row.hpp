#pragma once

#include <cstddef>
#include <cstdint>

#include <orgscale/core/language.hpp>

/// Adjacent numbers: registers if the compiler has vector types, otherwise built-in numbers. A row wider
/// than a register is two rows of half its width, so that no loop needs unrolling and each register is a
/// variable.
namespace orgscale::detail {

template <std::size_t Width>
struct lane_register;

// clang-format off
template <> struct lane_register<1> { using number = double; using mask = bool; using bits = std::uint64_t; };

#if defined(__GNUC__)
template <> struct lane_register<2> { typedef double number __attribute__((vector_size(16))); typedef std::uint64_t bits __attribute__((vector_size(16))); using mask = decltype(number{} < number{}); };
template <> struct lane_register<4> { typedef double number __attribute__((vector_size(32))); typedef std::uint64_t bits __attribute__((vector_size(32))); using mask = decltype(number{} < number{}); };
template <> struct lane_register<8> { typedef double number __attribute__((vector_size(64))); typedef std::uint64_t bits __attribute__((vector_size(64))); using mask = decltype(number{} < number{}); };
// clang-format on
#endif

/// How many numbers the widest register holds.
#if !defined(__GNUC__)
inline constexpr std::size_t widest_lanes = 1;
#elif defined(__AVX512F__)
inline constexpr std::size_t widest_lanes = 8;
#elif defined(__AVX__)
inline constexpr std::size_t widest_lanes = 4;
#else
inline constexpr std::size_t widest_lanes = 2;
#endif

struct lane_number {
    template <std::size_t Width>
    using type = typename lane_register<Width>::number;
};

struct lane_truth {
    template <std::size_t Width>
    using type = typename lane_register<Width>::mask;
};

template <class Kind, std::size_t Width>
struct lane_row {
    lane_row<Kind, Width / 2> low, high;
};

template <class Kind, std::size_t Width>
    requires(Width <= widest_lanes)
struct lane_row<Kind, Width> {
    typename Kind::template type<Width> part;
};

/// The row whose registers are f(registers of the rows).
template <class To, class Function, class... Row>
[[nodiscard]] constexpr To lanewise(const Function& f, const Row&... row)
{
    if constexpr (requires(To to) { to.part; }) {
        return To{f(row.part...)};
    } else {
        return To{lanewise<decltype(To::low)>(f, row.low...),
                  lanewise<decltype(To::high)>(f, row.high...)};
    }
}

/// The same number in every lane of a register.
template <class Register>
[[nodiscard]] constexpr Register in_every_lane(double number)
{
    return number - Register{};
}

/// Calls use(part, index) with the register of a lane and its index there.
template <class Row, class Use>
constexpr decltype(auto) with_lane(Row& row, std::size_t lane, std::size_t width, const Use& use)
{
    if constexpr (requires { row.part; }) {
        return use(row.part, lane);
    } else {
        return lane < width / 2 ? with_lane(row.low, lane, width / 2, use)
                                : with_lane(row.high, lane - width / 2, width / 2, use);
    }
}

/// Folds all registers into one value, pairwise.
template <class Row, class Function>
[[nodiscard]] constexpr auto folded(const Row& row, const Function& f)
{
    if constexpr (requires { row.part; }) {
        return row.part;
    } else {
        return f(folded(row.low, f), folded(row.high, f));
    }
}

} // namespace orgscale::detail
