#pragma once

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
#include <orgscale/solve/detail/same_kind.hpp>
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

/// Whether a model consists of its parameters alone, by its size without padding. One that stores results computed from
/// them can't be given other parameters in place.
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

/// Many models of one kind, one in each lane.
template <class Model, std::size_t Width>
using many_t = with_real_t<Model, lanes<Width>>;

/// Whether models can run in lanes: described templates over their number that consist of parameters alone, all of which
/// can be lanes.
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

} // namespace orgscale::detail
