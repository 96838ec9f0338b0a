#pragma once

// Who is connected: random graphs, what spreads through them, what breaks them, and who handles the messages.

// IWYU pragma: begin_exports
#include <orgscale/network/barabasi_albert.hpp>
#include <orgscale/network/cascade_window.hpp>
#include <orgscale/network/configuration_model.hpp>
#include <orgscale/network/contact_graph.hpp>
#include <orgscale/network/contact_link.hpp>
#include <orgscale/network/crowd_tipping.hpp>
#include <orgscale/network/dodds_watts_sabel.hpp>
#include <orgscale/network/erdos_renyi.hpp>
#include <orgscale/network/k_core.hpp>
#include <orgscale/network/message_network.hpp>
#include <orgscale/network/message_rounds.hpp>
#include <orgscale/network/message_tree.hpp>
#include <orgscale/network/normal_thresholds.hpp>
#include <orgscale/network/power_law_degrees.hpp>
#include <orgscale/network/sis_epidemic.hpp>
#include <orgscale/network/threshold_crowd.hpp>
#include <orgscale/network/tree_contagion.hpp>
#include <orgscale/network/tree_robustness.hpp>
#include <orgscale/network/watts_cascade.hpp>
#include <orgscale/network/watts_strogatz.hpp>
// IWYU pragma: end_exports
