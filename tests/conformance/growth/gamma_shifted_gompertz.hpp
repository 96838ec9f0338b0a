#pragma once

#include <array>

#include <orgscale/growth/gamma_shifted_gompertz.hpp>

#include "../case.hpp"

struct gamma_shifted_gompertz_case : function_case {
    static auto model()
    {
        return orgscale::gamma_shifted_gompertz<>{.adoption_rate    = 0.375,
                                                  .reluctance_scale = 12,
                                                  .reluctance_shape = 1.5,
                                                  .potential        = 1024};
    }

    template <class Model, class Real = typename Model::real_type>
    static auto answers(const Model& diffusion, const Real& scale)
    {
        return std::array<Real, 5>{diffusion.at(Real(6 * scale)), diffusion.share(Real(6 * scale)),
                                   diffusion.sales_by_density(Real(6 * scale)),
                                   diffusion.sales_by_interval(Real(4 * scale), Real(6 * scale)),
                                   diffusion.peak()->time};
    }
};
