#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <orgscale/customer/stage.hpp>
#include <orgscale/design/promise_margins.hpp>
#include <orgscale/growth/growth_limits.hpp>
#include <orgscale/organization/customer_experience.hpp>

#include "scenario/operations.hpp"
#include "scenario/parameter_line.hpp"
#include "study/misfit.hpp"

namespace program {

/// A moment of a run.
struct moment {
    double time;
    double people;
    double customers;
    double waiting    = 0; ///< customers on a list
    double rookies    = 0; ///< people who still learn
    double wait       = 0; ///< that customers have
    double quality    = 1; ///< time that a customer gets, over that at the start
    double capability = 1; ///< what an hour of work achieves, over that at the start
};

/// Where the organisation itself begins to set its growth.
struct wall_found {
    moment                                at;
    orgscale::growth_limit                limit;
    std::optional<orgscale::growth_limit> cause;
};

/// A stretch of time in which one limit binds the customers.
struct band {
    double                 from;
    double                 to;
    orgscale::growth_limit limit;
};

/// What kind of growth the later half of a run is; the numbers that belong to the kind.
struct growth_found {
    std::string           kind; ///< the library's name for it
    std::optional<double> order;
    std::optional<double> exponent;
    std::optional<double> rate;
    std::optional<double> ceiling;
};

/// When a composition overtakes the organisation as it is now, for good.
struct overtaking {
    moment own;
    moment other; ///< of the organisation as it is
};

/// A stage of the journey from product-market fit to scaled operations that a run has come to.
struct stage_reached {
    orgscale::stage       stage;
    double                time; ///< when it had lasted for its holding time; 0 if recorded so
    std::optional<double> lost; ///< the first after it at which it isn't, if any
    bool                  held; ///< at the end
};

/// When the money runs out.
struct money_gone {
    double time;
    double uncovered; ///< outlay that income doesn't cover, per unit of time
};

/// What a budget leaves.
struct money {
    double cash;  ///< at the end
    double least; ///< over the run

    std::optional<money_gone> gone;
};

/// Why a run ends that is to end when the money runs out.
inline constexpr auto out_of_money = "the money runs out";

/// What only an organisation with a waiting list has.
struct list_found {
    double gave_up; ///< at the end, of those who ask [-]
    moment longest; ///< when the wait is longest
};

/// What only a network has.
struct network_found {
    double                 self_service;  ///< R at so many customers [-]
    double                 participation; ///< customers who are nodes [-]
    double                 far_rate;      ///< λ, the growth rate far below the potential [1/time]
    orgscale::growth_limit far_limit;     ///< the term that sets it
    double                 potential;     ///< [customers]
};

/// What only parallel growth has.
struct parallel_found {
    double units;    ///< k, side by side [units]
    double speed_up; ///< X, of all of them over one, each with its share of the rates [-]
};

/// When an organisation first has what its target names; nothing: not before the end of the run.
struct target_reached {
    std::optional<double> people;
    std::optional<double> customers;
    std::optional<double> all;                ///< both at once
    double                people_then    = 0; ///< on the date by which it was to have them
    double                customers_then = 0;
};

/// All that is said about one composition, in plain numbers.
struct outcome {
    std::size_t         which; ///< index in composition_names
    std::string         name;
    bool                complete;
    std::string         reason; ///< why a run that isn't complete ended
    std::vector<moment> curve;  ///< for plots; the last is the end
    std::vector<moment> yearly;
    std::vector<moment> marks; ///< of the tables, as far as the run got

    std::optional<wall_found>                  wall;
    std::vector<band>                          bands;
    orgscale::growth_limit                     binds; ///< at the end
    std::optional<orgscale::growth_limit>      cause; ///< where that is serve
    growth_found                               growth;
    std::optional<double>                      cost_per_customer; ///< at the end, per unit of time
    std::optional<misfit>                      people_misfit;
    std::optional<misfit>                      customers_misfit;
    std::optional<network_found>               network; ///< at the end
    std::optional<parallel_found>              parallel;
    std::optional<list_found>                  list;
    std::optional<overtaking>                  overtakes;
    orgscale::customer_experience<>            experience; ///< at the end
    double                                     taken_on;   ///< then, of those who would join
    std::optional<double>                      in_time; ///< then, served within what was promised
    std::vector<stage_reached>                 stages;  ///< those reached, in their order
    std::optional<money>                       funds;
    std::optional<target_reached>              target;
    std::optional<orgscale::promise_margins<>> promise; ///< how it is kept, if one was made
    operations                                 run_by;
    std::vector<parameter_line>                parameters;

    /// Whether newcomers learn in it.
    [[nodiscard]] bool learns() const { return run_by.workforce != operations{}.workforce; }

    /// Whether its standard may fall, and whether capability takes time.
    [[nodiscard]] bool erodes() const { return run_by.standard == "eroding_standard"; }
    [[nodiscard]] bool has_capability() const { return run_by.standard == "capability"; }

    /// When the money runs out, if it does.
    [[nodiscard]] const money_gone* insolvent() const
    {
        return funds && funds->gone ? &*funds->gone : nullptr;
    }

    /// The last stage that it is at in the end; nothing before the first.
    [[nodiscard]] const stage_reached* stage() const
    {
        const stage_reached* at = nullptr;
        for (const auto& one : stages)
            if (one.held) at = &one;
        return at;
    }

    [[nodiscard]] const moment& start() const { return curve.front(); }
    [[nodiscard]] const moment& end() const { return curve.back(); }

    /// When it has most customers.
    [[nodiscard]] const moment& peak() const
    {
        return *std::max_element(curve.begin(), curve.end(), [](const auto& a, const auto& b) {
            return a.customers < b.customers;
        });
    }
};

/// What distinguishes one run from another.
struct gist {
    bool                                  complete;
    std::optional<double>                 wall;      ///< its time
    std::optional<orgscale::growth_limit> limit;     ///< of the wall
    double                                people;    ///< at the end
    double                                customers; ///< at the end
    std::optional<money_gone>             gone{};    ///< when the money runs out
    std::optional<double>                 target{};  ///< when it has what its target names
};

} // namespace program
