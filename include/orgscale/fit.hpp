#pragma once

// From data to parameters: least squares, calibration, profiles, identification.

// IWYU pragma: begin_exports
#include <orgscale/fit/ar1_regression.hpp>
#include <orgscale/fit/autocorrelated_noise.hpp>
#include <orgscale/fit/back_test.hpp>
#include <orgscale/fit/block_bootstrap.hpp>
#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/calibrate_all.hpp>
#include <orgscale/fit/calibrate_options.hpp>
#include <orgscale/fit/calibration.hpp>
#include <orgscale/fit/change_points.hpp>
#include <orgscale/fit/estimate.hpp>
#include <orgscale/fit/fit_bass_regression.hpp>
#include <orgscale/fit/fit_curve.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>
#include <orgscale/fit/forecast.hpp>
#include <orgscale/fit/gaussian_noise.hpp>
#include <orgscale/fit/growth_law.hpp>
#include <orgscale/fit/growth_order.hpp>
#include <orgscale/fit/growth_verdict.hpp>
#include <orgscale/fit/identified.hpp>
#include <orgscale/fit/identified_curve.hpp>
#include <orgscale/fit/identified_scaling.hpp>
#include <orgscale/fit/identify.hpp>
#include <orgscale/fit/identify_all.hpp>
#include <orgscale/fit/identify_options.hpp>
#include <orgscale/fit/identify_scaling.hpp>
#include <orgscale/fit/information_criteria.hpp>
#include <orgscale/fit/inseparable.hpp>
#include <orgscale/fit/interval_score.hpp>
#include <orgscale/fit/known_noise.hpp>
#include <orgscale/fit/least_squares.hpp>
#include <orgscale/fit/least_squares_fit.hpp>
#include <orgscale/fit/least_squares_options.hpp>
#include <orgscale/fit/log_likelihood.hpp>
#include <orgscale/fit/log_normal_noise.hpp>
#include <orgscale/fit/negative_binomial_noise.hpp>
#include <orgscale/fit/newey_west.hpp>
#include <orgscale/fit/observe.hpp>
#include <orgscale/fit/open_interval.hpp>
#include <orgscale/fit/parameter_estimate.hpp>
#include <orgscale/fit/poisson_noise.hpp>
#include <orgscale/fit/profile.hpp>
#include <orgscale/fit/profile_options.hpp>
#include <orgscale/fit/profile_result.hpp>
#include <orgscale/fit/residual_diagnostics.hpp>
#include <orgscale/fit/residual_tests.hpp>
#include <orgscale/fit/rounded_noise.hpp>
#include <orgscale/fit/value_interval.hpp>
#include <orgscale/fit/variance_law.hpp>
#include <orgscale/fit/vuong.hpp>
// IWYU pragma: end_exports
