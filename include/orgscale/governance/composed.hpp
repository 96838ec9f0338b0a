#pragma once

#include <orgscale/core/checked.hpp>
#include <orgscale/governance/screening.hpp>

namespace orgscale {

/// An architecture whose members are architectures themselves: F(G(p)), the outer of the inner.
///
///     constexpr composed chain_of_pairs{approval_chain<>{.members = 2}, polyarchy<>{.members = 2}};
///     chain_of_pairs.accepted(0.5);                                          // (1 - (1/2)^2)^2 = 0.5625
///
/// Each evaluator works in one place, so the evaluators multiply. Composition is associative, and chains of chains
/// are chains.
///
/// [1] Moore, E. F., Shannon, C. E. (1956). Reliable circuits using less reliable relays. Journal of the Franklin
///     Institute 262, 191-208. doi:10.1016/0016-0032(56)90559-2
/// [2] Christensen, M., Knudsen, T. (2010). Design of decision-making organizations. Management Science 56(1),
///     71-89. doi:10.1287/mnsc.1090.1096
template <class Outer, class Inner>
    requires std::same_as<typename Outer::real_type, typename Inner::real_type> &&
             screening<Outer, typename Outer::real_type> &&
             screening<Inner, typename Inner::real_type>
struct composed {
    using real_type = typename Outer::real_type;

    Outer outer; ///< decides by what its members, each an `inner`, decide
    Inner inner;

    [[nodiscard]] constexpr real_type accepted(const fraction<real_type>& individual) const
    {
        return outer.accepted(inner.accepted(individual));
    }

    /// Evaluators of the architecture [people].
    [[nodiscard]] constexpr double evaluators() const
    {
        return outer.evaluators() * inner.evaluators();
    }
};

template <class Outer, class Inner>
composed(Outer, Inner) -> composed<Outer, Inner>;

} // namespace orgscale
