#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <type_traits>
#include <utility>

#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// The derivatives of a dual number: a fixed array of numbers added and scaled together.
///
/// For `double`, if the compiler has vector types, they are stored in registers of two to eight, the last
/// padded with zeros: compilers do not vectorise loops this short.
template <real Value, std::size_t Count>
struct slopes {
    std::array<Value, Count> numbers{};

    constexpr slopes() = default;
    constexpr explicit slopes(const std::array<Value, Count>& given) : numbers{given} {}

    [[nodiscard]] constexpr const Value& operator[](std::size_t k) const { return numbers[k]; }
    constexpr void set(std::size_t k, const Value& value) { numbers[k] = value; }

    /// Each number of the result is make(numbers of the arrays).
    template <class Make, std::same_as<slopes>... Row>
    [[nodiscard]] static constexpr slopes made(const Make& make, const Row&... row)
    {
        slopes result;
        for (std::size_t k = 0; k < Count; ++k) result.numbers[k] = make(row.numbers[k]...);
        return result;
    }
};

#if defined(__GNUC__)

#if defined(__AVX512F__)
inline constexpr std::size_t widest_register = 8;
#elif defined(__AVX__)
inline constexpr std::size_t widest_register = 4;
#else
inline constexpr std::size_t widest_register = 2;
#endif

template <std::size_t Width>
struct register_of;

// clang-format off
template <> struct register_of<2> { typedef double type __attribute__((vector_size(16))); };
template <> struct register_of<4> { typedef double type __attribute__((vector_size(32))); };
template <> struct register_of<8> { typedef double type __attribute__((vector_size(64))); };
// clang-format on

template <std::size_t Count>
    requires(Count > 1)
struct slopes<double, Count> {
    static constexpr std::size_t width = Count <= 2                           ? 2
                                         : Count <= 4 && widest_register >= 4 ? 4
                                                                              : widest_register;
    static constexpr std::size_t rows  = (Count + width - 1) / width;

    struct row_type {
        typename register_of<width>::type x;
    };
    using index = std::make_index_sequence<rows>;

    std::array<row_type, rows> numbers;

    // Cleared register by register at run time: compilers clear a known zero array in one slow operation.
    constexpr slopes()
    {
        if (std::is_constant_evaluated()) {
            for (row_type& row : numbers) row = row_type{};
        } else {
            clear(index{});
        }
    }
    constexpr explicit slopes(const std::array<double, Count>& given) : slopes{}
    {
        for (std::size_t k = 0; k < Count; ++k) set(k, given[k]);
    }

    [[nodiscard]] constexpr double operator[](std::size_t k) const
    {
        return numbers[k / width].x[k % width];
    }
    constexpr void set(std::size_t k, double value) { numbers[k / width].x[k % width] = value; }

    template <class Make, std::same_as<slopes>... Row>
    [[nodiscard]] static constexpr slopes made(const Make& make, const Row&... row)
    {
        return {[&](std::size_t k) { return row_type{make(row.numbers[k].x...)}; }, index{}};
    }

private:
    template <std::size_t... Index>
    void clear(std::index_sequence<Index...>)
    {
        ((numbers[Index].x = typename register_of<width>::type{}), ...);
    }

    template <class Make, std::size_t... Index>
    constexpr slopes(const Make& make, std::index_sequence<Index...>) : numbers{make(Index)...}
    {}
};

#endif

} // namespace orgscale::detail
