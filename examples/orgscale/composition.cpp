#include "composition.hpp"

#include <algorithm>

#include <orgscale/core/describe.hpp>

namespace plan {

namespace {

std::string dotted(const orgscale::parameter_path& path)
{
    char       name[orgscale::parameter_path::longest];
    const auto length = path.copy(name, sizeof name);
    return {name, length};
}

} // namespace

const std::array<std::string, 6> composition::names{"linear/hierarchy",   "linear/meritocracy",
                                                    "parallel/hierarchy", "parallel/meritocracy",
                                                    "network/hierarchy",  "network/meritocracy"};

std::optional<composition::network_facts> composition::network(double t, double customers) const
{
    return visit([&](const auto& model) -> std::optional<network_facts> {
        const auto& grows = model.growth;
        if constexpr (requires { grows.asymptotic_growth_rate(); }) {
            return network_facts{grows.self_service_ratio(t, customers), grows.participation,
                                 grows.asymptotic_growth_rate(), grows.potential};
        } else {
            return std::nullopt;
        }
    });
}

std::optional<composition::parallel_facts> composition::parallel() const
{
    return visit([](const auto& model) -> std::optional<parallel_facts> {
        const auto& grows = model.growth;
        if constexpr (requires { grows.speed_up(); }) {
            return parallel_facts{grows.speed_up(), grows.best_units()};
        } else {
            return std::nullopt;
        }
    });
}

std::vector<parameter_line> composition::parameters() const
{
    std::vector<parameter_line> lines;
    visit([&](const auto& model) {
        orgscale::for_each_parameter(
            model, [&](const auto& path, const auto& line, const double& value) {
                if (auto name = run_.own_name(dotted(path)); !name.empty())
                    lines.push_back({std::move(name), line.symbol, line.unit, line.meaning, value});
            });
    });
    return lines;
}

std::string composition::full_name(const std::string& parameter) const
{
    std::string found;
    visit([&](const auto& model) {
        orgscale::for_each_parameter(model, [&](const auto& path, const auto&, const double&) {
            if (auto full = dotted(path); run_.own_name(full) == parameter) found = std::move(full);
        });
    });
    return found;
}

composition composition::with(const replacement& value_for) const
{
    const auto replaced = [&](const auto& path, const auto&, const double& value) {
        const auto name = run_.own_name(dotted(path));
        return name.empty() ? value : value_for(name, value);
    };
    return visit([&](const auto& model) {
        return composition{any_model{orgscale::with_parameters(model, replaced)}, run_};
    });
}

std::optional<std::size_t> composition_named(const std::string& name)
{
    const auto& names = composition::names;
    const auto  at    = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<std::size_t>(at - names.begin());
}

} // namespace plan
