#pragma once

#include <orgscale/core/describe.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/organization/composition.hpp>

namespace program {

/// Whether the library's parallel_growth takes a parameter as that of one unit.
[[nodiscard]] constexpr bool is_of_one_unit(const auto& parameter)
{
    return parameter == "sales_rate" || parameter == "hiring_rate" ||
           parameter == "governance.core_decisions";
}

/// A composition whose rates are those of the whole organisation.
///
/// The library's parallel_growth takes some rates as those of one unit. Here they are stated once, for all
/// units together, and divided:
///
///     rate of a unit = rate of the organisation / units
///
/// so that the compositions compared differ in how they are organised, not in what they are given. The
/// parameters have the composition's names; compositions without units run as they are stated.
template <orgscale::real Real = double>
class basic_organisation_model : public orgscale::basic_composition<Real> {
public:
    using stated_type = orgscale::basic_composition<Real>;

    constexpr basic_organisation_model(const stated_type& stated)
        : stated_type{divided(stated)}, stated_{stated}
    {}

    static constexpr auto parameters()
    {
        return orgscale::description{orgscale::parameter{
            "", "", "", "what is stated of the organisation", &basic_organisation_model::stated_}};
    }

private:
    struct share_of_one_unit {
        Real units;

        [[nodiscard]] constexpr Real operator()(const orgscale::parameter_path& path, const auto&,
                                                const Real&                     value) const
        {
            return is_of_one_unit(path) ? Real(value / units) : value;
        }
    };

    [[nodiscard]] static constexpr stated_type divided(const stated_type& stated)
    {
        return stated.visit([&](const auto& growth) -> stated_type {
            if constexpr (requires { growth.units; }) {
                return orgscale::with_parameters(stated, share_of_one_unit{growth.units});
            } else {
                return stated;
            }
        });
    }

    stated_type stated_;
};

using organisation_model = basic_organisation_model<>;

static_assert(orgscale::growth_model<organisation_model>);
static_assert(orgscale::described<organisation_model>);

} // namespace program
