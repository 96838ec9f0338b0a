#include "study/samples.hpp"

#include <chrono>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/on_threads.hpp>

#include "study/late_bar.hpp"
#include "study/run_to_end.hpp"

namespace program {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// Evenly spread, with whole months or years among them.
std::vector<double> times_until(double horizon)
{
    constexpr double    enough = 120;
    const double        parts  = horizon < enough ? std::ceil(enough / horizon) * std::ceil(horizon)
                                                  : std::min(std::ceil(horizon), 1000.0);
    std::vector<double> times;
    for (double i = 0; i < parts; ++i) times.push_back(horizon * i / parts);
    times.push_back(horizon);
    return times;
}

/// What is read from the runs: people at each time, customers at each time, when there is a wall, when the money runs
/// out, and whether the target is reached in time.
class readings {
public:
    explicit readings(const samples& asked)
        : asked_{asked}, times_{times_until(asked.horizon)},
          points_{orgscale::draws::low_discrepancy, asked.seed, asked.drawn.dimension()}
    {}

    [[nodiscard]] const std::vector<double>& times() const { return times_; }

    [[nodiscard]] std::size_t people(std::size_t i) const { return i; }
    [[nodiscard]] std::size_t customers(std::size_t i) const { return times_.size() + i; }
    [[nodiscard]] std::size_t wall() const { return 2 * times_.size(); }
    [[nodiscard]] std::size_t gone() const { return wall() + 1; }
    [[nodiscard]] std::size_t in_time() const { return gone() + 1; } ///< 1 with the target, else 0
    [[nodiscard]] std::size_t count() const { return in_time() + 1; }

    /// Draws a member and adds what is read from its run.
    void add(orgscale::ensemble_part& to, std::uint64_t member) const
    {
        try {
            std::vector<double> point(points_.dimension()), values(points_.dimension());
            points_.point(member, point);
            asked_.drawn.values(point, values);
            add_run(to, member, asked_.drawn.with_values(values));
        } catch (const orgscale::parameter_error& error) {
            const std::string of = error.parameter();
            to.failed.add(member, (of.empty() ? "" : of + " ") + error.rule());
        }
    }

private:
    void add_run(orgscale::ensemble_part& to, std::uint64_t member,
                 const organisation_model& model) const
    {
        const auto  made = run_to_end(model, asked_.now, asked_.run_by, asked_.horizon);
        const auto& run  = made.run;
        if (!run.complete()) return to.failed.add(member, orgscale::describe(run.reason()));
        auto at = run.cursor();
        for (std::size_t i = 0; i < times_.size(); ++i) {
            const bool there = !made.stopped || times_[i] < made.gone->time;
            const auto x     = at(there ? times_[i] : run.to());
            to.sketches[people(i)].add(there ? x.people : 0);
            to.sketches[customers(i)].add(there ? x.customers : 0);
        }
        to.sketches[gone()].add(made.gone ? made.gone->time : never);
        if (const auto& aim = asked_.aim) {
            const auto met = first_with(run, aim->people.value_or(0), aim->customers.value_or(0));
            to.sketches[in_time()].add(met && *met <= aim->by ? 1 : 0);
        }
        if (made.stopped) return to.sketches[wall()].add(never);
        const auto found = orgscale::scaling_wall(model, run);
        to.sketches[wall()].add(found ? found->time : never);
    }

    const samples&          asked_;
    std::vector<double>     times_;
    orgscale::draw_sequence points_;
};

std::optional<quantiles> of_finite(const orgscale::quantile_sketch& dates)
{
    const auto at = [&](double q) { return dates.quantile_of_finite(q).value_or(0); };
    if (!dates.quantile_of_finite(0.5)) return std::nullopt;
    return quantiles{at(0.1), at(0.25), at(0.5), at(0.75), at(0.9)};
}

/// Counting a date that never comes as the latest.
std::optional<double> of_all(const orgscale::quantile_sketch& dates, double q)
{
    const auto at = dates.quantile(q);
    return at && *at < never ? at : std::nullopt;
}

double share_without(const orgscale::quantile_sketch& dates)
{
    const auto all = static_cast<double>(dates.count());
    return all > 0 ? static_cast<double>(dates.never()) / all : 0;
}

} // namespace

prospects prospects_of(const samples& asked)
{
    constexpr std::uint64_t block = 32; // members
    const readings          read{asked};
    orgscale::ensemble_part all{read.count()};
    late_bar                bar{"runs"};
    const auto              begun = std::chrono::steady_clock::now();
    const auto until = [&](std::uint64_t blocks) { return std::min(blocks * block, asked.members); };
    orgscale::on_threads{}(
        0, (asked.members + block - 1) / block, all,
        [&](orgscale::ensemble_part& mine, std::uint64_t one) {
            for (auto i = until(one); i < until(one + 1); ++i) read.add(mine, i);
        },
        [&](std::uint64_t done) {
            const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begun;
            bar({.done = until(done), .members = asked.members, .seconds = since.count()});
            return true;
        });

    const auto &walls = all.sketches[read.wall()], &ends = all.sketches[read.gone()];
    prospects   found{.members       = asked.members,
                      .failed        = all.failed.count(),
                      .failure       = {},
                      .times         = read.times(),
                      .people        = {},
                      .customers     = {},
                      .share_never   = share_without(walls),
                      .wall          = of_finite(walls),
                      .wall_p10      = of_all(walls, 0.1),
                      .wall_p50      = of_all(walls, 0.5),
                      .wall_p90      = of_all(walls, 0.9),
                      .share_gone    = ends.count() > 0 ? 1 - share_without(ends) : 0,
                      .gone          = of_finite(ends),
                      .share_in_time = {}};
    if (const auto late = all.sketches[read.in_time()].share_up_to(0))
        found.share_in_time = 1 - *late;
    if (found.failed > 0) found.failure = all.failed.first().front().reason;
    if (found.failed == found.members) return found;
    for (std::size_t i = 0; i < found.times.size(); ++i) {
        found.people.push_back(*of_finite(all.sketches[read.people(i)]));
        found.customers.push_back(*of_finite(all.sketches[read.customers(i)]));
    }
    return found;
}

} // namespace program
