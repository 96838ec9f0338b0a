#pragma once

// Longer than others: one function with its derivatives, which share how a model is made and run.

#include <algorithm>
#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/fit/detail/dual_evaluator.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>
#include <orgscale/fit/detail/quick_rows.hpp>
#include <orgscale/fit/observe.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale::detail {

/// A law that is observed as it stands, without a run.
struct no_start {};

/// A number of a subject at a time.
template <class Number, class Quantity, class Subject>
[[nodiscard]] Number level_of(const Quantity& quantity, const Subject& subject, double time)
{
    return static_cast<Number>(quantity(subject, time));
}

template <class Number, class State, class Subject>
[[nodiscard]] Number level_of(const field_at<State>& field, const Subject& subject, double time)
{
    return to_array<Number>(subject(time))[field.index];
}

/// What a series should be.
template <class Number, class Quantity, class Noise, class Subject>
void expect(const observed_series<Quantity, Noise>& series, const Subject& subject,
            std::span<Number> expected)
{
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = level_of<Number>(series.quantity, subject, series.times[i]);
}

template <class Number, class State, class Noise, class Subject>
void expect(const observed_series<field_at<State>, Noise>& series, const Subject& subject,
            std::span<Number> expected)
{
    auto cursor = subject.cursor();
    for (std::size_t i = 0; i < expected.size(); ++i)
        expected[i] = to_array<Number>(cursor(series.times[i]))[series.quantity.index];
}

template <class Number, class Quantity, class Noise, class Subject>
void expect(const observed_series<per_interval<Quantity>, Noise>& series, const Subject& subject,
            std::span<Number> expected)
{
    Number before{};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        if (i == 0 || series.since[i] > series.times[i - 1])
            before = level_of<Number>(series.quantity.quantity, subject, series.since[i]);
        const Number now = level_of<Number>(series.quantity.quantity, subject, series.times[i]);
        expected[i]      = now - before;
        before           = now;
    }
}

/// How runs are computed.
struct run_settings {
    double from     = 0;
    double to       = 0;
    double relative = 1e-9;
    double absolute = 1e-9;
};

/// Residuals of a model against series of data, as functions of the estimated parameters.
template <class Model, class Start, class... Series>
class model_evaluator {
public:
    static constexpr bool        runs  = !std::same_as<Start, no_start>;
    static constexpr bool        steps = runs && !closed_form<Model>; ///< whether runs have errors
    static constexpr std::size_t width = [] {
        std::size_t count = max_parameters<Model>;
        if constexpr (requires { typename Model::state_type; } && runs) {
            count += dimension<typename Model::state_type, double>;
        } else if constexpr (runs) {
            ++count;
        }
        return (std::min)(count, most_derivatives_at_once);
    }();

    /// `places` says which estimate each parameter of the model is, `start_places` the same for the fields of the
    /// start, -1 for none.
    model_evaluator(const Model& model, const Start& start, const std::tuple<Series...>& series,
                    const std::vector<int>& places, const std::vector<int>& start_places,
                    std::size_t columns, const run_settings& settings)
        : noises{std::apply(
              [](const auto&... one) {
                  return std::tuple<typename Series::noise_type...>{one.noise...};
              },
              series)},
          model_{model}, start_{start}, series_{series}, places_{places},
          start_places_{start_places}, columns_{columns}, settings_{settings},
          quick_rows_{std::get<0>(series)}
    {
        std::apply([&](const auto&... one) { rows_ = (std::size_t{0} + ... + one.values.size()); },
                   series_);
        scales.fill(1);
        if constexpr (quick) {
            std::size_t k = 0;
            for_each_parameter(model, [&](const parameter_path&, const auto&, const double& value) {
                given_[k++] = value;
            });
        }
    }

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_; }

    /// Errors of residuals and derivatives relative to the data: those of runs, whose steps' errors add up.
    [[nodiscard]] double precision() const { return steps ? 10 * settings_.relative : 0; }

    /// The estimate that the curve is proportional to; columns() for none.
    [[nodiscard]] std::size_t linear() const
    {
        if constexpr (quick) {
            const int place = places_[quick_type::linear];
            if (quick_rows_.usable() && place >= 0) return static_cast<std::size_t>(place);
        }
        return columns_;
    }

    /// Keeps the errors of steps of runs within this from now on.
    void run_within(double tolerance) { settings_.relative = settings_.absolute = tolerance; }

    [[nodiscard]] bool residuals(const double* theta, double* r) const
    {
        if constexpr (quick) {
            if (quick_rows_.usable()) {
                quick_rows_(value(theta, 0), value(theta, 1), value(theta, 2), r, nullptr, nullptr,
                            nullptr);
                return all_finite(r, rows_);
            }
        }
        return fill<double, false>(theta, {r, rows_}) && all_finite(r, rows_);
    }

    /// The model's numbers for each row.
    [[nodiscard]] bool expected(const double* theta, double* f) const
    {
        if constexpr (quick) {
            if (quick_rows_.usable()) {
                const auto& values = std::get<0>(series_).values;
                if (!residuals(theta, f)) return false;
                for (std::size_t i = 0; i < rows_; ++i) f[i] += values[i];
                return true;
            }
        }
        return visit<double>(theta,
                             [&](const auto& subject) {
                                 std::size_t from = 0;
                                 std::apply(
                                     [&](const auto&... one) {
                                         ((expect_from<double>(one, subject, theta,
                                                               {f + from, one.values.size()}),
                                           from += one.values.size()),
                                          ...);
                                     },
                                     series_);
                             }) &&
               all_finite(f, rows_);
    }

    [[nodiscard]] bool jacobian(const double* theta, double* r, double* out)
    {
        if constexpr (quick) {
            if (quick_rows_.usable()) {
                const auto column = [&](std::size_t k) {
                    return places_[k] < 0 ? nullptr
                                          : out + static_cast<std::size_t>(places_[k]) * rows_;
                };
                quick_rows_(value(theta, 0), value(theta, 1), value(theta, 2), r, column(0),
                            column(1), column(2));
                return all_finite(r, rows_) && all_finite(out, rows_ * columns_);
            }
        }
        return derivatives<false>(theta, r, out);
    }

    /// The same with residuals in units of their standard deviations, whose squares are the information.
    [[nodiscard]] bool information(const double* theta, double* r, double* out)
    {
        return derivatives<true>(theta, r, out);
    }

    [[nodiscard]] bool curvature(const double* theta, const double* v, const double* r,
                                 const double* jacobian, double* bent)
    {
        if constexpr (quick) {
            if (quick_rows_.usable())
                return curvature_by_differences(*this, theta, v, r, jacobian, bent, moved_);
        }
        if constexpr (runs) {
            return curvature_by_differences(*this, theta, v, r, jacobian, bent, moved_);
        } else {
            using once  = dual<double, 1>;
            using twice = dual<once, 1>;
            second_.resize(rows_);
            along_.resize(columns_);
            for (std::size_t k = 0; k < columns_; ++k)
                along_[k] = twice{once{theta[k], {v[k]}}, {once{v[k]}}};
            if (!fill<twice, false>(along_.data(), std::span<twice>{second_})) return false;
            for (std::size_t i = 0; i < rows_; ++i) bent[i] = second_[i].slope().slope();
            return all_finite(bent, rows_);
        }
    }

    /// The model with these estimates, over any number type.
    template <class Number>
    [[nodiscard]] auto model_with(const Number* values) const
    {
        std::size_t index = 0;
        const auto  value = [&](const parameter_path&, const auto&, const double& old) {
            const int place = places_[index++];
            return place < 0 ? Number(old) : values[place];
        };
        if constexpr (std::same_as<Number, double>) {
            return with_parameters(model_, value);
        } else {
            return with_real<Number>(model_, value);
        }
    }

    /// Its start with these estimates.
    template <class Number, class Of>
    [[nodiscard]] auto start_with(const Of& model, const Number* values) const
    {
        if constexpr (std::invocable<const Start&, const Of&>) {
            return start_(model);
        } else {
            auto state   = state_for<Of>(start_);
            auto numbers = to_array<Number>(state);
            for (std::size_t k = 0; k < numbers.size(); ++k)
                if (start_places_[k] >= 0) numbers[k] = values[start_places_[k]];
            if constexpr (std::same_as<decltype(state), Number>) {
                return numbers[0];
            } else {
                return from_array<decltype(state)>(numbers);
            }
        }
    }

    /// use(law or run) for these estimates. False if there is none: a broken rule, or a run that didn't reach its end.
    template <class Number, class Use>
    [[nodiscard]] bool visit(const Number* values, const Use& use) const
    {
        try {
            const auto model = model_with(values);
            if constexpr (runs) {
                const auto start = start_with(model, values);
                using Of         = std::remove_cvref_t<decltype(model)>;
                solve_options<typename Of::real_type> options{
                    .from     = Number(settings_.from),
                    .to       = Number(settings_.to),
                    .relative = Number(settings_.relative),
                    .absolute = Number(settings_.absolute)};
                const auto run = solve(model, start, options);
                if (!run.complete()) return false;
                use(run);
            } else {
                use(model);
            }
            return true;
        } catch (const parameter_error&) {
            return false;
        }
    }

    std::array<double, sizeof...(Series)>      scales; ///< 1/σ of each series, if they differ
    std::tuple<typename Series::noise_type...> noises; ///< at their current extra parameters

private:
    using quick_type =
        typename quick_rows<Model, std::tuple_element_t<0, std::tuple<Series...>>>::type;
    static constexpr bool quick = !runs && sizeof...(Series) == 1 &&
                                  !std::same_as<quick_type, no_quick_rows>;

    /// Parameter k of the model, estimated or not.
    [[nodiscard]] double value(const double* theta, std::size_t k) const
    {
        return places_[k] < 0 ? given_[k] : theta[places_[k]];
    }

    /// What a series should be; of a prior, where the estimate lies in its distribution.
    template <class Number, class One, class Subject>
    static void expect_from(const One& series, const Subject& subject, const Number* values,
                            std::span<Number> expected)
    {
        if constexpr (requires { series.quantity.place; }) {
            expected[0] = series.quantity(values[series.quantity.place]);
        } else {
            expect<Number>(series, subject, expected);
        }
    }

    template <class Number, bool Information>
    [[nodiscard]] bool fill(const Number* values, std::span<Number> r) const
    {
        return visit(values, [&](const auto& subject) {
            [&]<std::size_t... Index>(std::index_sequence<Index...>) {
                std::size_t from = 0;
                (one_series<Number, Information>(std::get<Index>(series_), std::get<Index>(noises),
                                                 scales[Index], subject, values, r, from),
                 ...);
            }(std::index_sequence_for<Series...>{});
        });
    }

    template <class Number, bool Information, class One, class Noise, class Subject>
    static void one_series(const One& series, const Noise& noise, double scale,
                           const Subject& subject, const Number* values, std::span<Number> all,
                           std::size_t& from)
    {
        const std::size_t       n = series.values.size();
        const std::span<Number> r = all.subspan(from, n);
        expect_from<Number>(series, subject, values, r);
        for (std::size_t i = 0; i < n; ++i) {
            const double weight = series.weights.empty() ? 1 : series.weights[i];
            if constexpr (Information && requires { noise.pearson(r[i], weight, weight); }) {
                r[i] = noise.pearson(r[i], series.values[i], weight);
            } else {
                r[i] = noise.residual(r[i], series.values[i], weight);
            }
            if (scale < 1 || scale > 1) r[i] = r[i] * scale;
        }
        if constexpr (requires { noise.whiten(r, std::span<const double>{}); })
            noise.whiten(r, std::span<const double>{series.times});
        from += n;
    }

    template <bool Information>
    [[nodiscard]] bool derivatives(const double* theta, double* r, double* out)
    {
        using number = dual<double, width>;
        first_.resize(rows_);
        variables_.resize(columns_);
        // A run's tolerance is that of slopes by this: they need fewer digits than the residuals, and fewer steps then.
        const auto pace = [&](std::size_t k) {
            constexpr double share = 1e-3;
            return !steps ? 1.0 : std::abs(theta[k]) > 0 ? share * std::abs(theta[k]) : share;
        };
        for (std::size_t from = 0; from < columns_; from += width) {
            for (std::size_t k = 0; k < columns_; ++k)
                variables_[k] = k >= from && k < from + width
                                    ? number::moving(theta[k], k - from, pace(k))
                                    : number(theta[k]);
            if (!fill<number, Information>(variables_.data(), std::span<number>{first_}))
                return false;
            for (std::size_t i = 0; i < rows_; ++i) r[i] = first_[i].value();
            for (std::size_t k = from; k < columns_ && k < from + width; ++k) {
                const double once = 1 / pace(k);
                for (std::size_t i = 0; i < rows_; ++i)
                    out[k * rows_ + i] = first_[i].slope(k - from) * once;
            }
        }
        return all_finite(r, rows_) && all_finite(out, rows_ * columns_);
    }

    const Model&                          model_;
    const Start&                          start_;
    const std::tuple<Series...>&          series_;
    const std::vector<int>&               places_;
    const std::vector<int>&               start_places_;
    std::size_t                           columns_, rows_ = 0;
    run_settings                          settings_;
    std::vector<dual<double, width>>      first_, variables_;
    std::vector<dual<dual<double, 1>, 1>> second_, along_;
    std::vector<double>                   moved_;

    std::array<double, 3>                                given_{};
    std::conditional_t<quick, quick_type, no_quick_rows> quick_rows_;
};

} // namespace orgscale::detail
