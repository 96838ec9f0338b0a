#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace program {

struct problem;

/// A parameter that several compositions have, but not with the same value: what makes a comparison unequal
/// beyond the kinds that are compared.
struct unequal_parameter {
    std::string name; ///< full name, the same in each
    std::string unit;
    std::string meaning;

    struct value {
        std::size_t which; ///< index in composition_names
        double      number;
        bool        chosen; ///< by the search for a design
    };
    std::vector<value> values; ///< of every composition that has it, in their order
};

/// A value that nobody measured.
struct assumed_value {
    std::string name; ///< full name
    std::string unit;
    std::string meaning;
    double      value;
    bool        by_default; ///< the program's own; else the scenario's
    std::string words;  ///< its distribution, "anything from 0.01 to 0.03"; empty: a plain number
    std::string source; ///< what the scenario states of it; may be empty
    std::vector<std::size_t> in; ///< compositions that have it, indices in composition_names
};

/// What the comparison of the six rests on besides their kinds, to be stated beside the verdict.
struct comparison_basis {
    std::vector<unequal_parameter> unequal; ///< in the order of the compositions' parameters
    std::vector<assumed_value> assumed; ///< defaults first, then what is uncertain, then guesses
};

[[nodiscard]] comparison_basis basis_of(const problem& all);

} // namespace program
