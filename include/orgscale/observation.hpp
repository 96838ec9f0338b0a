#pragma once

// What decision makers see: dashboards and visits, loss and delay in reports, smoothing, the bullwhip effect.

// IWYU pragma: begin_exports
#include <orgscale/observation/bullwhip.hpp>
#include <orgscale/observation/bullwhip_stages.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/exponential_smoothing.hpp>
#include <orgscale/observation/layered_signal.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/observation/periodic_report.hpp>
#include <orgscale/observation/random_walk_filter.hpp>
#include <orgscale/observation/shop_floor.hpp>
// IWYU pragma: end_exports
