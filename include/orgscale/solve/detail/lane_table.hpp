#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/lanes.hpp>
#include <orgscale/solve/detail/lane_model.hpp>

namespace orgscale::detail {

/// Calls `use(value)` for each parameter, in the order of the description.
template <described Model, class Use>
constexpr void read_parameters(const Model& model, const Use& use)
{
    for_each_parameter(model, [&](const auto&, const auto&, const auto& value) {
        use(static_cast<double>(value));
    });
}

/// One member for each lane, stored by parameter instead of by member.
template <class Model, std::size_t Width>
struct lane_table {
    using row        = std::array<double, Width>;
    using state_type = state_of<Model>;

    std::array<row, max_parameters<Model>>         parameters;
    std::array<row, dimension<state_type, double>> start;

    void set(std::size_t lane, const Model& model, const state_type& from)
    {
        std::size_t p = 0;
        read_parameters(model, [&](double value) { parameters[p++][lane] = value; });
        const auto numbers = to_array<double>(from);
        for (std::size_t n = 0; n < numbers.size(); ++n) start[n][lane] = numbers[n];
    }

    /// Fills a lane without a member with a copy of the first.
    void pad(std::size_t lane)
    {
        for (row& numbers : parameters) numbers[lane] = numbers[0];
        for (row& numbers : start) numbers[lane] = numbers[0];
    }

    void write(many_t<Model, Width>& many) const
    {
        std::size_t p      = 0;
        const auto  itself = [](const Model& one) -> const Model& { return one; };
        write_parameters<many_t<Model, Width>, Model>(
            many, itself,
            [&](lanes<Width>& number, const auto&) { number = lanes<Width>(parameters[p++]); });
    }

    [[nodiscard]] numbers_of<many_t<Model, Width>> starts() const
    {
        numbers_of<many_t<Model, Width>> x;
        for (std::size_t n = 0; n < x.size(); ++n) x[n] = lanes<Width>(start[n]);
        return x;
    }
};

} // namespace orgscale::detail
