#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace orgscale::detail {

/// One of the numbers 0, 1, 2, ... each with its share; the shares sum to 1.
class number_by_share {
public:
    explicit number_by_share(const std::vector<double>& shares)
    {
        double sum = 0;
        for (const double share : shares) up_to_.push_back(sum += share);
        for (std::size_t i = shares.size(); i-- > 0; up_to_[i] = 1) // whatever rounding left
            if (shares[i] > 0) {
                up_to_[i] = 1;
                break;
            }
    }

    [[nodiscard]] friend double quantile(const number_by_share& d, double u)
    {
        std::size_t number = 0;
        while (number + 1 < d.up_to_.size() && !(u < d.up_to_[number])) ++number;
        return static_cast<double>(number);
    }

    [[nodiscard]] friend double cdf(const number_by_share& d, double x)
    {
        double share = 0;
        for (std::size_t i = 0; i < d.up_to_.size() && static_cast<double>(i) <= x; ++i)
            share = d.up_to_[i];
        return share;
    }

    [[nodiscard]] friend std::pair<double, double> support(const number_by_share& d)
    {
        return {0, static_cast<double>(d.up_to_.size() - 1)};
    }

    [[nodiscard]] friend std::string name(const number_by_share&) { return "number by share"; }

private:
    std::vector<double> up_to_;
};

} // namespace orgscale::detail
