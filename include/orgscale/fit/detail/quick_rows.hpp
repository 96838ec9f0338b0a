#pragma once

#include <cstddef>

#include <orgscale/fit/detail/bass_rows.hpp>
#include <orgscale/fit/detail/scalability_rows.hpp>
#include <orgscale/fit/gaussian_noise.hpp>
#include <orgscale/fit/observe.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/scaled.hpp>
#include <orgscale/growth/universal_scalability.hpp>

namespace orgscale::detail {

/// Stands where a law has no quicker way to residuals than its own formula over dual numbers.
struct no_quick_rows {
    template <class Series>
    explicit no_quick_rows(const Series&)
    {}
};

/// Residuals and derivatives of a law of three parameters, in their order, by formulas of its own.
template <class Model, class Series>
struct quick_rows {
    using type = no_quick_rows;
};

template <>
struct quick_rows<bass<double>, observed_series<per_interval<size_at>, gaussian_noise>> {
    using type = bass_rows;
};

template <>
struct quick_rows<scaled<universal_scalability, double>, observed_series<size_at, gaussian_noise>> {
    using type = scalability_rows;
};

} // namespace orgscale::detail
