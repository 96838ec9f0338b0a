#include "scenario/read_uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <orgscale/core/parameter_error.hpp>

#include "format/nearest_name.hpp"
#include "format/numbers.hpp"
#include "format/shortened.hpp"
#include "scenario/distributions.hpp"
#include "scenario/read_organisations.hpp"

namespace program {

namespace {

constexpr double max_members  = 10e6;
constexpr double largest_seed = 1e12;

constexpr std::uint64_t usual_members = 1000, usual_seed = 1;

/// The rule alone of what the library says of a distribution that leaves the domain: "name: rule, but
/// its distribution goes from ... to ...".
std::string rule_of(const orgscale::parameter_error& error)
{
    std::string rule = error.rule();
    if (const auto colon = rule.find(": "); colon != std::string::npos) rule.erase(0, colon + 2);
    return rule.substr(0, rule.find(", but "));
}

/// The distributions of one composition, added where they aren't there yet.
void add(uncertain_values& known, const organisation& made, const sources& from)
{
    for (const auto& line : parameters_of(made)) {
        const auto  name    = without_prefix(line.name);
        const auto* written = from.having(line.name);
        if (written == nullptr || !is_uncertain(*written, name)) continue;

        auto&      values = known.all.values;
        const auto there  = std::find_if(values.begin(), values.end(), [&](const unknown& one) {
            return one.path == written->full_name(name);
        });
        const auto at     = static_cast<std::size_t>(there - values.begin());
        if (there == values.end()) {
            auto read = read_unknown(*written, name);
            values.push_back(std::move(read.what));
            known.laws.push_back(std::move(read.law));
        }
        values[at].uses.push_back({made.which, line.name});
        try {
            static_cast<void>(uncertain(made, {{orgscale::vary(line.name, known.laws[at])}, {}}));
        } catch (const orgscale::parameter_error& error) {
            refuse_domain(rule_of(error), *written, {values[at], known.laws[at]});
        }
    }
}

std::uint64_t whole_number(const section& from, const std::string& name, double least, double most)
{
    const double value = from.number(name);
    if (!(value >= least && value <= most) || value != std::floor(value))
        from.refuse(name, "must be a whole number from " + plain_digits(least) + " to " +
                              plain_digits(most) + ", but is " + plain_digits(value));
    return static_cast<std::uint64_t>(value);
}

/// An uncertain value by its full name, or by its name alone where only one has it.
std::size_t value_named(const section& from, const std::string& name, const uncertainty& all)
{
    const auto                 text = from.text(name);
    std::vector<std::string>   known;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < all.values.size(); ++i) {
        known.push_back(all.values[i].path);
        if (all.values[i].path == text) return i;
        if (all.values[i].name != text) continue;
        if (found)
            from.refuse(name, "is \"" + shortened(text) + "\", which is there more than once; " +
                                  all.values[*found].path + " or " + all.values[i].path + "?");
        found = i;
    }
    if (!found)
        from.refuse(name, "is \"" + shortened(text) + "\", which is no uncertain parameter" +
                              did_you_mean(text, known));
    return *found;
}

std::vector<dependence> read_correlations(const section& from, const uncertainty& all)
{
    std::vector<dependence> read;
    for (const auto& one : from.list_if("correlations")) {
        one.only({"first", "second", "value"});
        const dependence pair{value_named(one, "first", all), value_named(one, "second", all),
                              one.number("value")};
        if (!(std::abs(pair.value) < 1))
            one.refuse("value", "must be between -1 and 1, but is " + plain_digits(pair.value));
        if (pair.first == pair.second) one.refuse("second", "must not be the first again");
        for (const auto& other : read)
            if ((other.first == pair.first && other.second == pair.second) ||
                (other.first == pair.second && other.second == pair.first))
                one.refuse("second", "stands with the first in an earlier correlation already");
        read.push_back(pair);
    }
    return read;
}

} // namespace

uncertain_values read_uncertainty(const section& whole, const std::vector<organisation>& models)
{
    uncertain_values known;
    auto&            all = known.all;
    for (std::size_t i = 0; i < models.size(); ++i)
        add(known, models[i], sources_of(whole, i, policies_in(whole), {}));
    const auto from = whole.inner_if("uncertainty");
    if (!from.here() && all.none()) return known;
    all.members = usual_members;
    all.seed    = usual_seed;
    if (!from.here()) return known;
    from.only({"members", "seed", "correlations"});
    if (from.find("members") != nullptr)
        all.members = whole_number(from, "members", 1, max_members);
    if (from.find("seed") != nullptr) all.seed = whole_number(from, "seed", 0, largest_seed);
    all.together = read_correlations(from, all);
    for (std::size_t i = 0; i < models.size(); ++i) try {
            static_cast<void>(uncertain(models[i], unknowns_of(all, known.laws, models[i])));
        } catch (const orgscale::parameter_error& error) {
            from.refuse("correlations", "can't be: " + std::string{error.rule()});
        }
    return known;
}

orgscale::uncertain_model<organisation_model> uncertain(const organisation&            one,
                                                        const unknowns_of_composition& unknowns)
{
    return {one.model, unknowns.parameters, unknowns.together};
}

unknowns_of_composition unknowns_of(const uncertainty&                         all,
                                    const std::vector<orgscale::distribution>& laws,
                                    const organisation&                        one)
{
    unknowns_of_composition  own;
    std::vector<std::string> names(all.values.size()); // empty: not in this composition
    for (std::size_t i = 0; i < all.values.size(); ++i)
        for (const auto& use : all.values[i].uses) {
            if (use.composition != one.which) continue;
            names[i] = use.parameter;
            own.parameters.push_back(orgscale::vary(names[i], laws[i]));
        }
    for (const auto& pair : all.together)
        if (!names[pair.first].empty() && !names[pair.second].empty())
            own.together.push_back(
                orgscale::correlate(names[pair.first], names[pair.second], pair.value));
    return own;
}

} // namespace program
