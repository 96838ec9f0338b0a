#pragma once

#include <orgscale/support/community_answering.hpp>

#include "../accuracy_table.hpp"

inline void accuracy_of_community_answering(accuracy_table& table)
{
    using orgscale::community_answering;
    const auto forum = []<class R>(const std::array<R, 3>& x) {
        return community_answering<R>{.answering_rate = x[0], .window = x[1]};
    };
    const auto forums = [](random_numbers& draw) {
        return std::array{draw.magnitude(1e-12, 1e3), draw.magnitude(1e-3, 1e6),
                          draw.magnitude(1e-3, 1e9)};
    };
    const std::string any = "any rate and window, up to 1e9 volunteers";
    table.add<3>("community_answering::race", any, 4,
                 [&]<class R>(const std::array<R, 3>& x) { return forum(x).race(x[2]); }, forums,
                 {{0, 1, 1e9}, {0.5, 1, 0}, {1e-300, 1, 1}, {1e300, 1, 1}});
    table.add<3>(
        "community_answering::answered", any, 4,
        [&]<class R>(const std::array<R, 3>& x) { return forum(x).answered(x[2], R(0.75)); },
        forums, {{0, 1, 1e9}, {0.5, 1, 0}, {1e300, 1, 1}});
    // e^-x amplifies the two roundings of x by x, at most ln 4: below 1/4 capacity is the limit.
    table.add<3>(
        "community_answering::unanswered", any, 6,
        [&]<class R>(const std::array<R, 3>& x) { return forum(x).unanswered(x[2], R(0.75)); },
        forums, {{0, 1, 1e9}, {0.5, 1, 0}, {1e300, 1, 1}});
    table.add<3>(
        "community_answering::median_first_answer", any, 4,
        [&]<class R>(const std::array<R, 3>& x) { return forum(x).median_first_answer(x[2]); },
        forums, {{0.5, 1, 0}, {1e-300, 1, 1e300}});
    table.add<3>(
        "community_answering::of_share, the rate", "shares to 1 - 1e-15", 4,
        []<class R>(const std::array<R, 3>& x) {
            return R{community_answering<R>::of_share(x[0], x[1], x[2]).answering_rate};
        },
        [](random_numbers& draw) {
            const double off = draw.magnitude(1e-15, 1);
            return std::array{draw.magnitude(1, 1e9), draw.one_in(2) ? off / 2 : 1 - off,
                              draw.magnitude(1e-3, 1e6)};
        },
        {{200, 0.71, 72}, {200, 0, 72}});
    table.add<2>(
        "community_answering::of_median, the rate", "any median", 4,
        []<class R>(const std::array<R, 2>& x) {
            return R{community_answering<R>::of_median(x[0], x[1], R(24)).answering_rate};
        },
        [](random_numbers& draw) {
            return std::array{draw.magnitude(1, 1e9), draw.magnitude(1e-6, 1e6)};
        },
        {{3e5, 0.18}});
}
