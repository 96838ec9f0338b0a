#include "study/region_study.hpp"

#include <charconv>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include <orgscale/compare/regions.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/on_threads.hpp>

#include "format/bad_input.hpp"
#include "format/nearest_name.hpp"
#include "scenario/parameter_line.hpp"
#include "scenario/parameter_names.hpp"
#include "scenario/read_scenario.hpp"
#include "study/run_to_end.hpp"

namespace program {

namespace {

std::size_t composition_asked(const std::string& name)
{
    if (const auto which = composition_named(name)) return *which;
    throw bad_input{
        fmt::format("--between: there is no {}{}", name,
                    did_you_mean(name, {composition_names.begin(), composition_names.end()}))};
}

/// Both compositions: those named, or the one that the organisation is and the same growth under the other
/// governance.
std::pair<std::size_t, std::size_t> both_asked(const region_request& asked, const problem& all)
{
    if (!asked.between) return {all.plan.now_is, all.plan.now_is ^ 1U};
    const auto comma = asked.between->find(',');
    if (comma == std::string::npos)
        throw bad_input{"--between takes two compositions, separated by a comma"};
    const auto first  = composition_asked(asked.between->substr(0, comma));
    const auto second = composition_asked(asked.between->substr(comma + 1));
    if (first == second) throw bad_input{"--between takes two different compositions"};
    return {first, second};
}

double number_asked(std::string_view text, const std::string& option, const std::string& said)
{
    double     value  = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    if (result.ec != std::errc{} || result.ptr != text.data() + text.size())
        throw bad_input{fmt::format("{} takes NAME=LOW..HIGH, not {}", option, said)};
    return value;
}

/// A parameter of either by its full name, or by what stands after the last dot.
std::string parameter_asked(const std::string& name, const std::string& option,
                            const organisation& first, const organisation& second)
{
    std::set<std::string>    found;
    std::vector<std::string> known;
    for (const auto* one : {&first, &second})
        for (const auto& line : parameters_of(*one)) {
            if (means(name, line.name)) found.insert(line.name);
            known.push_back(without_prefix(line.name));
        }
    if (found.empty())
        throw bad_input{fmt::format("{}: neither composition has a parameter {}{}", option, name,
                                    did_you_mean(name, known))};
    if (found.size() > 1)
        throw bad_input{fmt::format("{}: there are several parameters {}: {}", option, name,
                                    fmt::format("{} and {}", *found.begin(), *found.rbegin()))};
    return *found.begin();
}

mapped_range range_asked(const std::string& said, const std::string& option,
                         const organisation& first, const organisation& second)
{
    const auto equal = said.find('='), dots = said.find("..", equal);
    if (equal == std::string::npos || dots == std::string::npos)
        throw bad_input{fmt::format("{} takes NAME=LOW..HIGH, not {}", option, said)};
    const std::string_view text{said};
    mapped_range           range{parameter_asked(said.substr(0, equal), option, first, second),
                       number_asked(text.substr(equal + 1, dots - equal - 1), option, said),
                       number_asked(text.substr(dots + 2), option, said)};
    if (!(range.low < range.high))
        throw bad_input{fmt::format("{}: {} must be less than {}", option, range.low, range.high)};
    return range;
}

/// Customers at the horizon, none if it has ended by then; nothing where the parameters aren't those of an
/// organisation, or the run fails.
std::optional<double> customers_at_end(const organisation& one, const scenario& plan,
                                       const named_values& set)
{
    try {
        const auto changed = with_values(one, set);
        return run_to_end(changed.model, plan.now, changed.run_by, plan.time.horizon)
            .customers_at_end();
    } catch (const orgscale::parameter_error&) {
        return std::nullopt;
    }
}

} // namespace

region_study study_regions(const region_request& asked)
{
    const auto all = read_scenario(asked.file);
    if (all.compositions.size() != composition_names.size() || !all.plan.stated_as)
        throw bad_input{asked.file + ": a map needs the organisation's parameters, and this "
                                     "scenario leaves some of them to be chosen"};
    const auto [first, second] = both_asked(asked, all);
    const auto & one = all.compositions[first], &other = all.compositions[second];
    region_study found{.plan   = all.plan,
                       .first  = first,
                       .second = second,
                       .across = range_asked(asked.across, "--across", one, other),
                       .up     = range_asked(asked.up, "--up", one, other),
                       .map    = {}};
    if (found.across.name == found.up.name)
        throw bad_input{"--across and --up must be two parameters"};
    const auto of = [&](const organisation& which) {
        return [&](double x, double y) {
            return customers_at_end(which, all.plan, {{found.across.name, x}, {found.up.name, y}});
        };
    };
    found.map = orgscale::regions(
        of(one), of(other), {found.across.name, found.across.low, found.across.high},
        {found.up.name, found.up.low, found.up.high}, {}, orgscale::on_threads{});
    return found;
}

} // namespace program
