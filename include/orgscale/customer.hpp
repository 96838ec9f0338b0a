#pragma once

// What a customer meets: who owns them, and the stages on the way to scale.

// IWYU pragma: begin_exports
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/stage.hpp>
// IWYU pragma: end_exports
