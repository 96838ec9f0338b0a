// The cost of a fit, one by one and of many series: Bass's interval sales of 15 periods, and the universal scalability
// law with its scale at 11 loads, both with noise. The error is the largest relative distance of a parameter from that
// of a fit from other starts. With GSL, where it is installed, given exact derivatives.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#ifdef __unix__
#include <sys/resource.h>
#endif

#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/fit/calibrate.hpp>
#include <orgscale/fit/calibrate_all.hpp>
#include <orgscale/fit/identify.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/scaled.hpp>

#if __has_include(<gsl/gsl_multifit_nlinear.h>) && defined(ORGSCALE_BENCH_GSL)
#include <gsl/gsl_blas.h>
#include <gsl/gsl_multifit_nlinear.h>
#define ORGSCALE_HAS_GSL
#endif

namespace {

using namespace orgscale;

constexpr std::size_t many = 1024; ///< different noises, one after another

/// Noise that is the same on every machine: a sum of twelve uniform numbers.
struct noise_source {
    std::uint64_t state;

    double uniform()
    {
        state = state * 6364136223846793005u + 1442695040888963407u;
        return static_cast<double>(state >> 11) * 0x1p-53;
    }
    double normal()
    {
        double sum = -6;
        for (int k = 0; k < 12; ++k) sum += uniform();
        return sum;
    }
};

struct record {
    std::vector<double> at;
    std::vector<double> values;
};

const bass<> diffusion{.innovation = 0.01, .imitation = 0.4, .potential = 100};

/// Many records at these places, with noise: value_at(place, z), z normal.
template <class ValueAt>
std::vector<record> recorded(const std::vector<double>& places, const ValueAt& value_at)
{
    std::vector<record> all(many);
    for (std::size_t i = 0; i < many; ++i) {
        noise_source noise{i + 1};
        all[i].at = places;
        for (const double place : places) all[i].values.push_back(value_at(place, noise.normal()));
    }
    return all;
}

std::vector<record> diffusions()
{
    std::vector<double> years;
    for (int year = 1; year <= 15; ++year) years.push_back(year);
    return recorded(years, [](double year, double z) {
        return diffusion.sales_by_interval(year - 1, year) + 0.05 * diffusion.peak_rate() * z;
    });
}

const scaled<universal_scalability> server{.scale = 20,
                                           .law   = {.contention = 0.05, .coherency = 2e-4}};

std::vector<record> servers()
{
    return recorded({1, 4, 8, 12, 16, 20, 24, 28, 32, 48, 64},
                    [](double load, double z) { return server.output(load) * (1 + 0.02 * z); });
}

const std::vector<estimated_parameter> of_bass{estimate("innovation"), estimate("imitation"),
                                               estimate("potential")};
const std::vector<estimated_parameter> of_server{estimate("scale"), estimate("contention"),
                                                 estimate("coherency")};

const bass<> bass_start{.innovation = 0.02, .imitation = 0.3, .potential = 120};
const scaled<universal_scalability> server_start{.scale = 15,
                                                 .law   = {.contention = 0.1, .coherency = 1e-3}};

template <class Fit>
double distance(const Fit& one, const Fit& best)
{
    double most = 0;
    for (std::size_t k = 0; k < best.estimates.size(); ++k)
        most = std::max(most, std::abs(one.estimates[k].value / best.estimates[k].value - 1));
    return most;
}

/// Fits record after record; fit_of(start, i, starts). The error is the distance to fits from other starts, `truth`.
template <class Law, class FitOf>
void one_by_one(benchmark::State& state, const Law& start, const Law& truth, const FitOf& fit_of)
{
    std::size_t i = 0;
    for (auto _ : state) {
        auto fit = fit_of(start, i++ % many, static_cast<std::size_t>(state.range(0)));
        benchmark::DoNotOptimize(fit);
    }
    double error = 0;
    for (std::size_t k = 0; k < 32; ++k)
        error = std::max(error, distance(fit_of(start, k, 1), fit_of(truth, k, 2)));
    state.counters["error"] = error;
}

void bass_one_by_one(benchmark::State& state)
{
    one_by_one(state, bass_start, diffusion,
               [data = diffusions()](const auto& start, std::size_t i, std::size_t starts) {
                   return calibrate(start, observe(per_interval(), data[i].at, data[i].values),
                                    of_bass, {.starts = starts});
               });
}
BENCHMARK(bass_one_by_one)->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond);

void scalability_one_by_one(benchmark::State& state)
{
    one_by_one(state, server_start, server,
               [data = servers()](const auto& start, std::size_t i, std::size_t starts) {
                   return calibrate(start, observe(data[i].at, data[i].values), of_server,
                                    {.starts = starts});
               });
}
BENCHMARK(scalability_one_by_one)->Arg(1)->Arg(2)->Unit(benchmark::kMicrosecond);

/// Many Bass series in one call, on one thread or more; time per series.
void bass_many(benchmark::State& state)
{
    const auto              data  = diffusions();
    constexpr std::uint64_t count = 4 * many;
    double                  kept  = 0;
    for (auto _ : state) {
        const auto found = calibrate_all(
            bass_start, count,
            [&](std::uint64_t i) {
                return observe(per_interval(), data[i % many].at, data[i % many].values);
            },
            of_bass, {.starts = 1}, on_threads{static_cast<std::size_t>(state.range(0))});
        kept = static_cast<double>(found.count(fit_verdict::converged)) /
               static_cast<double>(count);
        benchmark::DoNotOptimize(found);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
    state.counters["converged"] = kept;
}
BENCHMARK(bass_many)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

/// A census: a million Bass series, each made when its turn comes; the most memory that the process has held.
void bass_million(benchmark::State& state)
{
    constexpr std::uint64_t count = 1'000'000;
    std::vector<double>     years;
    for (int year = 1; year <= 15; ++year) years.push_back(year);
    double converged = 0;
    for (auto _ : state) {
        const auto found = calibrate_all(
            bass_start, count,
            [&](std::uint64_t i) {
                noise_source        noise{i + 1};
                std::vector<double> sales;
                sales.reserve(years.size());
                for (const double year : years)
                    sales.push_back(diffusion.sales_by_interval(year - 1, year) +
                                    0.05 * diffusion.peak_rate() * noise.normal());
                return observe(per_interval(), years, sales);
            },
            of_bass, {}, on_threads{static_cast<std::size_t>(state.range(0))});
        converged = static_cast<double>(found.count(fit_verdict::converged)) /
                    static_cast<double>(count);
    }
    state.counters["converged"] = converged;
#ifdef __unix__
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    state.counters["MiB"] = static_cast<double>(used.ru_maxrss) / 1024;
#endif
}
BENCHMARK(bass_million)->Arg(1)->Arg(2)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

/// Thirty rows: verdict, probabilities, residuals' bootstrap and back-tests.
void identify_thirty_rows(benchmark::State& state)
{
    noise_source        noise{7};
    std::vector<double> years, users;
    for (int year = 0; year < 30; ++year) {
        years.push_back(year);
        users.push_back(1000 / (1 + 40 * std::exp(-0.3 * year)) * std::exp(0.03 * noise.normal()));
    }
    for (auto _ : state) {
        auto found = identify(years, users);
        benchmark::DoNotOptimize(found);
    }
}
BENCHMARK(identify_thirty_rows)->Unit(benchmark::kMillisecond);

#ifdef ORGSCALE_HAS_GSL

// m (F(t) - F(t-1)) and its derivatives, written out.
void bass_row(const gsl_vector* x, double t, double& f, double (&slope)[3])
{
    const double p = gsl_vector_get(x, 0), q = gsl_vector_get(x, 1), m = gsl_vector_get(x, 2);
    double       share[2], by_p[2], by_q[2];
    for (int k = 0; k < 2; ++k) {
        const double at = t - k, e = std::exp(-(p + q) * at), d = 1 + q / p * e;
        share[k] = (1 - e) / d;
        by_p[k]  = at * e / d + share[k] * (at * q / p * e + q / (p * p) * e) / d;
        by_q[k]  = at * e / d + share[k] * (at * q / p * e - e / p) / d;
    }
    f        = m * (share[0] - share[1]);
    slope[0] = m * (by_p[0] - by_p[1]);
    slope[1] = m * (by_q[0] - by_q[1]);
    slope[2] = share[0] - share[1];
}

// γ k/D, D = 1 + (k-1)(σ + ξ k), and its derivatives.
void scalability_row(const gsl_vector* x, double k, double& f, double (&slope)[3])
{
    const double scale = gsl_vector_get(x, 0), contention = gsl_vector_get(x, 1),
                 coherency = gsl_vector_get(x, 2);
    const double once      = 1 / (1 + (k - 1) * (contention + coherency * k));
    f                      = scale * k * once;
    slope[0]               = k * once;
    slope[1]               = -f * (k - 1) * once;
    slope[2]               = slope[1] * k;
}

using row_of_law = void (*)(const gsl_vector*, double, double&, double (&)[3]);

template <row_of_law Row>
int residuals_for_gsl(const gsl_vector* x, void* of, gsl_vector* f)
{
    const record& data = *static_cast<const record*>(of);
    for (std::size_t i = 0; i < data.at.size(); ++i) {
        double value, slope[3];
        Row(x, data.at[i], value, slope);
        gsl_vector_set(f, i, value - data.values[i]);
    }
    return GSL_SUCCESS;
}

template <row_of_law Row>
int derivatives_for_gsl(const gsl_vector* x, void* of, gsl_matrix* j)
{
    const record& data = *static_cast<const record*>(of);
    for (std::size_t i = 0; i < data.at.size(); ++i) {
        double value, slope[3];
        Row(x, data.at[i], value, slope);
        for (std::size_t k = 0; k < 3; ++k) gsl_matrix_set(j, i, k, slope[k]);
    }
    return GSL_SUCCESS;
}

/// Record after record by GSL's default method, down to its steps' rounding; best_of(record): the estimates to compare
/// with.
template <row_of_law Row, class BestOf>
void by_gsl(benchmark::State& state, std::vector<record> data, const double (&from)[3],
            const BestOf& best_of)
{
    auto  options = gsl_multifit_nlinear_default_parameters();
    auto* work =
        gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &options, data[0].at.size(), 3);
    const auto fit = [&](std::size_t i, double(&found)[3]) {
        gsl_multifit_nlinear_fdf f{};
        f.f = residuals_for_gsl<Row>, f.df = derivatives_for_gsl<Row>, f.n = data[i].at.size();
        f.p = 3, f.params = &data[i];
        double     start[3] = {from[0], from[1], from[2]};
        const auto view     = gsl_vector_view_array(start, 3);
        gsl_multifit_nlinear_init(&view.vector, &f, work);
        int info = 0;
        gsl_multifit_nlinear_driver(100, 1e-14, 1e-14, 0, nullptr, nullptr, &info, work);
        for (std::size_t k = 0; k < 3; ++k) found[k] = gsl_vector_get(work->x, k);
    };
    std::size_t i = 0;
    for (auto _ : state) {
        double found[3];
        fit(i++ % many, found);
        benchmark::DoNotOptimize(found);
    }
    double error = 0;
    for (std::size_t k = 0; k < 32; ++k) {
        const auto best = best_of(data[k]);
        double     found[3];
        fit(k, found);
        for (std::size_t j = 0; j < 3; ++j)
            error = std::max(error, std::abs(found[j] / best.estimates[j].value - 1));
    }
    state.counters["error"] = error;
    gsl_multifit_nlinear_free(work);
}

void bass_by_gsl(benchmark::State& state)
{
    by_gsl<bass_row>(state, diffusions(),
                     {bass_start.innovation, bass_start.imitation, bass_start.potential},
                     [](const record& one) {
                         return calibrate(bass_start, observe(per_interval(), one.at, one.values),
                                          of_bass, {.starts = 32});
                     });
}
BENCHMARK(bass_by_gsl)->Unit(benchmark::kMicrosecond);

void scalability_by_gsl(benchmark::State& state)
{
    by_gsl<scalability_row>(
        state, servers(),
        {server_start.scale, server_start.law.contention, server_start.law.coherency},
        [](const record& one) { return calibrate(server, observe(one.at, one.values), of_server); });
}
BENCHMARK(scalability_by_gsl)->Unit(benchmark::kMicrosecond);

#endif

} // namespace

BENCHMARK_MAIN();
