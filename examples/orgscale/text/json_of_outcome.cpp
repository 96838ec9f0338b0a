#include "text/json_values.hpp"

namespace program {

json of(const moment& at)
{
    return {{"time", of(at.time)},           {"people", of(at.people)},
            {"customers", of(at.customers)}, {"waiting", of(at.waiting)},
            {"rookies", of(at.rookies)},     {"wait", of(at.wait)},
            {"quality", of(at.quality)},     {"capability", of(at.capability)}};
}

json of(const misfit& one)
{
    return {{"worst", of(one.worst)}, {"mean", of(one.mean)}, {"worst_time", of(one.worst_time)}};
}

json of(const reference_curve& one)
{
    return {{"from", of(one.from)},
            {"level", of(one.level)},
            {"slope", of(one.slope)},
            {"worst", of(one.worst)}};
}

json of(const band& one)
{
    return {{"from", of(one.from)}, {"to", of(one.to)}, {"limit", of(one.limit)}};
}

json of(const record& one) { return {{"time", of(one.time)}, {"value", of(one.value)}}; }

json of(const parameter_line& one)
{
    return {{"name", one.name},
            {"symbol", one.symbol},
            {"unit", one.unit},
            {"meaning", one.meaning},
            {"value", of(one.value)}};
}

json of(const wall_found& one)
{
    return {{"at", of(one.at)}, {"limit", of(one.limit)}, {"cause", of(one.cause)}};
}

json of(const overtaking& one)
{
    return {{"own", of(one.own)}, {"of_the_organisation_as_it_is", of(one.other)}};
}

json of(const network_found& one)
{
    return {{"self_service_ratio", of(one.self_service)},
            {"participation", of(one.participation)},
            {"potential", of(one.potential)},
            {"asymptotic_growth_rate", of(one.far_rate)},
            {"asymptotic_limit", of(one.far_limit)}};
}

json of(const parallel_found& one)
{
    return {{"speed_up", of(one.speed_up)}, {"units", of(one.units)}};
}

json of(const orgscale::customer_experience<>& one)
{
    return {{"wait", of(one.wait)},
            {"least_wait", of(one.least_wait)},
            {"served", of(one.served)},
            {"done_right", of(one.correct)},
            {"churn", of(one.churn)}};
}

json of(const list_found& one)
{
    return {{"gave_up", of(one.gave_up)}, {"longest_wait", of(one.longest)}};
}

json of(const stage_reached& one)
{
    return {{"stage", name(one.stage)},
            {"time", of(one.time)},
            {"lost", of(one.lost)},
            {"at_the_end", one.held}};
}

json of(const money& one)
{
    return {{"cash", of(one.cash)},
            {"least", of(one.least)},
            {"gone", one.gone ? of(one.gone->time) : json(nullptr)},
            {"uncovered", one.gone ? of(one.gone->uncovered) : json(nullptr)}};
}

json of(const operations& one)
{
    return {{"observation", one.observation},
            {"improvement", one.improvement},
            {"ownership", one.ownership},
            {"intake", one.intake},
            {"workforce", one.workforce},
            {"layoffs", one.layoffs},
            {"standard", one.standard},
            {"budget", one.funded ? json{{"currency", one.currency},
                                         {"cash", of(one.cash)},
                                         {"stop_when_insolvent", one.stops}}
                                  : json(nullptr)}};
}

json of(const outcome& one)
{
    return {{"composition", one.name},
            {"complete", one.complete},
            {"reason", one.reason},
            {"marks", of(one.marks)},
            {"yearly", of(one.yearly)},
            {"end", of(one.end())},
            {"wall", one.wall ? of(*one.wall) : json(nullptr)},
            {"binds_at_end", of(one.binds)},
            {"cause_at_end", of(one.cause)},
            {"bands", of(one.bands)},
            {"growth",
             {{"kind", one.growth.kind},
              {"order", of(one.growth.order)},
              {"exponent", of(one.growth.exponent)},
              {"rate", of(one.growth.rate)},
              {"ceiling", of(one.growth.ceiling)}}},
            {"overtakes", one.overtakes ? of(*one.overtakes) : json(nullptr)},
            {"cost_per_customer", of(one.cost_per_customer)},
            {"customers_get", of(one.experience)},
            {"in_time", of(one.in_time)},
            {"taken_on", one.list ? json(nullptr) : of(one.taken_on)},
            {"waiting_list", one.list ? of(*one.list) : json(nullptr)},
            {"stages", of(one.stages)},
            {"promise", of(one.promise)},
            {"funds", of(one.funds)},
            {"target", one.target ? json{{"people", of(one.target->people)},
                                         {"customers", of(one.target->customers)},
                                         {"all", of(one.target->all)}}
                                  : json(nullptr)},
            {"misfit", {{"people", of(one.people_misfit)}, {"customers", of(one.customers_misfit)}}},
            {"network", one.network ? of(*one.network) : json(nullptr)},
            {"parallel", one.parallel ? of(*one.parallel) : json(nullptr)},
            {"parameters", of(one.parameters)}};
}

json of(const yardstick& one)
{
    return {{"line", of(one.line)}, {"exponential", of(one.exponential)}};
}

} // namespace program
