#pragma once

// Customer support: recurring problems, self-service, community answers, and the staff needed for the rest.

// IWYU pragma: begin_exports
#include <orgscale/support/community_answering.hpp>
#include <orgscale/support/community_support.hpp>
#include <orgscale/support/heaps_law.hpp>
#include <orgscale/support/self_service.hpp>
#include <orgscale/support/support_funnel.hpp>
#include <orgscale/support/support_staff.hpp>
// IWYU pragma: end_exports
