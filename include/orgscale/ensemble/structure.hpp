#pragma once

#include <string>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/ensemble/vary.hpp>

namespace orgscale {

/// One of several models that may be the right one, with its share of the draws and what is uncertain in it
/// alone.
///
///     structure{"firm", 0.6, firm, {vary("sales_rate", uniform(15, 25))}}
///
/// See uncertain.hpp for how several of them make an uncertain model.
template <described Model>
struct structure {
    std::string name;  ///< goes before the names of its own parameters: `firm.sales_rate`
    double      share; ///< of the draws, 0 or more; the shares sum to 1            [-]
    Model       model;
    std::vector<uncertain_parameter> parameters{}; ///< that vary in this one alone
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
