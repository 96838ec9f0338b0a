#pragma once

// All rooms but two, for a first program; a larger one includes what it uses. Not here:
// <orgscale/ensemble.hpp>, many runs of what is known only by distributions, which needs exceptions and takes
// nearly as long to compile as all of this; and of <orgscale/fit.hpp>, from data to parameters, all but `identify`
// and its short answer `growth_order`. Headers that a room's own umbrella leaves out are named there.

// IWYU pragma: begin_exports
#include <orgscale/compare.hpp>
#include <orgscale/core.hpp>
#include <orgscale/customer.hpp>
#include <orgscale/design.hpp>
#include <orgscale/governance.hpp>
#include <orgscale/growth.hpp>
#include <orgscale/improvement.hpp>
#include <orgscale/observation.hpp>
#include <orgscale/organization.hpp>
#include <orgscale/queueing.hpp>
#include <orgscale/solve.hpp>
#include <orgscale/support.hpp>
#include <orgscale/workforce.hpp>
// IWYU pragma: end_exports
