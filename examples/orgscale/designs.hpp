#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/design/design_answer.hpp>
#include <orgscale/design/promise_margins.hpp>

#include "scenario.hpp"

namespace plan {

/// How one composition could keep the scenario's promise.
struct design_found {
    std::size_t                           which; ///< index in composition::names
    std::string                           name;
    orgscale::design_verdict              verdict;
    std::vector<orgscale::promise_part>   forbidden_by;
    std::optional<orgscale::promise_part> binding; ///< part that makes it cost most
    std::vector<orgscale::part_effect<>>  parts;

    /// The cheapest that keeps it, else the one that comes closest; nothing if there is none at all.
    struct organisation {
        std::vector<std::pair<std::string, double>> chosen; ///< by name in the composition
        double                                      cost;
        double                                      people;    ///< when the promise is due
        double                                      customers; ///< then
        double                                      levels;    ///< then
        std::vector<double>                         path;      ///< people at marks_until(promise)
        orgscale::promise_margins<>                 margins;
    };
    std::optional<organisation> best;
    double                      kept_share; ///< of those looked at all over the box
    std::int64_t                runs;

    [[nodiscard]] bool kept() const { return verdict == orgscale::design_verdict::kept; }
};

/// Of the scenario's compositions, each; nothing without a promise and something to choose.
[[nodiscard]] std::vector<design_found> find_designs(const scenario& plan);

/// How a composition as it is keeps the promise; nothing if its run doesn't get there.
[[nodiscard]] std::optional<orgscale::promise_margins<>> keeping_of(const scenario&    plan,
                                                                    const composition& model);

/// The scenario with the organisations that were designed in place of what it leaves open, and where it
/// doesn't tell what the organisation is, the cheapest that keeps the promise. Where nothing in the ranges
/// is an organisation, it is as it was.
[[nodiscard]] scenario with_designs(scenario plan, const std::vector<design_found>& designs);

} // namespace plan
