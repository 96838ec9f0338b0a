#pragma once

// Longer than others: one row of numbers in three layouts, of which the compiler selects one.

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

    /// All numbers from this place on are 0.
    [[nodiscard]] static constexpr std::size_t end() { return Count; }

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

/// Rows up to this length are unrolled; longer ones record how much of them is in use.
inline constexpr std::size_t max_unrolled_slopes = 32;

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
    requires(Count > 1 && Count <= max_unrolled_slopes)
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

    [[nodiscard]] static constexpr std::size_t end() { return Count; }

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

// g++ doesn't see that no number from `used` on is read.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

/// A long row, of which only the leading blocks in use are kept; all numbers behind them are 0. So a number
/// that follows from few variables is nearly as cheap as if there were no others: a composition may have sixty
/// parameters, and has eighteen.
template <std::size_t Count>
    requires(Count > max_unrolled_slopes)
struct slopes<double, Count> {
    static constexpr std::size_t size   = 8; ///< numbers in a block
    static constexpr std::size_t width  = widest_register;
    static constexpr std::size_t each   = size / width; ///< registers in a block
    static constexpr std::size_t blocks = (Count + size - 1) / size;

    using row_type = typename register_of<width>::type;

    struct block_type {
        row_type x[each];
    };

    std::size_t                    used = 0;
    std::array<block_type, blocks> numbers; // never read from `used` on

    constexpr slopes()
    {
        if (std::is_constant_evaluated()) numbers = {};
    }
    constexpr explicit slopes(const std::array<double, Count>& given) : slopes{}
    {
        for (std::size_t k = 0; k < Count; ++k) set(k, given[k]);
    }
    constexpr slopes(const slopes& other) : slopes{} { *this = other; }
    constexpr slopes& operator=(const slopes& other)
    {
        used = other.used;
        copy(other, std::make_index_sequence<blocks>{});
        return *this;
    }

    [[nodiscard]] constexpr double operator[](std::size_t k) const
    {
        return k / size < used ? numbers[k / size].x[k % size / width][k % width] : 0;
    }
    constexpr void set(std::size_t k, double value)
    {
        if (k / size >= used && value == 0) return;
        for (; used <= k / size; ++used) numbers[used] = block_type{};
        numbers[k / size].x[k % size / width][k % width] = value;
    }

    [[nodiscard]] constexpr std::size_t end() const { return used < blocks ? used * size : Count; }

    /// Blocks made from zeros alone are 0 and are not computed.
    template <class Make, std::same_as<slopes> Row>
    [[nodiscard]] static constexpr slopes made(const Make& make, const Row& a)
    {
        slopes result;
        result.used = a.used;
        for (std::size_t i = 0; i < a.used; ++i) result.numbers[i] = block(make, a.numbers[i].x);
        return result;
    }

    template <class Make, std::same_as<slopes> Row>
    [[nodiscard]] static constexpr slopes made(const Make& make, const Row& a, const Row& b)
    {
        constexpr block_type none{};
        const std::size_t    common = a.used < b.used ? a.used : b.used;
        slopes               result;
        result.used = a.used < b.used ? b.used : a.used;
        for (std::size_t i = 0; i < common; ++i)
            result.numbers[i] = block(make, a.numbers[i].x, b.numbers[i].x);
        for (std::size_t i = common; i < a.used; ++i)
            result.numbers[i] = block(make, a.numbers[i].x, none.x);
        for (std::size_t i = common; i < b.used; ++i)
            result.numbers[i] = block(make, none.x, b.numbers[i].x);
        return result;
    }

private:
    template <class Make, class... Rows>
    [[nodiscard]] static constexpr block_type block(const Make& make, const Rows&... rows)
    {
        return [&]<std::size_t... R>(std::index_sequence<R...>) {
            const auto one = [&](std::size_t r) { return row_type(make(rows[r]...)); };
            return block_type{{one(R)...}};
        }(std::make_index_sequence<each>{});
    }

    // Not a loop, which compilers make a call of memmove.
    template <std::size_t... Index>
    constexpr void copy(const slopes& other, std::index_sequence<Index...>)
    {
        static_cast<void>(((Index < used && (numbers[Index] = other.numbers[Index], true)) && ...));
    }
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#endif

} // namespace orgscale::detail
