#pragma once

// Longer than others: one problem, whose parameters, bounds, noises and search share their order.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <boost/math/tools/minima.hpp>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/nearest_name.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/calibrate_options.hpp>
#include <orgscale/fit/detail/householder.hpp>
#include <orgscale/fit/detail/many_starts.hpp>
#include <orgscale/fit/detail/model_evaluator.hpp>
#include <orgscale/fit/detail/rule_range.hpp>
#include <orgscale/fit/estimate.hpp>

namespace orgscale::detail {

template <class Noise>
inline constexpr bool is_searched = requires(const Noise& noise) { noise.at(0.0); };

/// A fit with what belongs to it but isn't a parameter of the model.
template <class... Series>
struct fitted {
    least_squares_fit fit;
    double            deviance = std::numeric_limits<double>::infinity(); ///< -2 ln L
    std::tuple<typename Series::noise_type...> noises;
    std::array<double, sizeof...(Series)>      scales; ///< 1/σ of each series, if there are several

    /// There is no fit whose likelihood is 0 or can't be computed.
    void fail_without_likelihood()
    {
        if (!fit || deviance != std::numeric_limits<double>::infinity()) return;
        fit.verdict = fit_verdict::failed;
        fit.reason  = fit_reason::not_finite;
    }
};

/// What to estimate, of which model, from which data.
template <class Model, class Start, class... Series>
class calibration_problem {
public:
    using model_type     = Model;
    using start_type     = Start;
    using evaluator_type = model_evaluator<Model, Start, Series...>;
    using fitted_type    = fitted<Series...>;

    calibration_problem(const Model& model, const Start& start, observed_data<Series...> data,
                        const std::vector<estimated_parameter>& estimates,
                        const calibrate_options&                options)
        : model_{model}, start_{start}, data_{std::move(data)}, options_{options}
    {
        std::vector<std::string> names;
        std::vector<double>      values;
        std::vector<rule_range>  ranges;
        names.reserve(max_parameters<Model>), values.reserve(max_parameters<Model>);
        ranges.reserve(max_parameters<Model>);
        for_each_parameter(model_, [&]<class Member>(const parameter_path& path, const auto&,
                                                     const Member&         member) {
            names.push_back(path.text());
            values.push_back(static_cast<const typename Model::real_type&>(member));
            if constexpr (requires { typename Member::rule_type; }) {
                ranges.push_back(range_of<typename Member::rule_type>());
            } else {
                ranges.push_back({});
            }
        });
        places_.assign(names.size(), -1);
        start_places_.assign(16, -1);
        bool bounded = false;
        names_.reserve(estimates.size()), first_.reserve(estimates.size());
        low_.reserve(estimates.size()), high_.reserve(estimates.size());
        open_.reserve(estimates.size());
        for (const estimated_parameter& one : estimates) {
            const int  mine = static_cast<int>(names_.size());
            rule_range range;
            double     value = 0;
            if (one.start) {
                value = place_in_start(one, mine);
                if constexpr (organisation_start) range.low = 0;
            } else {
                const auto found = std::find(names.begin(), names.end(), one.name);
                if (found == names.end())
                    refuse(parameter_error{
                        ("is not the name of a parameter" + suggestion_for(one.name, names)).c_str(),
                        named_place{one.name.c_str(), one.where}});
                const auto index = static_cast<std::size_t>(found - names.begin());
                if (places_[index] >= 0)
                    refuse(parameter_error{"is estimated twice",
                                           named_place{one.name.c_str(), one.where}});
                places_[index] = mine;
                range          = ranges[index];
                value          = values[index];
            }
            if (one.range.low > range.low) range.low = one.range.low, range.low_open = false;
            if (one.range.high < range.high) range.high = one.range.high, range.high_open = false;
            const bool starts_inside =
                (range.low_open ? value > range.low : value >= range.low) &&
                (range.high_open ? value < range.high : value <= range.high) && value - value == 0;
            if (!starts_inside)
                refuse(parameter_error{"must start inside its range, at a finite value", value,
                                       named_place{one.name.c_str(), one.where}});
            names_.push_back(one.name);
            first_.push_back(value);
            low_.push_back(range.low);
            high_.push_back(range.high);
            open_.push_back(static_cast<char>((range.low_open ? 1 : 0) + (range.high_open ? 2 : 0)));
            bounded = bounded || range.high < none || range.low > -none;
        }
        if (names_.empty()) refuse(parameter_error{"must name what to estimate", "estimates"});
        std::apply([&](auto&... one) { (place_prior(one), ...); }, data_.series);
        if (!bounded) low_.clear(), high_.clear();
        settings_ = {options.from, options.from, options.tolerance, options.tolerance};
        look_at_data();
    }

    /// Other data, and other values to start from, for the same estimates.
    void replace(const Model& model, observed_data<Series...> data)
    {
        model_            = model;
        data_             = std::move(data);
        std::size_t index = 0;
        for_each_parameter(model_, [&](const parameter_path&, const auto&, const auto& member) {
            if (const int place = places_[index++]; place >= 0)
                first_[static_cast<std::size_t>(place)] =
                    static_cast<const typename Model::real_type&>(member);
        });
        look_at_data();
    }

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] const std::vector<double>&      first() const { return first_; }
    [[nodiscard]] const std::vector<double>&      low() const { return low_; }
    [[nodiscard]] const std::vector<double>&      high() const { return high_; }
    [[nodiscard]] const std::vector<char>&        open() const { return open_; }
    [[nodiscard]] const calibrate_options&        options() const { return options_; }
    [[nodiscard]] const auto&                     series() const { return data_.series; }

    [[nodiscard]] evaluator_type evaluator() const
    {
        return {model_, start_, data_.series, places_, start_places_, names_.size(), settings_};
    }

    /// The same with runs that go on until a later time.
    [[nodiscard]] evaluator_type evaluator_until(double time) const
    {
        auto further = settings_;
        further.to   = (std::max)(further.to, time);
        return {model_, start_, data_.series, places_, start_places_, names_.size(), further};
    }

    /// The field of the start that an estimate is, if it is one.
    [[nodiscard]] std::optional<start_field> field_of_start(std::size_t estimate) const
    {
        for (std::size_t k = 0; k < start_places_.size(); ++k)
            if (start_places_[k] == static_cast<int>(estimate))
                return start_field{&type_mark<std::remove_cvref_t<Start>>, k};
        return std::nullopt;
    }

    /// The best fit, from `starts` starts, the first given. `low` and `high` may be narrower than the problem's.
    [[nodiscard]] fitted_type solve_from(const std::vector<double>& start, std::size_t starts,
                                         const std::vector<double>& low,
                                         const std::vector<double>& high) const
    {
        evaluator_type evaluate = evaluator();
        return solve_from(evaluate, start, starts, low, high);
    }

    [[nodiscard]] fitted_type solve_from(evaluator_type& evaluate, const std::vector<double>& start,
                                         std::size_t starts, const std::vector<double>& low,
                                         const std::vector<double>& high) const
    {
        search_space          space;
        least_squares_options options;
        options.low            = low;
        options.high           = high;
        options.spread         = options_.spread;
        options.max_iterations = options_.max_iterations;
        options.acceleration   = options_.acceleration;
        least_squares_fit fit;
        const auto        search = [&](const std::vector<double>& from, std::size_t count,
                                const std::vector<double>& centre) {
            options.starts = count;
            fit = many_starts<evaluator_type>{evaluate, options, space, data_size_of(evaluate),
                                              open_.data()}
                      .run(from.data(), centre.data());
        };
        const auto confirm = [&](const std::vector<double>& from, std::size_t count) {
            if constexpr (sizeof...(Series) > 1) {
                // Searches from other starts are compared at the scales that belong to the first one's end.
                search(from, 1, from);
                match_scales(evaluate, fit, options, space);
                if (count > 1) {
                    const auto first      = fit ? fit.estimates : from;
                    const auto iterations = fit.iterations;
                    search(first, count, from);
                    fit.iterations += iterations;
                    match_scales(evaluate, fit, options, space);
                }
            } else {
                search(from, count, from);
            }
        };
        const auto run = [&](const std::vector<double>& from, std::size_t count) {
            constexpr double rough = 1e-7;
            if (evaluator_type::steps && settings_.relative < rough) {
                // The way there by rough runs, the last steps and the tests by those of the tolerance.
                evaluate.run_within(rough);
                confirm(from, count);
                evaluate.run_within(settings_.relative);
                // A parameter without effect has none in better runs either.
                if (count > 1 && !fit && fit.reason != fit_reason::evaporated)
                    confirm(from, count);
                else
                    refine(evaluate, fit, options, space);
            } else {
                confirm(from, count);
            }
            return deviance(evaluate, fit);
        };
        double                best = run(start, starts);
        constexpr std::size_t searched =
            (std::size_t{0} + ... + (is_searched<typename Series::noise_type> ? 1 : 0));
        if constexpr (searched > 0) {
            // The extra parameter of each noise, one after another, each time with the best fit of the others.
            for (int round = 0; round < (searched > 1 ? 20 : 1); ++round) {
                const double before = best;
                const auto   warm   = fit.estimates;
                search_extra<0>(evaluate, [&] { return run(warm, 1); });
                best = run(warm, starts);
                if (!(before - best > 1e-10 * (1 + std::abs(best)))) break;
            }
        }
        return {std::move(fit), best, evaluate.noises, evaluate.scales};
    }

    /// -2 ln L.
    [[nodiscard]] double deviance(const evaluator_type& evaluate, const least_squares_fit& fit) const
    {
        if (fit.estimates.empty() || !(fit.residual_sum < none)) return none;
        std::vector<double> f(evaluate.rows());
        if (!evaluate.expected(fit.estimates.data(), f.data())) return none;
        return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            double      answer = 0;
            std::size_t from   = 0;
            ((answer += deviance_of(std::get<Index>(data_.series), std::get<Index>(evaluate.noises),
                                    evaluate.scales[Index], fit, f, from)),
             ...);
            return answer == answer ? answer : none;
        }(std::index_sequence_for<Series...>{});
    }

private:
    /// The end of runs, and the size of the data.
    void look_at_data()
    {
        settings_.to          = settings_.from;
        double     first_time = none, size = 0;
        const auto look = [&](const auto& series) {
            if (!series.times.empty()) {
                settings_.to = (std::max)(settings_.to, series.times.back());
                first_time   = (std::min)(first_time, series.since.empty() ? series.times.front()
                                                                           : series.since.front());
            }
            if constexpr (requires { series.quantity.place; }) size += 1; // a prior
            for (std::size_t i = 0; i < series.values.size(); ++i) {
                const double weight = series.weights.empty() ? 1.0 : series.weights[i];
                const double r      = series.noise.residual(0.0, series.values[i], weight);
                if (r - r == 0) size += r * r;
            }
        };
        std::apply([&](const auto&... one) { (look(one), ...); }, data_.series);
        if constexpr (evaluator_type::runs)
            if (first_time < settings_.from)
                refuse(parameter_error{"no data may lie before the start of the run", first_time,
                                       "options.from"});
        data_size_ = std::sqrt(size);
    }

    static constexpr double none = std::numeric_limits<double>::infinity();
    static constexpr bool   organisation_start =
        evaluator_type::runs && requires { typename Model::state_type; } && [] {
            if constexpr (requires { typename Model::state_type; }) {
                return organisation_state<typename Model::state_type>;
            } else {
                return false;
            }
        }();

    [[nodiscard]] static std::string suggestion_for(const std::string&              name,
                                                    const std::vector<std::string>& names)
    {
        std::vector<std::string_view> known(names.begin(), names.end());
        return suggestion(name, known);
    }

    /// A prior's estimate, by its name.
    template <class One>
    void place_prior(One& series) const
    {
        if constexpr (requires { series.quantity.place; }) {
            const auto& name  = series.quantity.name;
            const auto  found = std::find(names_.begin(), names_.end(), name);
            if (found == names_.end())
                refuse(parameter_error{
                    ("has a prior but isn't estimated" + suggestion_for(name, names_)).c_str(),
                    named_place{name.c_str(), series.quantity.where}});
            series.quantity.place = static_cast<std::size_t>(found - names_.begin());
        }
    }

    [[nodiscard]] double place_in_start(const estimated_parameter& one, int mine)
    {
        const named_place place{one.name.c_str(), one.where};
        if constexpr (evaluator_type::runs && !std::invocable<const Start&, const Model&>) {
            using real_type  = typename Model::real_type;
            const auto whole = to_array<real_type>(start_);
            using state_type = std::remove_cvref_t<Start>;
            if (one.start->state != static_cast<const void*>(&type_mark<state_type>) ||
                one.start->index >= whole.size())
                refuse(parameter_error{"is a field of another state", place});
            if (start_places_[one.start->index] >= 0)
                refuse(parameter_error{"is estimated twice", place});
            start_places_[one.start->index] = mine;
            return whole[one.start->index];
        } else {
            refuse(parameter_error{"there is no start with this field", place});
            return 0;
        }
    }

    /// Each series' residuals divided by their own standard deviation, where it is unknown and there are several:
    /// repeated until they no longer change.
    void match_scales(evaluator_type& evaluate, least_squares_fit& fit,
                      const least_squares_options& options, search_space& space) const
    {
        // Of runs, residuals are known to their precision only. An error of a scale moves the estimates by no more than
        // the same share of their standard errors.
        const double  enough = 1e-9 + 100 * evaluate.precision();
        constexpr int most   = 100;
        for (int round = 0; round < most && fit.residual_sum < none && !fit.residuals.empty();
             ++round) {
            const auto sizes  = sizes_of(fit.residuals);
            double     change = 0;
            for (std::size_t k = 0; k < sizes.size(); ++k)
                change = (std::max)(change, std::abs(sizes[k] - 1));
            if (change < enough) break;
            // Where the tangent misleads, the sizes alone still lead there, more slowly.
            constexpr int by_tangent = 10;
            rescale(evaluate, round < by_tangent ? sizes_ahead(evaluate, fit, sizes) : sizes);
            search_again(evaluate, fit, options, space);
        }
    }

    /// The search once more from the end of the last, which other starts may have confirmed.
    void search_again(evaluator_type& evaluate, least_squares_fit& fit,
                      const least_squares_options& options, search_space& space) const
    {
        auto again        = options;
        again.starts      = 1;
        const auto before = std::move(fit);
        fit = many_starts<evaluator_type>{evaluate, again, space, data_size_of(evaluate),
                                          open_.data()}
                  .run(before.estimates.data());
        fit.iterations += before.iterations;
        auto now           = fit.optima.front();
        now.starts         = before.optima.front().starts;
        fit.optima         = before.optima;
        fit.optima.front() = std::move(now);
        if (fit && !before && options.starts > 1)
            fit.verdict = before.verdict, fit.reason = before.reason;
    }

    void refine(evaluator_type& evaluate, least_squares_fit& fit,
                const least_squares_options& options, search_space& space) const
    {
        search_again(evaluate, fit, options, space);
        if constexpr (sizeof...(Series) > 1) match_scales(evaluate, fit, options, space);
    }

    /// The root mean square of each series' residuals; 1 where it doesn't set the scale.
    [[nodiscard]] std::array<double, sizeof...(Series)> sizes_of(
        const std::vector<double>& residuals) const
    {
        std::array<double, sizeof...(Series)> sizes;
        std::size_t                           from = 0, index = 0;
        const auto                            one = [&]<class One>(const One& series) {
            const std::size_t n = series.values.size();
            const double      size =
                n > 0 ? norm(residuals.data() + from, n) / std::sqrt(static_cast<double>(n)) : 0;
            sizes[index++] = One::noise_type::unknown_scale && size > 0 ? size : 1;
            from += n;
        };
        std::apply([&](const auto&... each) { (one(each), ...); }, data_.series);
        return sizes;
    }

    void rescale(evaluator_type& evaluate, const std::array<double, sizeof...(Series)>& sizes) const
    {
        for (std::size_t k = 0; k < sizes.size(); ++k) evaluate.scales[k] /= sizes[k];
    }

    /// The sizes with which the best fit of the curve's tangent at the estimates has residuals of size 1 in each
    /// series. They take one run to compute, not one each time the weights change.
    [[nodiscard]] std::array<double, sizeof...(Series)> sizes_ahead(
        evaluator_type& evaluate, const least_squares_fit& fit,
        const std::array<double, sizeof...(Series)>& now) const
    {
        const std::size_t   n = fit.residuals.size(), p = fit.free.size(), all = names_.size();
        std::vector<double> r(n), jacobian(n * all);
        if (!evaluate.jacobian(fit.estimates.data(), r.data(), jacobian.data())) return now;
        std::vector<double> weights(n), factors(n * p), step(n), diagonal(p), beta(p), left(n);
        auto                sizes = now;
        constexpr int       most  = 60;
        for (int round = 0; round < most; ++round) {
            std::size_t from = 0, index = 0;
            std::apply(
                [&](const auto&... one) {
                    ((std::fill_n(weights.data() + from, one.values.size(), 1 / sizes[index++]),
                      from += one.values.size()),
                     ...);
                },
                data_.series);
            for (std::size_t j = 0; j < p; ++j)
                for (std::size_t i = 0; i < n; ++i)
                    factors[j * n + i] = jacobian[fit.free[j] * n + i] * weights[i];
            for (std::size_t i = 0; i < n; ++i) step[i] = -r[i] * weights[i];
            factorize(factors.data(), n, p, diagonal.data(), beta.data());
            apply_transposed(factors.data(), n, p, beta.data(), step.data());
            solve_triangle(factors.data(), n, p, diagonal.data(), step.data());
            left = r;
            for (std::size_t j = 0; j < p; ++j)
                for (std::size_t i = 0; i < n; ++i)
                    left[i] += step[j] * jacobian[fit.free[j] * n + i];
            if (!all_finite(left.data(), n)) return now;
            const auto next   = sizes_of(left);
            double     change = 0;
            for (std::size_t k = 0; k < sizes.size(); ++k)
                change = (std::max)(change, std::abs(next[k] / sizes[k] - 1));
            sizes = next;
            if (change < 1e-12) break;
        }
        return sizes;
    }

    [[nodiscard]] double data_size_of(const evaluator_type& evaluate) const
    {
        double most = 0;
        for (const double scale : evaluate.scales) most = (std::max)(most, scale);
        return data_size_ * most;
    }

    template <std::size_t Index, class Run>
    void search_extra(evaluator_type& evaluate, const Run& run) const
    {
        if constexpr (Index < sizeof...(Series)) {
            auto& noise = std::get<Index>(evaluate.noises);
            if constexpr (is_searched<std::remove_cvref_t<decltype(noise)>>) {
                const auto& given = std::get<Index>(data_.series).noise;
                const auto  value = [&](double place) {
                    noise = given.at(place);
                    return run();
                };
                // The best of a coarse grid, then Brent's method about it: there may be several optima.
                constexpr int grid = 24;
                const double  low = given.lowest, step = (given.highest - given.lowest) / grid;
                double        best = none, place = low;
                for (int k = 0; k <= grid; ++k)
                    if (const double here = value(low + k * step); here < best)
                        best = here, place = low + k * step;
                const auto found = boost::math::tools::brent_find_minima(
                    value, (std::max)(low, place - step), (std::min)(given.highest, place + step),
                    40);
                noise = given.at(found.second <= best ? found.first : place);
            }
            search_extra<Index + 1>(evaluate, run);
        }
    }

    template <class One, class Noise>
    [[nodiscard]] static double deviance_of(const One& series, const Noise& noise, double scale,
                                            const least_squares_fit&   fit,
                                            const std::vector<double>& f, std::size_t& from)
    {
        const std::size_t n   = series.values.size();
        const double      sum = dot(fit.residuals.data() + from, fit.residuals.data() + from, n) /
                           (scale * scale);
        const fitted_rows rows{{f.data() + from, n}, series.values, series.weights, series.times};
        from += n;
        return n == 0 ? 0 : noise.deviance(sum, rows);
    }

    Model                    model_;
    Start                    start_;
    observed_data<Series...> data_;
    calibrate_options        options_;
    std::vector<std::string> names_;
    std::vector<double>      first_, low_, high_;
    std::vector<char>        open_;
    std::vector<int>         places_, start_places_;
    run_settings             settings_;
    double                   data_size_ = 0;
};

} // namespace orgscale::detail
