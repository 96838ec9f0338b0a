#pragma once

// Who need not be served by people: questions answered before, self-service, a community, and the staff that
// is left.

// IWYU pragma: begin_exports
#include <orgscale/support/community_answering.hpp>
#include <orgscale/support/community_support.hpp>
#include <orgscale/support/heaps_law.hpp>
#include <orgscale/support/self_service.hpp>
#include <orgscale/support/support_funnel.hpp>
#include <orgscale/support/support_staff.hpp>
// IWYU pragma: end_exports
