#pragma once

#include <orgscale/organization/composition.hpp>

#include "../case.hpp"

struct composition_case : model_case {
    static constexpr orgscale::composition::state_type start{.people     = 16,
                                                             .customers  = 48,
                                                             .perceived  = 64,
                                                             .cash       = 512,
                                                             .waiting    = 16,
                                                             .rookies    = 2,
                                                             .juniors    = 0,
                                                             .standard   = 0,
                                                             .capability = 1};
    static constexpr double                            level = 1.0625, horizon = 8.75; // capability

    static auto model()
    {
        return orgscale::composition::of("linear", "transition<hierarchy, meritocracy>",
                                         {"dashboard", "continuous_improvement", "functional_silos",
                                          "budget", "waiting_list", "rookies", "capability",
                                          "layoffs"})
            .make({{"governance.from.span_of_control", 7},
                   {"governance.from.control_retention", 0.96875},
                   {"governance.from.escalation", 0.5},
                   {"governance.from.decisions_per_manager", 256},
                   {"governance.from.time_per_level", 0.0625},
                   {"governance.to.alignment", 0.875},
                   {"governance.to.autonomy", 0.75},
                   {"governance.to.decisions_per_person", 16},
                   {"governance.to.core_decisions", 144},
                   {"governance.start", 3.5},
                   {"governance.duration", 6},
                   {"governance.dip", 0.25},
                   {"sales_rate", 8},
                   {"sales_per_person", 0.25},
                   {"hiring_rate", 4},
                   {"customers_per_person", 6},
                   {"hiring_share", 0.125},
                   {"onboarding_time", 0.75},
                   {"hiring_time", 1.25},
                   {"churn", 0.015625},
                   {"patience", 4},
                   {"observation.reporting_interval", 1},
                   {"observation.delay_per_level", 0.25},
                   {"observation.retention_per_level", 0.9375},
                   {"improvement.halving_time", 16},
                   {"improvement.gain", 0.25},
                   {"improvement.defects_before", 0.125},
                   {"improvement.least_defects", 0.0625},
                   {"improvement.start", 4.5},
                   {"improvement.defect_churn", 0.125},
                   {"ownership.functions", 3},
                   {"ownership.utilization", 0.5},
                   {"ownership.work_time", 0.125},
                   {"ownership.divergence", 0.125},
                   {"budget.price", 4},
                   {"budget.wage", 12},
                   {"budget.wage_step", 1.5},
                   {"budget.cost_per_hire", 16},
                   {"intake.patience", 8},
                   {"workforce.assimilation_time", 3},
                   {"workforce.rookie_productivity", 0.5},
                   {"workforce.mentoring", 0.25},
                   {"standard.improvement_share", 0.1875},
                   {"standard.learning", 0.5},
                   {"standard.erosion_time", 16},
                   {"standard.yielding", 0.5},
                   {"standard.share_before", 0.125},
                   {"layoffs.dismissal_time", 2},
                   {"layoffs.severance", 24},
                   {"layoffs.resignations_per_layoff", 0.5}});
    }
};
