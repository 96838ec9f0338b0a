#include "json_output.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

#include "words.hpp"

namespace plan {

namespace {

using json = nlohmann::ordered_json;

json of(double value) { return std::isfinite(value) ? json(value) : json(nullptr); }
json of(orgscale::growth_limit limit) { return orgscale::name(limit); }

json of(const moment& at)
{
    return {{"time", of(at.time)}, {"people", of(at.people)}, {"customers", of(at.customers)}};
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

json of(const outcome& one);
json of(const lever& one);
json of(const gist& one);

template <class Thing>
json of(const std::optional<Thing>& one)
{
    return one ? json(of(*one)) : json(nullptr);
}

template <class Thing>
json of(const std::vector<Thing>& all)
{
    auto list = json::array();
    for (const auto& one : all) list.push_back(of(one));
    return list;
}

json of(const wall_found& one)
{
    return {{"at", of(one.at)}, {"limit", of(one.limit)}, {"cause", of(one.cause)}};
}

json of(const overtaking& one)
{
    return {{"own", of(one.own)}, {"of_the_organisation_as_it_is", of(one.other)}};
}

json of(const composition::network_facts& one)
{
    return {{"self_service_ratio", of(one.self_service)},
            {"participation", of(one.participation)},
            {"potential", of(one.potential)},
            {"asymptotic_growth_rate", of(one.far_growth.rate)},
            {"asymptotic_limit", of(one.far_growth.limit)}};
}

json of(const composition::parallel_facts& one)
{
    return {{"speed_up", of(one.speed_up)}, {"best_units", of(one.best_units)}};
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
            {"misfit", {{"people", of(one.people_misfit)}, {"customers", of(one.customers_misfit)}}},
            {"network", one.network ? of(*one.network) : json(nullptr)},
            {"parallel", one.parallel ? of(*one.parallel) : json(nullptr)},
            {"parameters", of(one.parameters)}};
}

json of(const effect& one)
{
    return {
        {"slope", of(one.slope)}, {"elasticity", of(one.elasticity)}, {"moves_by", of(one.move)}};
}

json of(const gist& one) { return {{"wall", of(one.wall)}, {"customers", of(one.customers)}}; }

json of(const lever& one)
{
    return {{"parameter", one.name},     {"unit", one.unit},     {"before", of(one.before)},
            {"after", of(one.after)},    {"wall", of(one.wall)}, {"customers", of(one.customers)},
            {"run_again", of(one.again)}};
}

json of(const levers& all)
{
    return {{"wall", of(all.usual.wall)},
            {"customers", of(all.usual.customers)},
            {"ranked_by", all.by_wall() ? "wall" : "customers"},
            {"wall_has_derivative", all.by_wall()},
            {"ranked", of(all.ranked)}};
}

json of(const yardstick& one)
{
    return {{"line", of(one.line)}, {"exponential", of(one.exponential)}};
}

} // namespace

std::string json_of(const study& found)
{
    const auto& plan = found.plan;
    json        whole;
    whole["title"]         = plan.title;
    whole["about"]         = plan.about;
    whole["time"]          = {{"unit", plan.time.unit},
                              {"start", of(plan.time.start)},
                              {"horizon", of(plan.time.horizon)}};
    whole["people_are"]    = plan.people_are;
    whole["customers_are"] = plan.customers_are;
    whole["now"]    = {{"people", of(plan.now.people)}, {"customers", of(plan.now.customers)}};
    whole["now_is"] = composition::names[plan.now_is];
    whole["leader"] = found.leader() ? json(found.leader()->name) : json(nullptr);
    whole["compositions"] = of(found.outcomes);

    whole["what_if"] = json::array();
    for (std::size_t i = 0; i < found.what_ifs.size(); ++i) {
        auto one     = of(found.what_ifs[i]);
        one["title"] = plan.what_ifs[i].title;
        one["set"]   = plan.what_ifs[i].set;
        whole["what_if"].push_back(one);
    }
    whole["levers"] = of(found.moves);
    whole["costs"] =
        plan.cost ? json{{"per_person", plan.cost->per_person}, {"currency", plan.cost->currency}}
                  : json(nullptr);
    whole["recorded"] = plan.record ? json{{"people", of(plan.record->people)},
                                           {"customers", of(plan.record->customers)},
                                           {"people_curves", of(found.people)},
                                           {"customers_curves", of(found.customers)}}
                                    : json(nullptr);
    whole["words"]    = json::array();
    for (const auto& passage : words_of(found))
        whole["words"].push_back({{"heading", passage.heading}, {"sentences", passage.sentences}});
    return whole.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace plan
