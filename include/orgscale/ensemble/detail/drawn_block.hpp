#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/uncertain.hpp>

namespace orgscale::detail {

/// Why a parameter is refused, without the source location, which would be the library's here.
[[nodiscard]] inline std::string reason_of(const parameter_error& error)
{
    return error.parameter()[0] == '\0' ? error.rule()
                                        : std::string{error.parameter()} + ' ' + error.rule();
}

/// No check of a start: for models that are not run from one.
struct no_start_check {
    void operator()(std::span<const double>) const {}
};

/// The models drawn for some members. Members with refused parameters are recorded and left out.
template <class Model>
struct drawn_block {
    std::vector<std::uint64_t> indices;
    std::vector<Model>         models;
    std::vector<double>        values;    ///< drawn values, member by member
    std::size_t                uncertain; ///< values per member

    [[nodiscard]] std::span<const double> values_of(std::size_t i) const
    {
        return std::span{values}.subspan(i * uncertain, uncertain);
    }

    template <class Check = no_start_check>
    drawn_block(const uncertain_model<Model>& model, const draw_sequence& sequence,
                std::uint64_t begin, std::uint64_t end, failures& failed, const Check& check = {})
        : uncertain{model.dimension()}
    {
        std::vector<double> point(model.dimension());
        std::vector<double> drawn(model.dimension());
        for (std::uint64_t index = begin; index < end; ++index) {
            sequence.point(index, point);
            try {
                model.values(point, drawn);
                check(drawn);
                models.push_back(model.with_values(drawn));
            } catch (const parameter_error& error) {
                failed.add(index, reason_of(error));
                continue;
            }
            indices.push_back(index);
            values.insert(values.end(), drawn.begin(), drawn.end());
        }
    }
};

} // namespace orgscale::detail
