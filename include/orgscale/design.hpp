#pragma once

// From a promise to customers back to the organisations that keep it.

// IWYU pragma: begin_exports
#include <orgscale/design/design.hpp>
#include <orgscale/design/design_answer.hpp>
#include <orgscale/design/design_options.hpp>
#include <orgscale/design/design_verdict.hpp>
#include <orgscale/design/designed.hpp>
#include <orgscale/design/parameter_range.hpp>
#include <orgscale/design/person_time.hpp>
#include <orgscale/design/promise.hpp>
#include <orgscale/design/promise_margins.hpp>
#include <orgscale/design/promise_part.hpp>
#include <orgscale/design/total_outlay.hpp>
// IWYU pragma: end_exports
