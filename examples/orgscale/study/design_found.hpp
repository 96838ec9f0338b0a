#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/design/design_verdict.hpp>
#include <orgscale/design/promise_margins.hpp>
#include <orgscale/design/promise_part.hpp>

namespace program {

/// How one composition could keep the scenario's promise.
struct design_found {
    std::size_t                           which; ///< index in composition_names
    std::string                           name;
    orgscale::design_verdict              verdict;
    std::vector<orgscale::promise_part>   forbidden_by;
    std::optional<orgscale::promise_part> binding; ///< part that makes it cost most

    /// A parameter that an end of its range holds back: a wider range might be cheaper.
    struct range_end {
        std::string name; ///< in the composition
        bool        high; ///< the upper end
    };
    std::vector<range_end> at_ends; ///< of the cheapest

    /// What a part of the promise does to what can be designed.
    struct part_found {
        orgscale::promise_part part;
        std::optional<double>  price; ///< percent of the least cost for one percent of the part
        std::optional<double>  best;  ///< its greatest margin, looked for if none keeps all
    };
    std::vector<part_found> parts;

    /// The cheapest that keeps it, else the one that comes closest; nothing if there is none at all.
    struct organisation {
        std::vector<std::pair<std::string, double>> chosen; ///< by name in the composition
        double                                      cost;
        double                                      people;    ///< when the promise is due
        double                                      customers; ///< then
        double                                      levels;    ///< then
        std::vector<double>         path; ///< people at the marks until the promise is due
        orgscale::promise_margins<> margins;
    };
    std::optional<organisation> best;
    double                      feasible_share; ///< of those looked at all over the box
    std::int64_t                runs;

    [[nodiscard]] bool feasible() const { return verdict == orgscale::design_verdict::feasible; }
};

} // namespace program
