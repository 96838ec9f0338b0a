// Many trajectories: orgscale compared with Boost.odeint and, if installed, SUNDIALS, at equal achieved
// error, on one core.
//
// The firm has four states (rookies, experienced people, customers, backlog) and nine parameters, each
// within 30 percent of a common value; it ends after 60 months. Bass diffusion has three, also within
// 30 percent; it ends after 15 years. For each method and error goal, the loosest tolerance is used at
// which the worst error over the first thousand sets, scaled by each state's peak, meets the goal. The
// reference is Fehlberg 7(8) at 1e-13; orgscale's own `reach` at 1e-13 agrees with it (checked at the
// start).
//
// Each equation is written in two ways, used by all methods: as one would write it, and with every
// quotient of parameters computed beforehand ("hoisted"), which needs fewer divisions.
//
//     ensemble_bench [--benchmark_filter=...] --benchmark_enable_random_interleaving=true
//                    --benchmark_repetitions=7
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/numeric/odeint.hpp>

#ifdef ORGSCALE_BENCH_SUNDIALS
#include <arkode/arkode_erkstep.h>
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_context.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>
#endif

#if __has_include(<experimental/simd>) && defined(__GLIBCXX__)
#include <experimental/simd>
#define ORGSCALE_BENCH_STDX
#endif

#if __has_include(<xsimd/xsimd.hpp>)
#include <xsimd/xsimd.hpp>
#define ORGSCALE_BENCH_XSIMD

// What model code needs of a number with lanes.
namespace xsimd {

template <class T, class Arch>
struct chosen {
    const batch_bool<T, Arch>& mask;
    batch<T, Arch>&            number;
    void operator=(const batch<T, Arch>& other) const { number = select(mask, other, number); }
};
template <class T, class Arch>
chosen<T, Arch> where(const batch_bool<T, Arch>& mask, batch<T, Arch>& number)
{
    return {mask, number};
}
template <class T, class Arch>
bool all_of(const batch_bool<T, Arch>& mask)
{
    return all(mask);
}

} // namespace xsimd
#endif

#include <orgscale/core/describe.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/solve/batch.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

namespace odeint = boost::numeric::odeint;
using orgscale::positive;

/// A firm whose capacity limit is smooth, so that a method's order shows.
template <orgscale::real Real = double>
struct firm {
    using real_type = Real;
    struct state_type {
        Real rookies, experienced, customers, backlog;
    };

    positive<Real> sales, hiring, learning, attrition, rookie_share, per_head, churn, delay, reach;

    [[nodiscard]] state_type derivative(const Real&, const state_type& x) const
    {
        using std::exp, std::sqrt;
        const Real staff    = x.rookies + x.experienced;
        const Real capacity = per_head * (x.experienced + rookie_share * x.rookies);
        const Real load     = x.customers / capacity;
        const Real smooth   = 1 / sqrt(Real(1 + load * load));
        const Real begun    = sales * (1 - exp(Real(-staff / reach)));
        const Real served   = x.backlog / delay * smooth;
        const Real wanted   = hiring * x.customers / (per_head * (1 + staff / reach));
        const Real grown    = x.rookies / learning;
        return {wanted - grown - attrition * x.rookies / (1 + x.rookies / reach),
                grown - attrition * x.experienced, served - churn * x.customers / smooth,
                begun - served};
    }

    static constexpr auto parameters()
    {
        using orgscale::parameter;
        return std::tuple{
            parameter{"sales", "", "1/month", "orders that can be won", &firm::sales},
            parameter{"hiring", "", "1/month", "people hired for work", &firm::hiring},
            parameter{"learning", "", "month", "until experienced", &firm::learning},
            parameter{"attrition", "", "1/month", "people who leave", &firm::attrition},
            parameter{"rookie_share", "", "-", "of an experienced one's work", &firm::rookie_share},
            parameter{"per_head", "", "customers", "served by one", &firm::per_head},
            parameter{"churn", "", "1/month", "customers who leave", &firm::churn},
            parameter{"delay", "", "month", "from order to service", &firm::delay},
            parameter{"reach", "", "people", "who cover the market", &firm::reach}};
    }
};

/// The same with quotients of parameters computed beforehand.
template <orgscale::real Real = double>
struct hoisted_firm {
    using real_type = Real;
    struct state_type {
        Real rookies, experienced, customers, backlog;
    };

    positive<Real> sales, hiring_per_head, per_learning, attrition, rookie_share, per_head, churn,
        per_delay, per_reach;

    [[nodiscard]] state_type derivative(const Real&, const state_type& x) const
    {
        using std::exp, std::sqrt;
        const Real reached  = (x.rookies + x.experienced) * per_reach;
        const Real capacity = per_head * (x.experienced + rookie_share * x.rookies);
        const Real load     = x.customers / capacity;
        const Real stretch  = sqrt(Real(1 + load * load));
        const Real begun    = sales * (1 - exp(Real(-reached)));
        const Real served   = x.backlog * per_delay / stretch;
        const Real wanted   = hiring_per_head * x.customers / (1 + reached);
        const Real grown    = x.rookies * per_learning;
        return {wanted - grown - attrition * x.rookies / (1 + x.rookies * per_reach),
                grown - attrition * x.experienced, served - churn * x.customers * stretch,
                begun - served};
    }

    static constexpr auto parameters()
    {
        using orgscale::parameter;
        return std::tuple{
            parameter{"sales", "", "1/month", "orders that can be won", &hoisted_firm::sales},
            parameter{"hiring_per_head", "", "1/month", "", &hoisted_firm::hiring_per_head},
            parameter{"per_learning", "", "1/month", "", &hoisted_firm::per_learning},
            parameter{"attrition", "", "1/month", "", &hoisted_firm::attrition},
            parameter{"rookie_share", "", "-", "", &hoisted_firm::rookie_share},
            parameter{"per_head", "", "customers", "", &hoisted_firm::per_head},
            parameter{"churn", "", "1/month", "", &hoisted_firm::churn},
            parameter{"per_delay", "", "1/month", "", &hoisted_firm::per_delay},
            parameter{"per_reach", "", "1/people", "", &hoisted_firm::per_reach}};
    }
};

/// Bass diffusion as a law without a known solution, to be solved in steps.
template <orgscale::real Real = double>
struct stepped_bass {
    using real_type = Real;

    positive<Real> innovation, imitation, potential;

    [[nodiscard]] Real rate(const Real& adopters) const
    {
        return (innovation + imitation * adopters / potential) * (potential - adopters);
    }

    static constexpr auto parameters()
    {
        using orgscale::parameter;
        return std::tuple{
            parameter{"innovation", "p", "1/year", "unprompted", &stepped_bass::innovation},
            parameter{"imitation", "q", "1/year", "on seeing it", &stepped_bass::imitation},
            parameter{"potential", "m", "customers", "in the end", &stepped_bass::potential}};
    }
};

template <orgscale::real Real = double>
struct hoisted_bass {
    using real_type = Real;

    positive<Real> innovation, imitation_per_head, potential;

    [[nodiscard]] Real rate(const Real& adopters) const
    {
        return (innovation + imitation_per_head * adopters) * (potential - adopters);
    }

    static constexpr auto parameters()
    {
        using orgscale::parameter;
        return std::tuple{
            parameter{"innovation", "p", "1/year", "unprompted", &hoisted_bass::innovation},
            parameter{"imitation_per_head", "q/m", "", "", &hoisted_bass::imitation_per_head},
            parameter{"potential", "m", "customers", "in the end", &hoisted_bass::potential}};
    }
};

constexpr std::size_t sets    = 20'000; ///< in each population
constexpr std::size_t watched = 1'000;  ///< sets used to measure errors

template <class Model>
std::vector<Model> population(const std::array<double, sizeof(Model) / sizeof(double)>& common)
{
    std::mt19937_64                        generator{1};
    std::uniform_real_distribution<double> about{0.7, 1.3};
    std::vector<Model>                     all;
    all.reserve(sets);
    for (std::size_t i = 0; i < sets; ++i)
        std::apply([&](auto... number) { all.push_back(Model{number * about(generator)...}); },
                   common);
    return all;
}

const std::vector<firm<>> firms = population<firm<>>({40, 0.15, 6, 0.01, 0.4, 8, 0.02, 0.5, 60});
const std::vector<orgscale::bass<>> markets = population<orgscale::bass<>>({0.03, 0.38, 1000});
const std::vector<stepped_bass<>>   stepped = population<stepped_bass<>>({0.03, 0.38, 1000});

const std::vector<hoisted_firm<>> hoisted_firms = [] {
    std::vector<hoisted_firm<>> all;
    for (const firm<>& f : firms)
        all.push_back({.sales           = f.sales,
                       .hiring_per_head = f.hiring / f.per_head,
                       .per_learning    = 1 / f.learning,
                       .attrition       = f.attrition,
                       .rookie_share    = f.rookie_share,
                       .per_head        = f.per_head,
                       .churn           = f.churn,
                       .per_delay       = 1 / f.delay,
                       .per_reach       = 1 / f.reach});
    return all;
}();

const std::vector<hoisted_bass<>> hoisted_markets = [] {
    std::vector<hoisted_bass<>> all;
    for (const stepped_bass<>& m : stepped)
        all.push_back({.innovation         = m.innovation,
                       .imitation_per_head = m.imitation / m.potential,
                       .potential          = m.potential});
    return all;
}();

/// A model's start and duration: months for a firm, years for a market.
template <class Model>
constexpr std::size_t size_of = orgscale::dynamics<Model> ? 4 : 1;
template <std::size_t Size>
using numbers = std::array<double, Size>;
template <std::size_t Size>
using ends = std::vector<numbers<Size>>;
template <std::size_t Size>
constexpr double horizon = Size == 4 ? 60 : 15;
template <std::size_t Size>
constexpr numbers<Size> start = [] {
    if constexpr (Size == 4) {
        return numbers<4>{2, 10, 60, 20};
    } else {
        return numbers<1>{0};
    }
}();

/// The right-hand side for odeint and SUNDIALS, from the same code.
template <class Model>
struct equations {
    Model model;

    template <class Numbers>
    void operator()(const Numbers& x, Numbers& dxdt, double t) const
    {
        if constexpr (orgscale::dynamics<Model>) {
            const auto d = model.derivative(t, {x[0], x[1], x[2], x[3]});
            dxdt[0]      = d.rookies;
            dxdt[1]      = d.experienced;
            dxdt[2]      = d.customers;
            dxdt[3]      = d.backlog;
        } else {
            dxdt[0] = model.rate(x[0]);
        }
    }
};

// Each method solves the first `count` models and records their final states.

template <template <class> class Stepper, class Model>
void by_odeint(const std::vector<Model>& models, std::size_t count, double tolerance,
               ends<size_of<Model>>& out)
{
    constexpr std::size_t size = size_of<Model>;
    auto stepper = odeint::make_controlled(tolerance, tolerance, Stepper<numbers<size>>{});
    for (std::size_t i = 0; i < count; ++i) {
        const equations<Model> rates{models[i]};
        numbers<size>          x = start<size>;
        odeint::integrate_adaptive(stepper, std::cref(rates), x, 0.0, horizon<size>, 0.1);
        out[i] = x;
    }
}

template <class Numbers> using fehlberg  = odeint::runge_kutta_fehlberg78<Numbers>;
template <class Numbers> using cash_karp = odeint::runge_kutta_cash_karp54<Numbers>;
template <class Numbers> using dopri5    = odeint::runge_kutta_dopri5<Numbers>;

template <class Model>
auto member_of(const std::vector<Model>& models)
{
    return [&models](std::size_t i) {
        using State = orgscale::detail::state_of<Model>;
        return orgscale::batch_member<Model>{models[i],
                                             orgscale::from_array<State>(start<size_of<Model>>)};
    };
}

template <class Model>
orgscale::batch_options<> options_of(double tolerance)
{
    return {.to = horizon<size_of<Model>>, .relative = tolerance, .absolute = tolerance};
}

template <class Model>
void by_lanes(const std::vector<Model>& models, std::size_t count, double tolerance,
              ends<size_of<Model>>& out)
{
    orgscale::solve_batch(0, count, member_of(models), options_of<Model>(tolerance),
                          [&](std::size_t i, auto states, orgscale::ending) {
                              out[i] = orgscale::to_array<double>(states[0]);
                          });
}

/// The plan is made again each time.
template <class Model>
void by_common_steps(const std::vector<Model>& models, std::size_t count, double tolerance,
                     ends<size_of<Model>>& out)
{
    const auto options = options_of<Model>(tolerance);
    const auto plan    = orgscale::plan_steps(member_of(models), 64, options);
    orgscale::solve_batch(0, count, member_of(models), options, plan,
                          [&](std::size_t i, auto states, orgscale::ending) {
                              out[i] = orgscale::to_array<double>(states[0]);
                          });
}

template <class Model>
void one_by_one(const std::vector<Model>& models, std::size_t count, double tolerance,
                ends<size_of<Model>>& out)
{
    const auto member = member_of(models);
    for (std::size_t i = 0; i < count; ++i) {
        const auto [model, from] = member(i);
        out[i]                   = orgscale::to_array<double>(
            orgscale::reach(
                model, from,
                {.to = horizon<size_of<Model>>, .relative = tolerance, .absolute = tolerance})
                .state);
    }
}

#ifdef ORGSCALE_BENCH_SUNDIALS
template <class Model>
int sundials_equations(double t, N_Vector x, N_Vector dxdt, void* model)
{
    double* from = NV_DATA_S(x);
    double* to   = NV_DATA_S(dxdt);
    (*static_cast<const equations<Model>*>(model))(from, to, t);
    return 0;
}

/// One vector and one solver for all models.
template <bool Adams, class Model>
void by_sundials(const std::vector<Model>& models, std::size_t count, double tolerance,
                 ends<size_of<Model>>& out)
{
    constexpr std::size_t size    = size_of<Model>;
    SUNContext            context = nullptr;
    SUNContext_Create(nullptr, &context);
    N_Vector           x      = N_VNew_Serial(static_cast<sunindextype>(size), context);
    SUNNonlinearSolver solver = nullptr;
    void*              memory = nullptr;
    for (std::size_t i = 0; i < count; ++i) {
        std::copy(start<size>.begin(), start<size>.end(), NV_DATA_S(x));
        double           time = 0;
        equations<Model> model{models[i]};
        if constexpr (Adams) {
            if (memory == nullptr) {
                memory = CVodeCreate(CV_ADAMS, context);
                CVodeInit(memory, sundials_equations<Model>, 0, x);
                CVodeSStolerances(memory, tolerance, tolerance);
                solver = SUNNonlinSol_FixedPoint(x, 0, context);
                CVodeSetNonlinearSolver(memory, solver);
                CVodeSetMaxNumSteps(memory, 1'000'000);
            } else {
                CVodeReInit(memory, 0, x);
            }
            CVodeSetUserData(memory, &model);
            CVodeSetStopTime(memory, horizon<size>);
            CVode(memory, horizon<size>, x, &time, CV_NORMAL);
        } else {
            if (memory == nullptr) {
                memory = ERKStepCreate(sundials_equations<Model>, 0, x, context);
                ERKStepSStolerances(memory, tolerance, tolerance);
                ERKStepSetOrder(memory, 5);
                ERKStepSetMaxNumSteps(memory, 1'000'000);
            } else {
                ERKStepReInit(memory, sundials_equations<Model>, 0, x);
            }
            ERKStepSetUserData(memory, &model);
            ERKStepSetStopTime(memory, horizon<size>);
            ERKStepEvolve(memory, horizon<size>, x, &time, ARK_NORMAL);
        }
        std::copy(NV_DATA_S(x), NV_DATA_S(x) + size, out[i].begin());
    }
    if constexpr (Adams) {
        CVodeFree(&memory);
        SUNNonlinSolFree(solver);
    } else {
        ERKStepFree(&memory);
    }
    N_VDestroy(x);
    SUNContext_Free(&context);
}
#endif

// The error over the first thousand sets, and the tolerance that meets the error goal.

template <std::size_t Size>
struct reference {
    ends<Size> truth = ends<Size>(watched);
    ends<Size> peak  = ends<Size>(watched);

    explicit reference(const auto& models)
    {
        by_odeint<fehlberg>(models, watched, 1e-13, truth);
        const auto member = member_of(models);
        for (std::size_t i = 0; i < watched; ++i) {
            const auto [model, from] = member(i);
            const auto run = orgscale::solve(model, from, {.to = horizon<Size>, .relative = 1e-6});
            for (const auto& step : run) {
                const auto x = orgscale::to_array<double>(step.state);
                for (std::size_t n = 0; n < Size; ++n)
                    peak[i][n] = std::max(peak[i][n], std::abs(x[n]));
            }
        }
    }

    [[nodiscard]] double error(const ends<Size>& found) const
    {
        double worst = 0;
        for (std::size_t i = 0; i < watched; ++i)
            for (std::size_t n = 0; n < Size; ++n) {
                const double one = std::abs(found[i][n] - truth[i][n]) / peak[i][n];
                if (!(one <= worst)) worst = one;
            }
        return worst;
    }
};

const reference<4> firm_ends{firms};
const reference<1> market_ends{stepped};

template <std::size_t Size>
const reference<Size>& reference_of()
{
    if constexpr (Size == 4) {
        return firm_ends;
    } else {
        return market_ends;
    }
}

/// Searched upwards from a thousandth of the error goal, in parts of a decade, while the goal is met.
template <std::size_t Size, class Solve>
double loosest(const Solve& solve, double wanted, int parts)
{
    ends<Size> out(watched);
    double     found = wanted * 1e-3;
    for (int i = 0; i <= 8 * parts; ++i) {
        const double tolerance = wanted * 1e-3 * std::pow(10.0, static_cast<double>(i) / parts);
        solve(watched, tolerance, out);
        if (!(reference_of<Size>().error(out) <= wanted)) break;
        found = tolerance;
    }
    return found;
}

/// Solves a number of sets per iteration; the tolerance is searched in the first.
template <class Model>
using method_type = void(const std::vector<Model>&, std::size_t, double, ends<size_of<Model>>&);

template <class Model>
void compare(const std::string& name, method_type<Model>& method, const std::vector<Model>& models,
             std::size_t count, int parts = 15)
{
    constexpr std::size_t size = size_of<Model>;
    for (const double wanted : {1e-6, 1e-9}) {
        const auto solve = [&models, &method](std::size_t many, double tolerance, ends<size>& out) {
            method(models, many, tolerance, out);
        };
        const auto tolerance = std::make_shared<double>(0);
        benchmark::RegisterBenchmark(
            (std::string{size == 4 ? "firm/" : "bass/"} + (wanted > 1e-8 ? "1e-6/" : "1e-9/") + name)
                .c_str(),
            [=](benchmark::State& state) {
                if (*tolerance == 0) *tolerance = loosest<size>(solve, wanted, parts);
                ends<size> out(sets);
                for (auto _ : state) {
                    solve(count, *tolerance, out);
                    benchmark::DoNotOptimize(out.data());
                }
                solve(watched, *tolerance, out);
                state.counters["error"]     = reference_of<size>().error(out);
                state.counters["tolerance"] = *tolerance;
                state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
            })
            ->Unit(benchmark::kMillisecond);
    }
}

template <class Model>
void compare_all(const std::string& text, const std::vector<Model>& models)
{
    compare("orgscale_lanes" + text, by_lanes<Model>, models, sets);
    compare("orgscale_common_steps" + text, by_common_steps<Model>, models, sets);
    compare("orgscale_one_by_one" + text, one_by_one<Model>, models, 1000);
    compare("odeint_fehlberg78" + text, by_odeint<fehlberg, Model>, models, 1000);
    compare("odeint_cash_karp" + text, by_odeint<cash_karp, Model>, models, 1000);
    compare("odeint_dopri5" + text, by_odeint<dopri5, Model>, models, 1000);
#ifdef ORGSCALE_BENCH_SUNDIALS
    compare("arkode_erk5" + text, by_sundials<false, Model>, models, 200, 5);
    compare("cvode_adams" + text, by_sundials<true, Model>, models, 200, 5);
#endif
}

/// The number types: forty equal steps of Verner's pair for all firms, with each pack's parameters
/// contiguous. The width follows from the type; no step control, no errors.
template <class Number, std::size_t Width, class Load>
void number_type(benchmark::State& state, const Load& load)
{
    using Model  = hoisted_firm<Number>;
    using verner = orgscale::detail::verner_7;
    std::vector<Model> packs;
    for (std::size_t i = 0; i + Width <= sets; i += Width) {
        const auto row = [&](auto member) {
            std::array<double, Width> numbers{};
            for (std::size_t lane = 0; lane < Width; ++lane)
                numbers[lane] = hoisted_firms[i + lane].*member;
            return load(numbers);
        };
        using one = hoisted_firm<>;
        packs.push_back({row(&one::sales), row(&one::hiring_per_head), row(&one::per_learning),
                         row(&one::attrition), row(&one::rookie_share), row(&one::per_head),
                         row(&one::churn), row(&one::per_delay), row(&one::per_reach)});
    }
    std::array<Number, 4> x{};
    for (auto _ : state)
        for (const Model& each : packs) {
            x = {Number(start<4>[0]), Number(start<4>[1]), Number(start<4>[2]), Number(start<4>[3])};
            orgscale::detail::stages_of<Model> k{};
            const Number                       width(1.5);
            for (int i = 0; i < 40; ++i) {
                const Number time(1.5 * i);
                k[0] = orgscale::detail::rates(each, time, x);
                orgscale::detail::evaluate<verner, 1, verner::stages>(each, time, width, x, k);
                x = orgscale::detail::moved(
                    x, width,
                    orgscale::detail::weighted<orgscale::detail::row_of<verner, verner::stages>>(k));
            }
            benchmark::DoNotOptimize(x);
        }
    state.counters["error"] = 0; // the same steps for all
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(packs.size() * Width));
}

void compare_number_types()
{
    const auto add = []<class Number, std::size_t Width>(const char* name, const auto& load) {
        benchmark::RegisterBenchmark(name, [load](benchmark::State& state) {
            number_type<Number, Width>(state, load);
        })->Unit(benchmark::kMillisecond);
    };
    const auto one_by_one = [](const std::array<double, 1>& x) { return x[0]; };
    add.operator()<double, 1>("types/double", one_by_one);
    const auto in_lanes = []<std::size_t Width>(const std::array<double, Width>& x) {
        return orgscale::lanes<Width>(x);
    };
    constexpr std::size_t widest = orgscale::preferred_lanes / 2;
    add.operator()<orgscale::lanes<widest>, widest>("types/lanes_one_register", in_lanes);
    add.operator()<orgscale::lanes<2 * widest>, 2 * widest>("types/lanes_two_registers", in_lanes);
#ifdef ORGSCALE_BENCH_STDX
    namespace stdx          = std::experimental;
    const auto experimental = []<std::size_t Width>(const std::array<double, Width>& x) {
        return stdx::fixed_size_simd<double, static_cast<int>(Width)>(
            [&](auto lane) { return x[lane]; });
    };
    add.operator()<stdx::fixed_size_simd<double, static_cast<int>(widest)>, widest>(
        "types/experimental_simd_one_register", experimental);
    add.operator()<stdx::fixed_size_simd<double, static_cast<int>(2 * widest)>, 2 * widest>(
        "types/experimental_simd_two_registers", experimental);
#endif
#ifdef ORGSCALE_BENCH_XSIMD
    using batch = xsimd::batch<double>;
    add.operator()<batch, batch::size>(
        "types/xsimd_one_register",
        [](const std::array<double, batch::size>& x) { return batch::load_unaligned(x.data()); });
#endif
}

/// The law in closed form: no tolerance, all sets.
void exact(benchmark::State& state)
{
    ends<1> out(sets);
    for (auto _ : state) {
        by_lanes(markets, sets, 1e-6, out);
        benchmark::DoNotOptimize(out.data());
    }
    state.counters["error"] = market_ends.error(out);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sets));
}

void exact_one_by_one(benchmark::State& state)
{
    ends<1> out(sets);
    for (auto _ : state) {
        for (std::size_t i = 0; i < sets; ++i) out[i] = {markets[i].after(0, horizon<1>)};
        benchmark::DoNotOptimize(out.data());
    }
    state.counters["error"] = market_ends.error(out);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(sets));
}

} // namespace

int main(int argc, char** argv)
{
    ends<4> mine(watched);
    one_by_one(firms, watched, 1e-13, mine);
    if (!(firm_ends.error(mine) < 1e-11)) {
        std::fputs("Fehlberg 7(8) and orgscale at 1e-13 do not agree\n", stderr);
        return EXIT_FAILURE;
    }
    compare_all("", firms);
    compare_all("_hoisted", hoisted_firms);
    compare_all("", stepped);
    compare_all("_hoisted", hoisted_markets);
    benchmark::RegisterBenchmark("bass/exact/orgscale_lanes", exact);
    benchmark::RegisterBenchmark("bass/exact/one_by_one", exact_one_by_one);

    compare_number_types();

    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return EXIT_FAILURE;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
