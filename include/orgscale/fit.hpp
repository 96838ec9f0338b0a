#pragma once

// From data to parameters: least squares, calibration, profiles, identification.

// IWYU pragma: begin_exports
#include <orgscale/fit/ar1_regression.hpp>
#include <orgscale/fit/block_bootstrap.hpp>
#include <orgscale/fit/change_points.hpp>
#include <orgscale/fit/fit_curve.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>
#include <orgscale/fit/information_criteria.hpp>
#include <orgscale/fit/interval_score.hpp>
#include <orgscale/fit/least_squares.hpp>
#include <orgscale/fit/least_squares_fit.hpp>
#include <orgscale/fit/least_squares_options.hpp>
#include <orgscale/fit/log_likelihood.hpp>
#include <orgscale/fit/newey_west.hpp>
#include <orgscale/fit/residual_tests.hpp>
#include <orgscale/fit/vuong.hpp>
// IWYU pragma: end_exports
