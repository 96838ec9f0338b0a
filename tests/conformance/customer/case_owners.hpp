#pragma once

#include <array>
#include <cstddef>

#include <orgscale/customer/case_owners.hpp>

#include "../case.hpp"

struct case_owners_case : function_case {
    static auto model()
    {
        return orgscale::case_owners<>{.arrival_rate = 0.5, .work = 3, .owners = 3};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& desk, const Real& scale)
    {
        std::array<Real, 4> given{};
        if constexpr (orgscale::ordered_real<Real>) {
            const Model busier{.arrival_rate = Real(Real{desk.arrival_rate} * (1 + scale) / 2),
                               .work         = Real{desk.work},
                               .owners       = Real{desk.owners}};
            given = {*busier.time(), *busier.waiting(), *busier.silo_time(),
                     *busier.break_even_slowdown()};
        } else { // they answer one number at a time
            for (std::size_t lane = 0; lane < scale.size(); ++lane) {
                const auto one = answers(model(), static_cast<double>(scale[lane]));
                for (std::size_t i = 0; i < one.size(); ++i) given[i][lane] = one[i];
            }
        }
        return given;
    }
};
