#pragma once

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

/// The steps of a run: their widths, methods and stages, from which interpolants are made.
///
/// Stages of numbers that do not move in a step are not stored: those of an organisation chosen at run time, which
/// has numbers for policies that it may not have, would take up several times the memory.
template <class Model>
class kept_steps {
public:
    using real_type = typename Model::real_type;
    using numbers   = numbers_of<Model>;

    void reserve(std::size_t count) { steps_.reserve(count); }

    void push(const real_type& width, const stages_of<Model>& stages, step_method method)
    {
        const std::uint32_t moving = moving_in(stages, stages_by(method));
        const std::size_t   count  = numbers_in(moving) * stages_by(method);
        if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < count) {
            blocks_.emplace_back();
            blocks_.back().reserve(steps_in_block * count);
        }
        block&      to   = blocks_.back();
        std::size_t next = to.size();
        steps_.push_back({width, blocks_.size() - 1, next, moving, method});
        to.resize(next + count);
        std::array<std::size_t, size_of_state> which{};
        std::size_t                            last = 0;
        for (std::size_t n = 0; n < size_of_state; ++n)
            if ((moving & bit(n)) != 0) which[last++] = n;
        for (std::size_t i = 0; i < stages_by(method); ++i)
            for (std::size_t m = 0; m < last; ++m) to[next++] = stages[i][which[m]];
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
    using block = std::vector<real_type>;

    static constexpr std::size_t steps_in_block = 32;

    struct one {
        real_type     width;
        std::size_t   inside; ///< the block that holds its stages
        std::size_t   begin;  ///< of them in it
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

    [[nodiscard]] static std::size_t numbers_in(std::uint32_t moving)
    {
        return static_cast<std::size_t>(std::popcount(moving));
    }

    [[nodiscard]] numbers row(const one& of, std::size_t stage) const
    {
        const block& from = blocks_[of.inside];
        std::size_t  next = of.begin + stage * numbers_in(of.moving);
        numbers      all;
        for (std::size_t n = 0; n < size_of_state; ++n)
            all[n] = (of.moving & bit(n)) != 0 ? from[next++] : real_type(0);
        return all;
    }

    std::vector<one>   steps_;
    std::vector<block> blocks_; ///< of each step, stage after stage, the numbers that move
};

} // namespace orgscale::detail
