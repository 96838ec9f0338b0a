#pragma once

// From data to parameters: least squares, calibration, profiles, identification.

// IWYU pragma: begin_exports
#include <orgscale/fit/fit_curve.hpp>
#include <orgscale/fit/fit_reason.hpp>
#include <orgscale/fit/fit_verdict.hpp>
#include <orgscale/fit/least_squares.hpp>
#include <orgscale/fit/least_squares_fit.hpp>
#include <orgscale/fit/least_squares_options.hpp>
// IWYU pragma: end_exports
