#include <cmath>
#include <cstddef>

#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/on_threads.hpp>

#include "study/late_bar.hpp"
#include "study/samples.hpp"

namespace program {

namespace {

/// So many times that whole months or years are among them.
std::size_t outputs_over(double horizon)
{
    constexpr double enough = 120;
    return 1 + static_cast<std::size_t>(horizon < enough
                                            ? std::ceil(enough / horizon) * std::ceil(horizon)
                                            : std::min(std::ceil(horizon), 1000.0));
}

} // namespace

fans fans_of(const samples& asked)
{
    const auto bands = orgscale::ensemble(asked.drawn,
                                          asked.drawn.model().opening(asked.now, asked.cash),
                                          {.members = asked.members,
                                           .seed    = asked.seed,
                                           .to      = asked.horizon,
                                           .outputs = outputs_over(asked.horizon)},
                                          orgscale::on_threads{}, late_bar{"runs"});
    fans       found{.members   = bands.members(),
                     .failed    = bands.failed().count(),
                     .failure   = {},
                     .times     = bands.times(),
                     .people    = {},
                     .customers = {}};
    if (found.failed > 0) found.failure = bands.failed().first().front().reason;

    const auto p10 = bands.line(0.1), p25 = bands.line(0.25), p50 = bands.line(0.5),
               p75 = bands.line(0.75), p90 = bands.line(0.9); // empty if all have failed
    for (std::size_t i = 0; i < p50.size(); ++i) {
        const auto &a = p10[i].state, &b = p25[i].state, &c = p50[i].state, &d = p75[i].state,
                   &e = p90[i].state;
        found.people.push_back({a.people, b.people, c.people, d.people, e.people});
        found.customers.push_back({a.customers, b.customers, c.customers, d.customers, e.customers});
    }
    return found;
}

} // namespace program
