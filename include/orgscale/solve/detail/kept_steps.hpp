#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

#include <orgscale/core/dual.hpp>
#include <orgscale/solve/detail/piece.hpp>

namespace orgscale::detail {

/// How a run keeps a number: as it is.
template <class Number>
struct kept_number {
    using part = Number;

    [[nodiscard]] static std::size_t parts(const Number&) { return 1; }

    static void put(Number* to, const Number& x, std::size_t) { *to = x; }

    [[nodiscard]] static Number made(const Number* from, std::size_t) { return *from; }
};

/// One of which only the leading derivatives are in use (see slopes.hpp): its value and these.
template <class Value, std::size_t Count>
    requires requires { slopes<Value, Count>::blocks; }
struct kept_number<dual<Value, Count>> {
    using part = Value;

    [[nodiscard]] static std::size_t parts(const dual<Value, Count>& x)
    {
        return 1 + x.end_of_slopes();
    }

    static void put(Value* to, const dual<Value, Count>& x, std::size_t parts)
    {
        *to = x.value();
        for (std::size_t k = 0; k + 1 < parts; ++k) to[k + 1] = x.slope(k);
    }

    [[nodiscard]] static dual<Value, Count> made(const Value* from, std::size_t parts)
    {
        std::array<Value, Count> slopes{};
        std::copy(from + 1, from + parts, slopes.begin());
        return {*from, slopes};
    }
};

/// The steps of a run: their widths, methods and stages, from which interpolants are made.
///
/// Stages of numbers that do not move in a step are not stored, nor are derivatives that are not in use: an organisation
/// chosen at run time has numbers for policies that it may not have, and variables for their parameters. They would
/// take up several times the memory, and systems take long to provide it anew to each run.
template <class Model>
class kept_steps {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    void reserve(std::size_t count) { steps_.reserve(count); }

    void push(const real_type& width, const stages_of<Model>& stages, step_method method)
    {
        const std::uint32_t moving = moving_in(stages, stages_by(method));
        const std::size_t   parts  = parts_in(stages, stages_by(method), moving);
        const std::size_t   count  = numbers_in(moving) * stages_by(method) * parts;
        if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < count) {
            blocks_.emplace_back();
            blocks_.back().reserve(steps_in_block * count);
        }
        block&      to   = blocks_.back();
        std::size_t next = to.size();
        steps_.push_back({width, blocks_.size() - 1, next, parts, moving, method});
        to.resize(next + count);
        std::array<std::size_t, size_of_state> which{};
        std::size_t                            last = 0;
        for (std::size_t n = 0; n < size_of_state; ++n)
            if ((moving & bit(n)) != 0) which[last++] = n;
        for (std::size_t i = 0; i < stages_by(method); ++i)
            for (std::size_t m = 0; m < last; ++m, next += parts)
                form::put(&to[next], stages[i][which[m]], parts);
    }

    void pop()
    {
        blocks_.resize(steps_.back().inside + 1);
        blocks_.back().resize(steps_.back().begin);
        steps_.pop_back();
    }

    [[nodiscard]] std::size_t size() const { return steps_.size(); }
    [[nodiscard]] bool        empty() const { return steps_.empty(); }

    /// Of the whole step, even if an event cut it short.
    [[nodiscard]] const real_type& width(std::size_t step) const { return steps_[step].width; }
    [[nodiscard]] step_method      method(std::size_t step) const { return steps_[step].method; }

    /// The rates at its beginning.
    [[nodiscard]] numbers rates(std::size_t step) const { return row(steps_[step], 0); }

    [[nodiscard]] stages_of<Model> stages(std::size_t step) const
    {
        const one&       of = steps_[step];
        stages_of<Model> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (i < stages_by(of.method))
                all[i] = row(of, i);
            else
                all[i].fill(real_type(0));
        return all;
    }

private:
    static constexpr std::size_t size_of_state = std::tuple_size_v<numbers>;
    static_assert(size_of_state <= 32, "a bit for each number");

    /// One vector for all would be moved as it grows, and touch three times the memory.
    using form  = kept_number<real_type>;
    using block = std::vector<typename form::part>;

    static constexpr std::size_t steps_in_block = 32;

    struct one {
        real_type     width;
        std::size_t   inside; ///< the block that holds its stages
        std::size_t   begin;  ///< of them in it
        std::size_t   parts;  ///< of each number that is kept
        std::uint32_t moving; ///< bit n: whether number n moves
        step_method   method;
    };

    [[nodiscard]] static constexpr std::uint32_t bit(std::size_t n)
    {
        return std::uint32_t{1} << n;
    }

    [[nodiscard]] static constexpr std::size_t stages_by(step_method method)
    {
        return method == step_method::tsitouras_5 ? tsitouras_5::stages
               : method == step_method::verner_7  ? verner_7::stages
                                                  : radau_13::stages;
    }

    /// Of doubles by their bits without the sign, which takes no branch.
    [[nodiscard]] static std::uint32_t moving_in(const stages_of<Model>& stages, std::size_t count)
    {
        std::uint32_t moving = 0;
        if constexpr (std::same_as<real_type, double>) {
            std::array<std::uint64_t, size_of_state> bits{};
            for (std::size_t i = 0; i < count; ++i)
                for (std::size_t n = 0; n < size_of_state; ++n)
                    bits[n] |= std::bit_cast<std::uint64_t>(stages[i][n]);
            for (std::size_t n = 0; n < size_of_state; ++n)
                if (bits[n] << 1 != 0) moving |= bit(n);
        } else {
            for (std::size_t n = 0; n < size_of_state; ++n)
                for (std::size_t i = 0; i < count && (moving & bit(n)) == 0; ++i)
                    if (!is_nothing(stages[i][n])) moving |= bit(n);
        }
        return moving;
    }

    template <class Number>
    [[nodiscard]] static bool is_nothing(const Number& rate)
    {
        if constexpr (has_derivatives<Number>) {
            return rate.end_of_slopes() == 0 && is_nothing(rate.value());
        } else {
            return rate == Number(0);
        }
    }

    /// The most that a number that moves has.
    [[nodiscard]] static std::size_t parts_in(const stages_of<Model>& stages, std::size_t count,
                                              std::uint32_t moving)
    {
        std::size_t most = 1;
        if constexpr (!std::same_as<typename form::part, real_type>) {
            for (std::size_t i = 0; i < count; ++i)
                for (std::size_t n = 0; n < size_of_state; ++n)
                    if ((moving & bit(n)) != 0) most = (std::max)(most, form::parts(stages[i][n]));
        }
        return most;
    }

    [[nodiscard]] static std::size_t numbers_in(std::uint32_t moving)
    {
        return static_cast<std::size_t>(std::popcount(moving));
    }

    [[nodiscard]] numbers row(const one& of, std::size_t stage) const
    {
        const block& from = blocks_[of.inside];
        std::size_t  next = of.begin + stage * numbers_in(of.moving) * of.parts;
        numbers      all;
        for (std::size_t n = 0; n < size_of_state; ++n) {
            if ((of.moving & bit(n)) == 0) {
                all[n] = real_type(0);
            } else {
                all[n] = form::made(&from[next], of.parts);
                next += of.parts;
            }
        }
        return all;
    }

    std::vector<one>   steps_;
    std::vector<block> blocks_; ///< of each step, stage after stage, the numbers that move
};

} // namespace orgscale::detail
