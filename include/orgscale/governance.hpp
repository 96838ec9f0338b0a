#pragma once

// Governance: who decides. Policies for growth models, and laws of hierarchies and their queues.

// IWYU pragma: begin_exports
#include <orgscale/governance/approval_by_level.hpp>
#include <orgscale/governance/approval_chain.hpp>
#include <orgscale/governance/cayley_congestion.hpp>
#include <orgscale/governance/committee.hpp>
#include <orgscale/governance/composed.hpp>
#include <orgscale/governance/condorcet_jury.hpp>
#include <orgscale/governance/consensus.hpp>
#include <orgscale/governance/control_loss.hpp>
#include <orgscale/governance/correlated_jury.hpp>
#include <orgscale/governance/executive_pay.hpp>
#include <orgscale/governance/free_initiative.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/graicunas.hpp>
#include <orgscale/governance/greiner_phase.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/iterated.hpp>
#include <orgscale/governance/jury.hpp>
#include <orgscale/governance/knowledge_hierarchy.hpp>
#include <orgscale/governance/learning_from_code.hpp>
#include <orgscale/governance/merit_vote.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/nk_landscape.hpp>
#include <orgscale/governance/parallel_processing.hpp>
#include <orgscale/governance/perfect_pyramid.hpp>
#include <orgscale/governance/peter_principle.hpp>
#include <orgscale/governance/polyarchy.hpp>
#include <orgscale/governance/project_portfolio.hpp>
#include <orgscale/governance/promoted.hpp>
#include <orgscale/governance/pyramid.hpp>
#include <orgscale/governance/rank_order_tournament.hpp>
#include <orgscale/governance/ranks.hpp>
#include <orgscale/governance/ring_queues.hpp>
#include <orgscale/governance/screened.hpp>
#include <orgscale/governance/screening.hpp>
#include <orgscale/governance/star_queues.hpp>
#include <orgscale/governance/talent_and_luck.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/governance/tree_queues.hpp>
#include <orgscale/governance/vote_accuracy.hpp>
// IWYU pragma: end_exports
