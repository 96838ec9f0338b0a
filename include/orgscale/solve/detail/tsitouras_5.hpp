#pragma once

#include <array>
#include <cstddef>

#include <orgscale/core/language.hpp>

namespace orgscale::detail {

/// Tsitouras' explicit Runge-Kutta pair of orders 5 and 4, with its interpolant of order 4, which needs
/// no further stage. The order conditions are checked by its test.
///
/// Tsitouras, Ch. (2011). Runge-Kutta pairs of order 5(4) satisfying only the first column
/// simplifying assumption. Computers & Mathematics with Applications 62, 770-775.
/// doi:10.1016/j.camwa.2011.06.002
struct tsitouras_5 {
    static constexpr std::size_t order = 5; ///< of the solution; the interpolant's is 4
    static constexpr std::size_t stages =
        7; ///< evaluations per step; the last is also the first of the next
    static constexpr std::size_t further     = 0;
    static constexpr std::size_t estimate    = 5; ///< power of the width in the error estimate
    static constexpr std::size_t middle      = 2; ///< a stage near the middle of the step
    static constexpr bool        reuses_last = true;

    /// Two stages at the same time, whose rates differ as their states do.
    static constexpr std::array<std::size_t, 2> twins{5, 6};

    /// It is stable on x' = λ x, λ < 0, for steps below this over -λ.
    static constexpr double stable = 3.5;

    static constexpr std::array<long double, stages> c{
        0, 0.161L, 0.327L, 0.9L, 0.9800255409045096857298103L, 1, 1};

    static constexpr std::array<std::array<long double, stages>, stages> a{{
        {},
        {0.161L},
        {-0.008480655492356988544426874L, 0.3354806554923569885444269L},
        {2.897153057105493432130433L, -6.35944848997507484314816L, 4.362295432869581411017727L},
        {5.325864828439256604428878L, -11.74888356406282787774717L, 7.495539342889836208304605L,
         -0.09249506636175524925650208L},
        {5.861455442946420028659251L, -12.92096931784710929170612L, 8.159367898576158643180401L,
         -0.07158497328140099722453054L, -0.02826905039406838290900306L},
        {0.09646076681806522951816731L, 0.01L, 0.4798896504144995747752495L,
         1.379008574103741893192275L, -3.290069515436080679901048L, 2.324710524099773982415356L},
    }};

    /// The solution at the end of the step: the row of the last stage.
    static constexpr std::array<long double, stages> b = a[stages - 1];

    /// The solution of order 5 less that of order 4: the error estimate.
    static constexpr std::array<long double, stages> error{
        -0.001780011052225771443378551L, -0.0008164344596567469032236361L,
        0.007880878010261996010314728L,  -0.1447110071732629075371517L,
        0.5823571654525552250199376L,    -0.4580821059291869466616365L,
        0.01515151515151515151515152L};

    /// The weight of each stage at a fraction θ of the step: the sum over d of row[d] θ^(d+1).
    static constexpr std::array<std::array<long double, 4>, stages> interpolant{{
        {1, -2.763706197274825911336736L, 2.913255461821912743750681L, -1.0530884977290216L},
        {0, 0.1317L, -0.2234L, 0.1017L},
        {0, 3.930296236894751528506874L, -5.941033872131504734702492L, 2.490627285651252793L},
        {0, -12.41107716693367698373438L, 30.33818863028232159817299L, -16.54810288924490272L},
        {0, 37.50931341651103919496904L, -88.17890489476640110142767L, 47.37952196281928122L},
        {0, -27.89652628919728780594826L, 65.09189467479367152629022L, -34.87065786149660974L},
        {0, 1.5L, -4L, 2.5L},
    }};
};

} // namespace orgscale::detail
