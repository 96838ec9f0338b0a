#pragma once

#include <cstddef>
#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/random_seed.hpp>

namespace orgscale {

/// What an ensemble of runs may be told. Members, seed and end must be.
struct ensemble_options {
    std::uint64_t        members;        ///< how many runs
    random_seed          seed;           ///< what the draws follow from
    finite_value<double> from{0};        ///< time of the starts                              [time]
    finite_value<double> to;             ///< time of the ends                                [time]
    std::size_t          outputs = 61;   ///< times, from start to end, at which bands are wanted
    positive<double>     relative{1e-6}; ///< error of a step                                    [-]
    positive<double>     absolute{1e-6}; ///< the same near zero, in units of x
    std::int64_t         max_steps = 100'000; ///< tried, refused ones included
    draws                sampling  = draws::low_discrepancy;

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};
    [[no_unique_address]] agreed has_draws{members <= (1ULL << 32) || sampling == draws::random,
                                           "there are 2^32 low-discrepancy draws, no more"};
    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
    [[no_unique_address]] agreed has_outputs{outputs >= 2, "outputs must be 2 or more"};
    [[no_unique_address]] agreed has_few_outputs{outputs <= 1'000'000,
                                                 "outputs must be a million or fewer"};

    /// Output number i, the last at the end to the last digit [time].
    [[nodiscard]] double output_time(std::size_t i) const
    {
        if (i + 1 >= outputs) return to;
        return from + (to - from) * static_cast<double>(i) / static_cast<double>(outputs - 1);
    }
};

/// What an ensemble of outputs may be told. Members and seed must be.
struct output_options {
    std::uint64_t members; ///< how many models are asked
    random_seed   seed;    ///< what the draws follow from
    draws         sampling = draws::low_discrepancy;

    [[no_unique_address]] agreed has_members{members >= 1, "members must be 1 or more"};
    [[no_unique_address]] agreed has_draws{members <= (1ULL << 32) || sampling == draws::random,
                                           "there are 2^32 low-discrepancy draws, no more"};
};

} // namespace orgscale
