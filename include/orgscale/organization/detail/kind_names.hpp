#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <orgscale/core/nearest_name.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/type_name.hpp>
#include <orgscale/organization/detail/chosen_governance.hpp>
#include <orgscale/organization/detail/chosen_growth.hpp>
#include <orgscale/organization/detail/chosen_policies.hpp>

/// The names of the parts of an organisation, which are those of their types.
namespace orgscale::detail {

template <class Type>
struct named_by {
    using type = Type;
};

template <class Policy>
struct named_by<with_defect_churn<Policy>> {
    using type = Policy;
};

/// The name of a policy type.
template <class Type>
[[nodiscard]] std::string name_of_type()
{
    return type_name<typename named_by<Type>::type>();
}

template <choice Choice>
[[nodiscard]] std::string name_held(const Choice& one)
{
    return one.visit([]<class Held>(const Held&) { return name_of_type<Held>(); });
}

/// The name of a governance; "transition<hierarchy, meritocracy>" for a transition.
template <choice Governance>
[[nodiscard]] std::string governance_name(const Governance& one)
{
    return one.visit([]<class Held>(const Held& held) {
        if constexpr (requires { held.from, held.to; }) {
            return name_of_type<Held>() + '<' + name_held(held.from) + ", " + name_held(held.to) +
                   '>';
        } else {
            return name_of_type<Held>();
        }
    });
}

/// "network" for network_growth.
[[nodiscard]] inline std::string_view without_growth(std::string_view name)
{
    constexpr std::string_view ending = "_growth";
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
    return name;
}

template <class Tuple>
struct names_in;

template <class... Type>
struct names_in<std::tuple<Type...>> {
    [[nodiscard]] static std::vector<std::string> all() { return {name_of_type<Type>()...}; }
};

/// The names of the alternatives of a choice.
template <choice Choice>
[[nodiscard]] std::vector<std::string> names_of_alternatives()
{
    return names_in<typename Choice::alternatives>::all();
}

/// Sets the choice to the alternative of that name, without parameter values; false if there is none.
template <choice Choice>
[[nodiscard]] bool choose_named(Choice& one, std::string_view name)
{
    using alternatives = typename Choice::alternatives;
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        const auto choose = [&]<class Alternative>(const Alternative*) {
            if (name != name_of_type<Alternative>()) return false;
            one.template hold<Alternative>();
            return true;
        };
        return (choose(static_cast<std::tuple_element_t<Index, alternatives>*>(nullptr)) || ...);
    }(std::make_index_sequence<std::tuple_size_v<alternatives>>{});
}

/// Refuses a name, with suggestions from the known ones.
[[noreturn]] inline void refuse_name(const std::string& why, std::string_view name,
                                     const std::vector<std::string>& known)
{
    const std::vector<std::string_view> views{known.begin(), known.end()};
    refuse(parameter_error{(why + suggestion(name, views)).c_str(), std::string{name}.c_str()});
}

} // namespace orgscale::detail
