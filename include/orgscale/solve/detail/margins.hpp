#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <new>
#include <type_traits>
#include <utility>

#include <orgscale/core/dual.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>

/// Where, within a step, what binds changes.
namespace orgscale::detail {

template <class Model>
concept gives_margins =
    dynamics<Model> &&
    requires(const Model& model, const typename Model::real_type& t,
             const typename Model::state_type& x) { model.derivative_and_margins(t, x).margins; };

template <gives_margins Model>
using evaluated_of = decltype(std::declval<const Model&>().derivative_and_margins(
    std::declval<const typename Model::real_type&>(),
    std::declval<const typename Model::state_type&>()));

template <class Model>
inline constexpr std::size_t margin_count = 0;
template <gives_margins Model>
inline constexpr std::size_t margin_count<Model> =
    std::tuple_size_v<decltype(evaluated_of<Model>::margins)>;

/// The margins of one evaluation, in double precision.
template <class Model>
class margins_of {
public:
    [[nodiscard]] double  operator[](std::size_t which) const { return numbers_[which]; }
    [[nodiscard]] double& operator[](std::size_t which) { return numbers_[which]; }

    /// Evaluates the model; returns the derivative.
    [[nodiscard]] state_of<Model> note(const Model& model, const typename Model::real_type& t,
                                       const state_of<Model>& x)
    {
        const auto found = model.derivative_and_margins(t, x);
        for (std::size_t i = 0; i < numbers_.size(); ++i) numbers_[i] = plain(found.margins[i]);
        return found.derivative;
    }

private:
    std::array<double, margin_count<Model>> numbers_{};
};

/// The same within all that a model of doubles returns, which is made there: to copy margins that were just computed,
/// the processor would first have to write them to memory.
template <gives_margins Model>
    requires std::same_as<typename Model::real_type, double> &&
             std::is_trivially_copyable_v<evaluated_of<Model>> &&
             std::default_initializable<evaluated_of<Model>>
class margins_of<Model> {
public:
    [[nodiscard]] double  operator[](std::size_t which) const { return all_.margins[which]; }
    [[nodiscard]] double& operator[](std::size_t which) { return all_.margins[which]; }

    [[nodiscard]] const state_of<Model>& note(const Model& model, double t, const state_of<Model>& x)
    {
        return (new (&all_) evaluated_of<Model>(model.derivative_and_margins(t, x)))->derivative;
    }

private:
    evaluated_of<Model> all_{};
};

/// A model that notes the margins of each evaluation, one row after another.
template <class Model>
struct noting {
    using real_type  = typename Model::real_type;
    using state_type = state_of<Model>;

    const Model&               model;
    mutable margins_of<Model>* next;

    [[nodiscard]] state_type derivative(const real_type& t, const state_type& x) const
    {
        return (next++)->note(model, t, x);
    }
};

/// The margins of a step: at its stages and at its end.
template <class Model>
struct step_margins {
    static constexpr std::size_t rows = verner_7::stages + 1;

    std::array<margins_of<Model>, rows>   at{};   ///< row i: stage i; the last: the end
    std::array<bool, margin_count<Model>> zero{}; ///< those at zero at the beginning

    struct change {
        std::size_t which = 0;
        double      part  = 2; ///< of the step; beyond 1 there is none
    };

    /// Whether the sign bits of some margin differ between stages.
    template <std::size_t Stages>
    [[nodiscard]] bool may_change() const
    {
        std::uint64_t differs = 0; // in its highest bit
        for (std::size_t i = 1; i < Stages; ++i)
            for (std::size_t j = 0; j < margin_count<Model>; ++j)
                differs |= std::bit_cast<std::uint64_t>(at[i][j]) ^
                           std::bit_cast<std::uint64_t>(at[0][j]);
        return (differs >> 63) != 0;
    }

    /// The same of one margin.
    template <std::size_t Stages>
    [[nodiscard]] bool changes_sign(std::size_t which) const
    {
        std::uint64_t differs = 0;
        for (std::size_t i = 1; i < Stages; ++i)
            differs |= std::bit_cast<std::uint64_t>(at[i][which]) ^
                       std::bit_cast<std::uint64_t>(at[0][which]);
        return (differs >> 63) != 0;
    }

    /// The first change of sign between stages, in the order of their times, by a line between them. One
    /// too small to matter, at most `floor` throughout, is passed over, and so is number `but`.
    template <class Method>
    [[nodiscard]] change first_change(double floor, std::size_t but) const
    {
        constexpr auto order = [] {
            std::array<std::size_t, Method::stages> by_time{};
            for (std::size_t i = 0; i < by_time.size(); ++i) by_time[i] = i;
            std::sort(by_time.begin(), by_time.end(), [](std::size_t a, std::size_t b) {
                return Method::c[a] < Method::c[b] || (Method::c[a] == Method::c[b] && a < b);
            });
            return by_time;
        }();
        change first;
        for (std::size_t j = 0; j < margin_count<Model>; ++j) {
            if (j == but || !changes_sign<Method::stages>(j)) continue;
            double largest = 0;
            for (const std::size_t i : order) {
                const double size = std::abs(at[i][j]);
                largest           = largest < size ? size : largest;
            }
            if (!(largest > floor)) continue;
            for (std::size_t n = zero[j] ? 1 : 0; n + 1 < order.size(); ++n) {
                const double a = at[order[n]][j], b = at[order[n + 1]][j];
                if (!((a < 0 && b > 0) || (a > 0 && b < 0))) continue;
                const double begin = static_cast<double>(Method::c[order[n]]);
                const double end   = static_cast<double>(Method::c[order[n + 1]]);
                const double part  = begin + (end - begin) * (a / (a - b));
                if (part < first.part) first = {j, part};
                break;
            }
        }
        return first;
    }
};

} // namespace orgscale::detail
