// One trajectory: orgscale compared with Boost.odeint, at equal achieved error.
//
// Sixteen firms with four states (rookies, experienced people, customers, backlog, which decays within half
// a month or so), with parameters within 30 percent of a common value, to 60 months. For each method and
// error goal, the loosest tolerance is searched at which the worst error over all firms, states and output
// times, scaled by each state's peak, meets the goal; it is then timed over the same firms, so that no
// method profits from a lucky one. The reference is orgscale in `long double` at 1e-15; Fehlberg 7(8) at
// 1e-13 agrees with it (checked at the start).
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <boost/numeric/odeint.hpp>

#include <orgscale/growth/bass.hpp>
#include <orgscale/solve/reach.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

namespace odeint = boost::numeric::odeint;

/// A firm whose capacity limit is smooth, so that a method's order shows.
template <orgscale::real Real>
struct firm {
    using real_type = Real;
    struct state_type {
        Real rookies, experienced, customers, backlog;
    };

    Real sales, hiring, learning, attrition, rookie_share, per_head, churn, delay, reach;

    [[nodiscard]] state_type derivative(const Real&, const state_type& x) const
    {
        using std::exp, std::sqrt;
        const Real staff    = x.rookies + x.experienced;
        const Real capacity = per_head * (x.experienced + rookie_share * x.rookies);
        const Real load     = x.customers / capacity;
        const Real smooth   = 1 / sqrt(1 + load * load);
        const Real begun    = sales * (1 - exp(-staff / reach));
        const Real served   = x.backlog / delay * smooth;
        const Real wanted   = hiring * x.customers / (per_head * (1 + staff / reach));
        const Real grown    = x.rookies / learning;
        return {wanted - grown - attrition * x.rookies / (1 + x.rookies / reach),
                grown - attrition * x.experienced, served - churn * x.customers / smooth,
                begun - served};
    }
};

constexpr double horizon = 60;
constexpr int    outputs = 60;
constexpr int    firms   = 16;
using numbers            = std::array<double, 4>;
using path               = std::array<numbers, outputs>; // at months 1 to 60

std::vector<firm<double>> population()
{
    std::mt19937_64                        generator{1};
    std::uniform_real_distribution<double> about{0.7, 1.3};
    const firm<double>                     one{40, 0.15, 6, 0.01, 0.4, 8, 0.02, 0.5, 60};
    std::vector<firm<double>>              all;
    for (int i = 0; i < firms; ++i) {
        firm<double> f = one;
        for (double* p : {&f.sales, &f.hiring, &f.learning, &f.attrition, &f.rookie_share,
                          &f.per_head, &f.churn, &f.delay, &f.reach})
            *p *= about(generator);
        all.push_back(f);
    }
    return all;
}

const std::vector<firm<double>> all_firms = population();
constexpr numbers               start{2, 10, 60, 20};

enum class method { ours, ours_end, fehlberg, dopri5, dopri5_dense, cash_karp };

struct contender {
    method      how;
    const char* name;
};
constexpr std::array<contender, 6> contenders{{{method::ours_end, "orgscale_reach"},
                                               {method::ours, "orgscale_solve"},
                                               {method::fehlberg, "odeint_fehlberg78"},
                                               {method::dopri5, "odeint_dopri5_controlled"},
                                               {method::dopri5_dense, "odeint_dopri5_dense"},
                                               {method::cash_karp, "odeint_cash_karp"}}};

/// The right-hand side for odeint, from the same code.
auto right_hand_side(const firm<double>& model)
{
    return [&model](const numbers& x, numbers& dxdt, double t) {
        const auto d = model.derivative(t, {x[0], x[1], x[2], x[3]});
        dxdt         = {d.rookies, d.experienced, d.customers, d.backlog};
    };
}

numbers end_of(method how, const firm<double>& model, double tolerance)
{
    numbers x   = start;
    auto    rhs = right_hand_side(model);
    switch (how) {
    case method::ours: {
        const auto run =
            orgscale::solve(model, {x[0], x[1], x[2], x[3]},
                            {.to = horizon, .relative = tolerance, .absolute = tolerance});
        const auto e = run(horizon);
        return {e.rookies, e.experienced, e.customers, e.backlog};
    }
    case method::ours_end: {
        const auto e = orgscale::reach(model, {x[0], x[1], x[2], x[3]},
                                       {.to = horizon, .relative = tolerance, .absolute = tolerance})
                           .state;
        return {e.rookies, e.experienced, e.customers, e.backlog};
    }
    case method::fehlberg:
        odeint::integrate_adaptive(
            odeint::make_controlled(tolerance, tolerance, odeint::runge_kutta_fehlberg78<numbers>{}),
            rhs, x, 0.0, horizon, 0.5);
        return x;
    case method::cash_karp:
        odeint::integrate_adaptive(
            odeint::make_controlled(tolerance, tolerance,
                                    odeint::runge_kutta_cash_karp54<numbers>{}),
            rhs, x, 0.0, horizon, 0.1);
        return x;
    case method::dopri5:
        odeint::integrate_adaptive(
            odeint::make_controlled(tolerance, tolerance, odeint::runge_kutta_dopri5<numbers>{}),
            rhs, x, 0.0, horizon, 0.1);
        return x;
    case method::dopri5_dense: {
        auto stepper =
            odeint::make_dense_output(tolerance, tolerance, odeint::runge_kutta_dopri5<numbers>{});
        stepper.initialize(x, 0.0, 0.1);
        while (stepper.current_time() < horizon) stepper.do_step(rhs);
        stepper.calc_state(horizon, x);
        return x;
    }
    }
    return x;
}

void path_of(method how, const firm<double>& model, double tolerance, path& out)
{
    numbers x   = start;
    auto    rhs = right_hand_side(model);
    if (how == method::ours) {
        const auto run =
            orgscale::solve(model, {x[0], x[1], x[2], x[3]},
                            {.to = horizon, .relative = tolerance, .absolute = tolerance});
        auto at = run.cursor();
        for (int i = 0; i < outputs; ++i) {
            const auto s                     = at(horizon * (i + 1) / outputs);
            out[static_cast<std::size_t>(i)] = {s.rookies, s.experienced, s.customers, s.backlog};
        }
        return;
    }
    std::array<double, outputs + 1> times{};
    for (std::size_t i = 0; i <= outputs; ++i)
        times[i] = horizon * static_cast<double>(i) / outputs;
    std::size_t row  = 0;
    const auto  keep = [&](const numbers& state, double) {
        if (row > 0) out[row - 1] = state;
        ++row;
    };
    switch (how) {
    case method::fehlberg:
        odeint::integrate_times(odeint::make_controlled(tolerance, tolerance,
                                                        odeint::runge_kutta_fehlberg78<numbers>{}),
                                rhs, x, times.begin(), times.end(), 0.5, keep);
        break;
    case method::cash_karp:
        odeint::integrate_times(odeint::make_controlled(tolerance, tolerance,
                                                        odeint::runge_kutta_cash_karp54<numbers>{}),
                                rhs, x, times.begin(), times.end(), 0.1, keep);
        break;
    case method::dopri5:
        odeint::integrate_times(
            odeint::make_controlled(tolerance, tolerance, odeint::runge_kutta_dopri5<numbers>{}),
            rhs, x, times.begin(), times.end(), 0.1, keep);
        break;
    case method::dopri5_dense:
        odeint::integrate_times(
            odeint::make_dense_output(tolerance, tolerance, odeint::runge_kutta_dopri5<numbers>{}),
            rhs, x, times.begin(), times.end(), 0.1, keep);
        break;
    case method::ours:
    case method::ours_end: break;
    }
}

std::vector<path> reference()
{
    std::vector<path> all;
    for (const auto& f : all_firms) {
        const firm<long double> exact{f.sales,    f.hiring, f.learning, f.attrition, f.rookie_share,
                                      f.per_head, f.churn,  f.delay,    f.reach};
        const auto run = orgscale::solve(exact, {start[0], start[1], start[2], start[3]},
                                         {.to = horizon, .relative = 1e-15L, .absolute = 1e-15L});
        auto       at  = run.cursor();
        path       p{};
        for (int i = 0; i < outputs; ++i) {
            const auto s = at(static_cast<long double>(horizon) * (i + 1) / outputs);
            p[static_cast<std::size_t>(i)] = {
                static_cast<double>(s.rookies), static_cast<double>(s.experienced),
                static_cast<double>(s.customers), static_cast<double>(s.backlog)};
        }
        all.push_back(p);
    }
    return all;
}

const std::vector<path> truth = reference();

numbers peak_of(const path& p)
{
    numbers peak{};
    for (const auto& x : p)
        for (std::size_t n = 0; n < 4; ++n) peak[n] = std::max(peak[n], std::abs(x[n]));
    return peak;
}

double worst(const numbers& x, const numbers& exact, const numbers& peak)
{
    double error = 0;
    for (std::size_t n = 0; n < 4; ++n)
        error = std::max(error, std::abs(x[n] - exact[n]) / peak[n]);
    return error;
}

double end_error(method how, double tolerance)
{
    double error = 0;
    for (std::size_t i = 0; i < firms; ++i)
        error = std::max(
            error, worst(end_of(how, all_firms[i], tolerance), truth[i].back(), peak_of(truth[i])));
    return error;
}

double path_error(method how, double tolerance)
{
    double error = 0;
    path   p{};
    for (std::size_t i = 0; i < firms; ++i) {
        path_of(how, all_firms[i], tolerance, p);
        const auto peak = peak_of(truth[i]);
        for (std::size_t row = 0; row < outputs; ++row)
            error = std::max(error, worst(p[row], truth[i][row], peak));
    }
    return error;
}

/// The loosest tolerance, in steps of a fifteenth of a decade, such that it and all tighter ones meet the
/// error goal.
template <class Error>
double loosest(const Error& error_at, double wanted)
{
    double found = 1e-14;
    for (int i = 15 * 14; i >= 15 * 2; --i) {
        const double tolerance = std::pow(10.0, -i / 15.0);
        if (error_at(tolerance) > wanted) break;
        found = tolerance;
    }
    return found;
}

void end_point(benchmark::State& state, method how, double wanted)
{
    const double tolerance = loosest([&](double t) { return end_error(how, t); }, wanted);
    std::size_t  i         = 0;
    for (auto _ : state) {
        auto x = end_of(how, all_firms[i], tolerance);
        benchmark::DoNotOptimize(x);
        i = (i + 1) % firms;
    }
    state.counters["tolerance"] = tolerance;
    state.counters["error"]     = end_error(how, tolerance);
}

void sixty_outputs(benchmark::State& state, method how, double wanted)
{
    const double tolerance = loosest([&](double t) { return path_error(how, t); }, wanted);
    std::size_t  i         = 0;
    path         p{};
    for (auto _ : state) {
        path_of(how, all_firms[i], tolerance, p);
        benchmark::DoNotOptimize(p);
        i = (i + 1) % firms;
    }
    state.counters["tolerance"] = tolerance;
    state.counters["error"]     = path_error(how, tolerance);
}

/// The same run with events: one condition that is never met, four that are never met, one met twice.
void events(benchmark::State& state, int watched)
{
    const auto  never = orgscale::when([](double, const auto& x) { return x.customers + 1; });
    const auto  met   = orgscale::when([](double, const auto& x) { return x.customers - 100; });
    std::size_t i     = 0;
    std::size_t seen  = 0;
    for (auto _ : state) {
        const auto&                           f = all_firms[i];
        const firm<double>::state_type        x{start[0], start[1], start[2], start[3]};
        const orgscale::solve_options<double> options{.to = horizon};
        auto                                  run = watched == 0 ? orgscale::solve(f, x, options)
                                                    : watched == 1 ? orgscale::solve(f, x, options, never)
                                                    : watched == 4 ? orgscale::solve(f, x, options, never, never, never, never)
                                                                   : orgscale::solve(f, x, options, met);
        seen += run.events().size();
        benchmark::DoNotOptimize(run);
        i = (i + 1) % firms;
    }
    state.counters["events_per_run"] = static_cast<double>(seen) /
                                       static_cast<double>(state.iterations());
}

/// A law with a closed form, exact and in steps.
void bass_exact(benchmark::State& state)
{
    const orgscale::bass<> law{.innovation = 0.03, .imitation = 0.38, .potential = 1000};
    double                 from = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(from);
        double reached = orgscale::solve(law, from, {.to = 15})(15);
        benchmark::DoNotOptimize(reached);
    }
    state.counters["error"] = 0;
}

struct bass_in_steps {
    using real_type = double;
    orgscale::bass<>     law;
    [[nodiscard]] double rate(double x) const { return law.rate(x); }
};

void bass_stepped(benchmark::State& state)
{
    const orgscale::bass<> law{.innovation = 0.03, .imitation = 0.38, .potential = 1000};
    const bass_in_steps    stepped{law};
    double                 from    = 0;
    double                 reached = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(from);
        reached = orgscale::solve(stepped, from, {.to = 15, .relative = 1e-9})(15);
        benchmark::DoNotOptimize(reached);
    }
    state.counters["error"] = std::abs(reached / law.at(15) - 1);
}

} // namespace

int main(int argc, char** argv)
{
    if (!(path_error(method::fehlberg, 1e-13) < 1e-11)) {
        std::fputs("the reference and Fehlberg 7(8) at 1e-13 do not agree\n", stderr);
        return EXIT_FAILURE;
    }
    for (const double wanted : {1e-6, 1e-9})
        for (const auto& [how, name] : contenders) {
            const std::string error = wanted > 1e-8 ? "1e-6/" : "1e-9/";
            benchmark::RegisterBenchmark(("end/" + error + name).c_str(), end_point, how, wanted);
            if (how != method::ours_end)
                benchmark::RegisterBenchmark(("sixty/" + error + name).c_str(), sixty_outputs, how,
                                             wanted);
        }
    for (const int watched : {0, 1, 4, 2})
        benchmark::RegisterBenchmark(watched == 2 ? "events/one_met"
                                                  : ("events/" + std::to_string(watched)).c_str(),
                                     events, watched);
    benchmark::RegisterBenchmark("bass/closed_form", bass_exact);
    benchmark::RegisterBenchmark("bass/in_steps", bass_stepped);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
