#include "study/calibrate_record.hpp"

#include <cmath>
#include <cstddef>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/log_normal_noise.hpp>
#include <orgscale/fit/profile.hpp>

namespace program {

namespace {

struct columns_of_record {
    std::vector<double> times, values;

    explicit columns_of_record(const std::vector<record>& all)
    {
        for (const auto& one : all)
            if (one.value > 0) times.push_back(one.time), values.push_back(one.value);
    }
};

/// The root mean square of ln(recorded/run).
double typical_miss(const std::vector<double>& expected, const std::vector<double>& residuals)
{
    double sum = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double miss = std::log1p(residuals[i] / expected[i]);
        sum += miss * miss;
    }
    return expected.empty() ? 0 : std::sqrt(sum / static_cast<double>(expected.size()));
}

std::vector<orgscale::estimated_parameter> parameters_named(const std::vector<std::string>& names)
{
    using state = organisation_model::state_type;
    std::vector<orgscale::estimated_parameter> all;
    for (const auto& name : names)
        all.push_back(name == "now.people"      ? orgscale::estimate(name, &state::people)
                      : name == "now.customers" ? orgscale::estimate(name, &state::customers)
                                                : orgscale::estimate(name));
    return all;
}

/// At 95 percent: symmetric where the error is small. Otherwise, and of a parameter on its bound, the profile's, which
/// takes many fits.
template <class Fit>
orgscale::value_interval interval_of(const Fit& fit, const orgscale::parameter_estimate& one)
{
    constexpr double small_share = 0.2;
    if (!fit) return {};
    if (one.standard_error && *one.standard_error <= small_share * std::abs(one.value))
        return fit.interval(one.name).value();
    return orgscale::profile(fit, one.name).interval;
}

} // namespace

calibrated calibrate_record(const calibration_request& asked)
{
    using state = organisation_model::state_type;
    const columns_of_record          people{asked.record.people}, customers{asked.record.customers};
    const orgscale::log_normal_noise noise{};
    const auto                       fit = orgscale::calibrate(
        asked.one.model, asked.one.opening(asked.now),
        orgscale::together(
            orgscale::observe(&state::people, people.times, people.values, noise),
            orgscale::observe(&state::customers, customers.times, customers.values, noise)),
        parameters_named(asked.names), {.starts = 8, .tolerance = 1e-10});

    calibrated found;
    found.verdict              = name(fit.verdict);
    found.reason               = name(fit.reason);
    found.usable               = static_cast<bool>(fit);
    found.figures              = people.values.size() + customers.values.size();
    found.typical              = typical_miss(fit.expected, fit.residuals);
    found.optima               = fit.optima.size();
    found.serial_correlation_p = fit.diagnostics().durbin_watson.p;
    for (const auto& one : fit.estimates) {
        const auto interval = interval_of(fit, one);
        found.estimates.push_back({.name           = one.name,
                                   .before         = 0,
                                   .value          = one.value,
                                   .standard_error = one.standard_error,
                                   .low            = interval.low,
                                   .high           = interval.high,
                                   .on_bound       = one.at_low || one.at_high});
    }
    for (const auto& one : fit.inseparables) found.inseparable.push_back(one.text());
    for (const auto& one : fit.estimates)
        for (const auto& other : fit.estimates)
            found.correlations.push_back(one.standard_error && other.standard_error
                                             ? fit.correlation(one.name, other.name)
                                             : 0);
    return found;
}

} // namespace program
