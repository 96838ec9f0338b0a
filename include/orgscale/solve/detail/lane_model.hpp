#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/lanes.hpp>
#include <orgscale/core/with_real.hpp>
#include <orgscale/solve/detail/runge_kutta.hpp>
#include <orgscale/solve/solve.hpp>

/// A model over lanes, filled lane by lane from models over `double`.
namespace orgscale::detail {

template <class Member>
struct number_within {
    using type = Member;
};

template <class Member>
    requires requires { typename Member::rule_type; }
struct number_within<Member> {
    using type = typename Member::real_type;
};

/// Whether every parameter, nested ones included, is a plain or checked number of this type; of a choice,
/// whether that holds for each alternative.
template <class Type, class Number>
consteval bool all_parameters_are()
{
    if constexpr (choice<Type>) {
        return []<class... Alternative>(const std::tuple<Alternative...>*) {
            return (all_parameters_are<Alternative, Number>() && ...);
        }(static_cast<typename Type::alternatives*>(nullptr));
    } else if constexpr (described<Type>) {
        return with_lines(lines_of<Type>,
                          []<class... Owner, class... Member>(const parameter<Owner, Member>&...) {
                              return (all_parameters_are<Member, Number>() && ...);
                          });
    } else {
        return std::same_as<typename number_within<Type>::type, Number>;
    }
}

/// Whether a model is nothing but its parameters: what it names has its size, but for padding. One that keeps
/// what it made of them can't be given other parameters in place.
template <described Type>
consteval bool is_all_parameters()
{
    if constexpr (choice<Type>) {
        return true;
    } else {
        constexpr std::size_t named =
            with_lines(lines_of<Type>,
                       []<class... Owner, class... Member>(const parameter<Owner, Member>&...) {
                           return (std::size_t{0} + ... + sizeof(Member));
                       });
        return sizeof(Type) < named + alignof(Type);
    }
}

/// Whether a type is a choice or has one among its members, nested ones included.
template <class Type>
consteval bool has_choice()
{
    if constexpr (choice<Type>) {
        return true;
    } else if constexpr (described<Type>) {
        return with_lines(lines_of<Type>,
                          []<class... Owner, class... Member>(const parameter<Owner, Member>&...) {
                              return (has_choice<Member>() || ...);
                          });
    } else {
        return false;
    }
}

/// The alternative that a choice holds if it has this type, else null.
template <class Held, choice Choice>
[[nodiscard]] constexpr const Held* held_in(const Choice& one)
{
    return one.visit([]<class Other>(const Other& other) -> const Held* {
        if constexpr (std::same_as<Other, Held>) {
            return &other;
        } else {
            return nullptr;
        }
    });
}

/// Whether two models can share lanes: all their choices hold the same alternatives.
template <described Type>
[[nodiscard]] constexpr bool same_kind(const Type& a, const Type& b)
{
    if constexpr (!has_choice<Type>()) {
        return true;
    } else if constexpr (choice<Type>) {
        return a.visit([&]<class Held>(const Held& held) {
            const Held* const other = held_in<Held>(b);
            return other != nullptr && same_kind(held, *other);
        });
    } else {
        return with_lines(lines_of<Type>, [&](const auto&... line) {
            const auto same = [&]<class Owner, class Member>(const parameter<Owner, Member>& each) {
                if constexpr (has_choice<Member>()) {
                    return same_kind(a.*each.member, b.*each.member);
                } else {
                    return true;
                }
            };
            return (same(line) && ...);
        });
    }
}

/// Many models of one kind, one in each lane.
template <class Model, std::size_t Width>
using many_t = with_real_t<Model, lanes<Width>>;

/// Whether models can run in lanes: described templates over their number, all of whose parameters can be lanes,
/// and that are nothing but these.
template <class Model, std::size_t Width>
concept laneable = described<Model> && std::same_as<typename Model::real_type, double> &&
                   is_all_parameters<Model>() && has_real<Model, lanes<Width>> &&
                   solvable<many_t<Model, Width>> &&
                   all_parameters_are<many_t<Model, Width>, lanes<Width>>();

/// Calls `write(number over lanes, read)` for each parameter, where read(model) is the same parameter
/// over `double`. Rules are not checked again, since the values come from checked parameters.
/// The models must be of the kind of `many`.
template <class Many, class One, class Read, class Write>
constexpr void write_parameters(Many& many, const Read& read, const Write& write)
{
    if constexpr (choice<Many>) {
        many.visit([&]<class Held>(Held& held) {
            using one_held   = typename same_place<Held, typename Many::alternatives,
                                                   typename One::alternatives>::type;
            const auto inner = [&](const auto& model) -> const one_held& {
                return *held_in<one_held>(read(model));
            };
            write_parameters<Held, one_held>(held, inner, write);
        });
    } else {
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            [[maybe_unused]] const auto lines  = lines_of<One>;
            [[maybe_unused]] const auto others = lines_of<Many>;
            [[maybe_unused]] const auto one    = [&](const auto& line, const auto& other) {
                auto&      member = many.*other.member;
                const auto inner  = [&](const auto& model) -> const auto& {
                    return read(model).*line.member;
                };
                using many_type = std::remove_cvref_t<decltype(member)>;
                using one_type  = std::remove_cvref_t<decltype(std::declval<One>().*line.member)>;
                if constexpr (described<many_type>) {
                    write_parameters<many_type, one_type>(member, inner, write);
                } else {
                    typename number_within<many_type>::type number{member};
                    write(number, inner);
                    member = std::bit_cast<many_type>(number);
                }
            };
            (one(get<Index>(lines), get<Index>(others)), ...);
        }(std::make_index_sequence<std::tuple_size_v<decltype(Many::parameters())>>{});
    }
}

/// Writes one model into one lane.
template <std::size_t Width, class Model>
constexpr void set_lane(many_t<Model, Width>& many, const lane_mask<Width>& lane, const Model& model)
{
    const auto itself = [](const Model& one) -> const Model& { return one; };
    write_parameters<many_t<Model, Width>, Model>(
        many, itself, [&](lanes<Width>& number, const auto& read) {
            where(lane, number) = lanes<Width>(static_cast<double>(read(model)));
        });
}

/// Calls `use(value)` for each parameter, in the order of the description.
template <described Model, class Use>
constexpr void read_parameters(const Model& model, const Use& use)
{
    for_each_parameter(model, [&](const auto&, const auto&, const auto& value) {
        use(static_cast<double>(value));
    });
}

/// One member for each lane, stored by parameter instead of by member.
template <class Model, std::size_t Width>
struct lane_table {
    using row        = std::array<double, Width>;
    using state_type = state_of<Model>;

    std::array<row, max_parameters<Model>>         parameters;
    std::array<row, dimension<state_type, double>> start;

    void set(std::size_t lane, const Model& model, const state_type& from)
    {
        std::size_t p = 0;
        read_parameters(model, [&](double value) { parameters[p++][lane] = value; });
        const auto numbers = to_array<double>(from);
        for (std::size_t n = 0; n < numbers.size(); ++n) start[n][lane] = numbers[n];
    }

    /// Fills a lane without a member with a copy of the first.
    void pad(std::size_t lane)
    {
        for (row& numbers : parameters) numbers[lane] = numbers[0];
        for (row& numbers : start) numbers[lane] = numbers[0];
    }

    void write(many_t<Model, Width>& many) const
    {
        std::size_t p      = 0;
        const auto  itself = [](const Model& one) -> const Model& { return one; };
        write_parameters<many_t<Model, Width>, Model>(
            many, itself,
            [&](lanes<Width>& number, const auto&) { number = lanes<Width>(parameters[p++]); });
    }

    [[nodiscard]] numbers_of<many_t<Model, Width>> starts() const
    {
        numbers_of<many_t<Model, Width>> x;
        for (std::size_t n = 0; n < x.size(); ++n) x[n] = lanes<Width>(start[n]);
        return x;
    }
};

} // namespace orgscale::detail
