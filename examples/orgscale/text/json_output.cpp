#include "text/json_output.hpp"

#include "scenario/composition_names.hpp"
#include "text/headline.hpp"
#include "text/json_values.hpp"
#include "text/words.hpp"
#include "text/words_on_designs.hpp"

namespace program {

namespace {

json on_uncertainty(const study& found)
{
    const auto& all = found.plan.unknowns;
    if (all.none()) return nullptr;
    return {{"seed", all.seed}, {"parameters", of(all.values)}, {"samples", of(found.samples)}};
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
    whole["now"]      = {{"people", of(plan.now.people)}, {"customers", of(plan.now.customers)}};
    whole["now_is"]   = composition_names[plan.now_is];
    whole["designed"] = !plan.stated_as;
    whole["run_by"]   = of(plan.run_by);
    whole["promise"]  = of(plan.promise);
    if (plan.tail) {
        whole["promise"]["wait_share"]  = of(plan.tail->share);
        whole["promise"]["wait_within"] = of(plan.tail->within);
    }
    whole["target"]       = plan.aim ? json{{"people", of(plan.aim->people)},
                                            {"customers", of(plan.aim->customers)},
                                            {"by", of(plan.aim->by)}}
                                     : json(nullptr);
    whole["designs"]      = of(found.designs);
    whole["leader"]       = found.leader() ? json(found.leader()->name) : json(nullptr);
    whole["compositions"] = of(found.outcomes);

    whole["what_if"] = json::array();
    for (std::size_t i = 0; i < found.what_ifs.size(); ++i) {
        auto one      = of(found.what_ifs[i]);
        one["title"]  = plan.what_ifs[i].title;
        one["set"]    = plan.what_ifs[i].set;
        one["run_by"] = of(plan.what_ifs[i].run_by);
        whole["what_if"].push_back(one);
    }
    whole["levers"]      = of(found.moves);
    whole["uncertainty"] = on_uncertainty(found);
    whole["costs"] =
        plan.cost ? json{{"per_person", plan.cost->per_person}, {"currency", plan.cost->currency}}
                  : json(nullptr);
    whole["recorded"] = plan.record ? json{{"people", of(plan.record->people)},
                                           {"customers", of(plan.record->customers)},
                                           {"people_curves", of(found.people)},
                                           {"customers_curves", of(found.customers)}}
                                    : json(nullptr);
    const auto head   = headline_of(found);
    whole["headline"] = json::array({head.heading});
    for (const auto& sentence : head.sentences) whole["headline"].push_back(sentence);
    whole["warnings"] = of(plan.warnings);
    whole["basis"]    = of(found.basis);
    whole["words"]    = json::array();
    for (const auto& passage : found.none() ? std::vector{on_designs(found)} : words_of(found))
        whole["words"].push_back({{"heading", passage.heading}, {"sentences", passage.sentences}});
    return whole.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace program
