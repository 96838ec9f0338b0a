#pragma once

// The customer: who owns the relationship, who waits for a place, and the stages of growth from product-market fit to scale.

// IWYU pragma: begin_exports
#include <orgscale/customer/exponential_wait.hpp>
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/customer/stage.hpp>
#include <orgscale/customer/turned_away.hpp>
#include <orgscale/customer/waiting_list.hpp>
// IWYU pragma: end_exports
