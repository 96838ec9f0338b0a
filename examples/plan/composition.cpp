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
    return std::visit(
        [&](const auto& model) -> std::optional<network_facts> {
            if constexpr (requires { model.asymptotic_growth_rate(); }) {
                return network_facts{model.self_service_ratio(t, customers), model.participation,
                                     model.asymptotic_growth_rate(), model.potential};
            } else {
                return std::nullopt;
            }
        },
        model_);
}

std::optional<composition::parallel_facts> composition::parallel() const
{
    return std::visit(
        [](const auto& model) -> std::optional<parallel_facts> {
            if constexpr (requires { model.speed_up(); }) {
                return parallel_facts{model.speed_up(), model.best_units()};
            } else {
                return std::nullopt;
            }
        },
        model_);
}

std::vector<parameter_line> composition::parameters() const
{
    std::vector<parameter_line> lines;
    std::visit(
        [&](const auto& model) {
            orgscale::for_each_parameter(
                model, [&](const auto& path, const auto& line, const double& value) {
                    lines.push_back({dotted(path), line.symbol, line.unit, line.meaning, value});
                });
        },
        model_);
    return lines;
}

composition composition::with(const replacement& value_for) const
{
    return std::visit(
        [&](const auto& model) {
            return composition{orgscale::with_parameters(
                model, [&](const auto& path, const auto&, const double& value) {
                    return value_for(dotted(path), value);
                })};
        },
        model_);
}

std::optional<std::size_t> composition_named(const std::string& name)
{
    const auto& names = composition::names;
    const auto  at    = std::find(names.begin(), names.end(), name);
    if (at == names.end()) return std::nullopt;
    return static_cast<std::size_t>(at - names.begin());
}

} // namespace plan
