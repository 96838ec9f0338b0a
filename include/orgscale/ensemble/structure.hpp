#pragma once

#include <string>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/vary.hpp>

namespace orgscale {

/// A model that may be the right one: its share of the draws, and the parameters that vary only in it.
///
///     structure{"firm", 0.6, firm, {vary("sales_rate", uniform(15, 25))}}
///
/// An uncertain_model (uncertain.hpp) takes several of them.
template <described Model>
struct structure {
    std::string                      name;  ///< prefix of its own parameters: `firm.sales_rate`
    double                           share; ///< of the draws, >= 0; shares sum to 1 [-]
    Model                            model;
    std::vector<uncertain_parameter> parameters{}; ///< that vary only in this structure
};

template <class Model>
structure(const char*, double, Model, std::vector<uncertain_parameter>) -> structure<Model>;
template <class Model>
structure(std::string, double, Model, std::vector<uncertain_parameter>) -> structure<Model>;
template <class Model>
structure(const char*, double, Model) -> structure<Model>;
template <class Model>
structure(std::string, double, Model) -> structure<Model>;

} // namespace orgscale
