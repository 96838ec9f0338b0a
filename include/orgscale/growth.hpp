#pragma once

// Growth: growth models of organisations, and the laws of diffusion, scaling and network value.

// IWYU pragma: begin_exports
#include <orgscale/growth/amdahl.hpp>
#include <orgscale/growth/asymptotic_growth.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/bass_regression.hpp>
#include <orgscale/growth/birth_death.hpp>
#include <orgscale/growth/birth_death_chain.hpp>
#include <orgscale/growth/birth_death_immigration.hpp>
#include <orgscale/growth/discrete_bass.hpp>
#include <orgscale/growth/gamma_shifted_gompertz.hpp>
#include <orgscale/growth/gibrat.hpp>
#include <orgscale/growth/gompertz.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_limits.hpp>
#include <orgscale/growth/growth_peak.hpp>
#include <orgscale/growth/growth_state.hpp>
#include <orgscale/growth/gustafson.hpp>
#include <orgscale/growth/initiative_flows.hpp>
#include <orgscale/growth/karp_flatt.hpp>
#include <orgscale/growth/katz_shapiro.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/metcalfe.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/growth/odlyzko_tilly.hpp>
#include <orgscale/growth/output_peak.hpp>
#include <orgscale/growth/parallel_growth.hpp>
#include <orgscale/growth/plain_service.hpp>
#include <orgscale/growth/power_output.hpp>
#include <orgscale/growth/reed.hpp>
#include <orgscale/growth/richards.hpp>
#include <orgscale/growth/ringelmann.hpp>
#include <orgscale/growth/rohlfs.hpp>
#include <orgscale/growth/sarnoff.hpp>
#include <orgscale/growth/scalability_law.hpp>
#include <orgscale/growth/scaled.hpp>
#include <orgscale/growth/scaling_growth.hpp>
#include <orgscale/growth/universal_scalability.hpp>
#include <orgscale/growth/value_law.hpp>
// IWYU pragma: end_exports
