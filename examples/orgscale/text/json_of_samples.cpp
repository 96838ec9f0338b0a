#include "text/json_values.hpp"

namespace program {

json of(const effect& one)
{
    return {
        {"slope", of(one.slope)}, {"elasticity", of(one.elasticity)}, {"moves_by", of(one.move)}};
}

json of(const gist& one)
{
    return {{"wall", of(one.wall)},
            {"limit", of(one.limit)},
            {"people", of(one.people)},
            {"customers", of(one.customers)},
            {"money_gone", one.gone ? of(one.gone->time) : json(nullptr)},
            {"target", of(one.target)}};
}

json of(const lever& one)
{
    return {{"parameter", one.name},
            {"unit", one.unit},
            {"before", of(one.before)},
            {"after", of(one.after)},
            {"wall", of(one.wall)},
            {"customers", of(one.customers)},
            {"run_with_the_change", of(one.rerun)}};
}

json of(const levers& all)
{
    return {{"without_change", of(all.usual)},
            {"ranked_by", "customers at the horizon in the run with the whole change"},
            {"best", all.best() != nullptr ? json(all.best()->name) : json(nullptr)},
            {"ranked", of(all.ranked)},
            {"money_lasts_longer", of(all.lasting)},
            {"cash_that_lasts", of(all.enough_cash)}};
}

json of(const quantiles& one)
{
    return {{"p10", of(one.p10)},
            {"p25", of(one.p25)},
            {"p50", of(one.p50)},
            {"p75", of(one.p75)},
            {"p90", of(one.p90)}};
}

json of(const unknown& one)
{
    return {{"parameter", one.path}, {"distribution", one.words}, {"computed_with", of(one.value)},
            {"p10", of(one.p10)},    {"p90", of(one.p90)},        {"source", one.source}};
}

namespace {

json over_time(const std::vector<double>& times, const fan& all)
{
    auto list = json::array();
    for (std::size_t i = 0; i < all.size(); ++i) {
        json line{{"time", of(times[i])}};
        line.update(of(all[i]));
        list.push_back(line);
    }
    return list;
}

} // namespace

json of(const prospects& one)
{
    return {{"members", one.members},
            {"failed", one.failed},
            {"first_failure", one.failure},
            {"wall",
             {{"share_never", of(one.share_never)},
              {"where_there_is_one", of(one.wall)},
              {"p10_of_all", of(one.wall_p10)},
              {"p50_of_all", of(one.wall_p50)},
              {"p90_of_all", of(one.wall_p90)}}},
            {"money_gone", {{"share", of(one.share_gone)}, {"where_it_does", of(one.gone)}}},
            {"target_in_time", of(one.share_in_time)},
            {"people", over_time(one.times, one.people)},
            {"customers", over_time(one.times, one.customers)}};
}

} // namespace program
