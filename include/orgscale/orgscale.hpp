#pragma once

// The whole library, for a first program, except for <orgscale/ensemble.hpp> (many runs, for uncertain
// parameters), which needs exceptions and takes nearly as long to compile as everything here, and most of
// <orgscale/fit.hpp> (from data to parameters): of that, `identify` and `growth_order` are here. Larger
// programs include single headers. Each folder's own umbrella says which of its headers it leaves out.

// IWYU pragma: begin_exports
#include <orgscale/compare.hpp>
#include <orgscale/core.hpp>
#include <orgscale/customer.hpp>
#include <orgscale/design.hpp>
#include <orgscale/governance.hpp>
#include <orgscale/growth.hpp>
#include <orgscale/improvement.hpp>
#include <orgscale/network.hpp>
#include <orgscale/observation.hpp>
#include <orgscale/organization.hpp>
#include <orgscale/queueing.hpp>
#include <orgscale/solve.hpp>
#include <orgscale/support.hpp>
#include <orgscale/workforce.hpp>
// IWYU pragma: end_exports
