#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <orgscale/ensemble/correlate.hpp>
#include <orgscale/ensemble/vary.hpp>

#include "composition.hpp"
#include "distributions.hpp"
#include "section.hpp"

namespace plan {

/// Two values of the file that hang together.
struct dependence {
    std::size_t first; ///< index in uncertainty::values
    std::size_t second;
    double      value; ///< of the Gaussian copula, in (-1, 1)
};

/// What of a scenario is known only by its distribution, and how many cases are drawn.
struct uncertainty {
    std::vector<unknown>    values; ///< in the order in which compositions need them
    std::vector<dependence> together;
    std::uint64_t           members = 0;
    std::uint64_t           seed    = 0;

    [[nodiscard]] bool none() const { return values.empty(); }
};

/// The part of it that belongs to one composition, as the library takes it.
struct unknowns_of_composition {
    std::vector<orgscale::uncertain_parameter> parameters; ///< by the library's name
    std::vector<orgscale::correlation>         together;
    std::vector<std::size_t>                   which; ///< of uncertainty::values, of each parameter
};

/// Reads the distributions in the sections of the compositions, and the section "uncertainty", which
/// must tell "members" and "seed" where there is any. Refuses (bad_input) a distribution that leaves the
/// domain of its parameter, naming both.
[[nodiscard]] uncertainty read_uncertainty(const section&                  whole,
                                           const std::vector<composition>& models);

/// Those of a composition; of the correlations those between two of them.
[[nodiscard]] unknowns_of_composition unknowns_of(const uncertainty& all, const composition& model);

} // namespace plan
