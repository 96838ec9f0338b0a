#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/detail/drawn_errors.hpp>
#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/random_stream.hpp>
#include <orgscale/fit/posterior.hpp>

namespace orgscale::detail {

/// Figures to come, of the members that one thread has drawn.
struct forecast_part {
    std::vector<quantile_sketch> figures;

    [[nodiscard]] forecast_part empty_copy() const
    {
        return {std::vector<quantile_sketch>(figures.size())};
    }
    void merge(const forecast_part& other)
    {
        for (std::size_t h = 0; h < figures.size(); ++h) figures[h].merge(other.figures[h]);
    }
};

/// Draws of a calibrated model and of the figures of its series `Index` at times to come.
template <std::size_t Index, class Problem>
class forecast_members {
public:
    forecast_members(const calibration<Problem>& fit, std::span<const double> ahead,
                     std::uint64_t seed, std::uint64_t members, bool errors)
        : fit_{fit}, model_{posterior(fit)},
          draws_{members >> 32 == 0 ? draws::low_discrepancy : draws::random, random_seed{seed},
                 model_.dimension()},
          seed_{seed}, errors_{errors}, coming_{std::get<Index>(fit.problem().series())}
    {
        for (const auto& one : model_.parameters()) places_.push_back(fit.index_of(one.name));
        const auto&       given = std::get<Index>(fit.problem().series());
        const std::size_t n     = given.values.size();
        if (n == 0) refuse(parameter_error{"has no figures to go on from", "series"});
        // The last figure again, from which errors carry on, then those to come.
        double before = given.times.back();
        coming_.times = {before};
        if constexpr (intervals) coming_.since = {given.since.back()};
        for (const double time : ahead) {
            if (!(time > before))
                refuse(parameter_error{"must increase after the last figure", time, "ahead"});
            coming_.times.push_back(time);
            if constexpr (intervals) coming_.since.push_back(before);
            before = time;
        }
        std::size_t from = 0, index = 0;
        bool        reached = false;
        const auto  add     = [&](const auto& one) {
            const bool earlier = !reached;
            reached            = reached || index++ == Index;
            if (earlier && !reached) from += one.values.size();
        };
        std::apply([&](const auto&... one) { (add(one), ...); }, fit.problem().series());
        last_ = {given.times.back(), 0, std::numeric_limits<double>::infinity()};
        for (std::size_t i = 1; i < n; ++i)
            last_.step = (std::min)(last_.step, given.times[i] - given.times[i - 1]);
        // s_j of this series: each point has its share of the parameters.
        const double scale = fit.found().scales[Index];
        const double sum   = dot(fit.found().fit.residuals.data() + from,
                                 fit.found().fit.residuals.data() + from, n) /
                           (scale * scale);
        const auto all = static_cast<double>(fit.residuals.size());
        left_          = static_cast<double>(fit.degrees_of_freedom) * static_cast<double>(n) / all;
        spread_        = fit.counts() ? std::sqrt(fit.dispersion) : std::sqrt(sum / left_);
        if (std::remove_cvref_t<decltype(given)>::noise_type::unknown_scale && !(left_ > 0))
            refuse(parameter_error{"needs more figures than parameters", "series"});
    }

    /// Adds member i.
    void draw(std::uint64_t i, std::vector<quantile_sketch>& figures) const
    {
        constexpr double    none = std::numeric_limits<double>::infinity();
        std::vector<double> point(model_.dimension()), drawn(point.size()), f(coming_.times.size());
        draws_.point(i, point);
        random_stream stream{seed_, i};
        bool          there = true;
        try {
            model_.values(point, drawn);
        } catch (const parameter_error&) {
            there = false;
        }
        std::vector<double> theta = fit_.found().fit.estimates;
        for (std::size_t k = 0; k < drawn.size(); ++k) theta[places_[k]] = drawn[k];
        const auto evaluate = fit_.problem().evaluator_until(coming_.times.back());
        there = there && evaluate.template visit<double>(theta.data(), [&](const auto& subject) {
            expect<double>(coming_, subject, std::span<double>{f});
        });
        const std::span<double> to_come{f.data() + 1, f.size() - 1};
        if (there && errors_) {
            auto last  = last_;
            last.error = std::get<Index>(fit_.problem().series()).values.back() - f[0];
            add_errors(std::get<Index>(fit_.found().noises), drawn_spread(stream), last,
                       std::span<const double>{coming_.times}.subspan(1), to_come, stream);
        }
        for (std::size_t h = 0; h < to_come.size(); ++h)
            figures[h].add(there && to_come[h] == to_come[h] ? to_come[h] : none);
    }

private:
    using series_type =
        std::remove_cvref_t<decltype(std::get<Index>(std::declval<const Problem&>().series()))>;

    static constexpr bool intervals =
        is_per_interval<std::remove_cvref_t<decltype(std::declval<series_type>().quantity)>>;

    /// s sqrt(ν/χ²) where s is estimated, with χ² of ν degrees of freedom.
    [[nodiscard]] double drawn_spread(random_stream& stream) const
    {
        if constexpr (!series_type::noise_type::unknown_scale) return spread_;
        double sum = 0, rest = left_;
        for (; rest >= 1; --rest) {
            const double z = stream.normal();
            sum += z * z;
        }
        const double z = stream.normal(); // of the part of a degree left
        sum += rest * z * z;
        return spread_ * std::sqrt(left_ / sum);
    }

    const calibration<Problem>&                   fit_;
    uncertain_model<typename Problem::model_type> model_;
    draw_sequence                                 draws_;
    std::uint64_t                                 seed_;
    bool                                          errors_;
    series_type                                   coming_; ///< times to come in place of the data's
    std::vector<std::size_t>                      places_;
    last_figure                                   last_{};
    double                                        spread_ = 0, left_ = 0;
};

} // namespace orgscale::detail
