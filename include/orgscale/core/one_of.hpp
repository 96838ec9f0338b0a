#pragma once

#include <concepts>
#include <cstddef>
#include <tuple>
#include <utility>
#include <variant>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// One of several models or policies over one number type, chosen at run time.
///
///     one_of<dashboard<>, shop_floor<>> seen{dashboard<>{.reporting_interval = 1}};
///     seen.visit([](const auto& policy) { return policy.reporting_delay(3); });
///
/// It is described by the parameters of what it holds (see describe.hpp) and converts to another number
/// type (see with_real.hpp). A call takes one branch on the held type and is inlined.
template <class... Alternative>
    requires(sizeof...(Alternative) >= 1 && sizeof...(Alternative) <= 8)
class one_of {
public:
    using alternatives = std::tuple<Alternative...>;
    using real_type    = typename std::tuple_element_t<0, alternatives>::real_type;

    /// The first alternative with its defaults.
    constexpr one_of()
        requires std::default_initializable<std::tuple_element_t<0, alternatives>>
    = default;

    template <class Held>
        requires(std::same_as<Held, Alternative> || ...)
    constexpr one_of(const Held& held) : held_{held}
    {}

    /// Holds that type from now on, in its default state.
    template <class Held>
        requires(std::same_as<Held, Alternative> || ...)
    constexpr void hold()
    {
        held_.template emplace<Held>();
    }

    /// The index of the held type among the alternatives.
    [[nodiscard]] constexpr std::size_t which() const noexcept { return held_.index(); }

    template <class Held>
        requires(std::same_as<Held, Alternative> || ...)
    [[nodiscard]] constexpr bool holds() const noexcept
    {
        return std::holds_alternative<Held>(held_);
    }

    /// use(what it holds); the results for all alternatives have one type.
    template <class Use>
    constexpr decltype(auto) visit(Use&& use) const
    {
        return visit_in(*this, use);
    }

    template <class Use>
    constexpr decltype(auto) visit(Use&& use)
    {
        return visit_in(*this, use);
    }

private:
    template <std::size_t Index, class Self, class Use>
    static constexpr decltype(auto) use_held(Self& self, Use& use)
    {
        return use(*std::get_if<Index>(&self.held_));
    }

    // A comparison for each alternative, which compilers make a switch of and inline; std::visit goes through a
    // table of functions.
    template <std::size_t Index = 1, class Self, class Use>
    static constexpr decltype(auto) visit_in(Self& self, Use& use)
    {
        if constexpr (Index < sizeof...(Alternative)) {
            if (self.held_.index() == Index) return use_held<Index>(self, use);
            return visit_in<Index + 1>(self, use);
        } else {
            return use_held<0>(self, use);
        }
    }

    std::variant<Alternative...> held_;
};

} // namespace orgscale
