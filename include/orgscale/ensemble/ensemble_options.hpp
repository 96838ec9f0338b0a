#pragma once

#include <cstddef>
#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/random_seed.hpp>

namespace orgscale {

/// Options of an ensemble of runs. Members, seed and end time are required.
struct ensemble_options {
    std::uint64_t        members;        ///< number of runs
    random_seed          seed;           ///< seed of the draws
    finite_value<double> from{0};        ///< start time of the runs                          [time]
    finite_value<double> to;             ///< end time of the runs                            [time]
    std::size_t          outputs = 61;   ///< number of output times, from start to end
    positive<double>     relative{1e-6}; ///< relative tolerance of a step                       [-]
    positive<double>     absolute{1e-6}; ///< absolute tolerance of a step, in units of the state
    std::int64_t         max_steps = 100'000; ///< limit on steps, rejected ones included
    draws                sampling  = draws::low_discrepancy;

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};
    [[no_unique_address]] agreed has_draws{members <= (1ULL << 32) || sampling == draws::random,
                                           "there are at most 2^32 low-discrepancy draws"};
    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
    [[no_unique_address]] agreed has_outputs{outputs >= 2, "outputs must be 2 or more"};
    [[no_unique_address]] agreed has_few_outputs{outputs <= 1'000'000,
                                                 "outputs must be a million or fewer"};

    /// Output time i; the last is exactly the end time [time].
    [[nodiscard]] double output_time(std::size_t i) const
    {
        if (i + 1 >= outputs) return to;
        return from + (to - from) * static_cast<double>(i) / static_cast<double>(outputs - 1);
    }
};

/// Options of an ensemble of outputs. Members and seed are required.
struct output_options {
    std::uint64_t members; ///< number of models drawn
    random_seed   seed;    ///< seed of the draws
    draws         sampling = draws::low_discrepancy;

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};
    [[no_unique_address]] agreed has_draws{members <= (1ULL << 32) || sampling == draws::random,
                                           "there are at most 2^32 low-discrepancy draws"};
};

} // namespace orgscale
