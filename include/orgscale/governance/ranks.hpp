#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <source_location>
#include <span>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// How the ranks of a pyramid are rounded to whole people: its lowest rank, from which the higher ones
/// follow by division, and each rank above.
template <class Rounding>
concept rank_rounding = requires(const Rounding& rounding, double people) {
    { rounding.lowest(people) } -> std::same_as<double>;
    { rounding.above(people) } -> std::same_as<double>;
};

/// The lowest rank to nearest, all others down: every manager has all reports. The rounding of
/// the hmod program that came with [1], in its repository as it stands.
struct ranks_down {
    [[nodiscard]] static double lowest(double people) { return std::round(people); }
    [[nodiscard]] static double above(double people) { return std::floor(people); }
};

/// Each rank to nearest, halves down, so that nobody is above the head of a full tree. That of
/// the sizes printed in that program's documentation.
struct ranks_nearest {
    [[nodiscard]] static double lowest(double people) { return people; }
    [[nodiscard]] static double above(double people) { return std::ceil(people - 0.5); }
};

/// The lowest rank up, all others down. That of an earlier version of that program.
struct ranks_from_above {
    [[nodiscard]] static double lowest(double people) { return std::ceil(people); }
    [[nodiscard]] static double above(double people) { return std::floor(people); }
};

static_assert(rank_rounding<ranks_down> && rank_rounding<ranks_nearest> &&
              rank_rounding<ranks_from_above>);

/// The whole people on each rank of a pyramid of any size, lowest rank first. Spans may differ from rank
/// to rank: each person on rank h >= 2 leads spans(h) people on the rank below, as a e^(b h) in [1].
///
///     ranks(10'000, [](int rank) { return 3 * std::exp(0.1 * rank); })
///
/// The lowest rank is sized as in the tallest pyramid under one head that the people fill; each rank
/// above is that divided by the spans and rounded, until a rank would be empty. If the sum differs from
/// the number of people, the lowest rank absorbs the difference or, if it would become smaller than the
/// next, people are removed from the top. So the ranks sum to the people, none is larger than the one
/// below it, and none is empty. The roundings are those published with [1].
///
/// For 1 to 2^53 people and spans above 1; refuses others. Not for who leads whom: managers on one rank
/// may have one report more or less.
///
/// [1] Fix, B. (2018). Hierarchy and the power-law income distribution tail. Journal of Computational
///     Social Science 1, 471-491. doi:10.1007/s42001-018-0019-8
template <std::invocable<int> Spans, rank_rounding Rounding = ranks_down>
[[nodiscard]] std::vector<std::int64_t> ranks(
    std::int64_t people, const Spans& spans, const Rounding& rounding = {},
    std::source_location where = std::source_location::current())
{
    constexpr int max_ranks = 1'000'000;
    const auto    everybody = static_cast<double>(people);
    if (people < 1 || people > (std::int64_t{1} << 53))
        refuse(parameter_error{"people must be from 1 to 2^53", everybody, where});
    const auto span = [&](int rank) {
        const double reports = spans(rank);
        if (!above_one<double>::rule_type::holds(reports))
            refuse(parameter_error{"spans must be greater than 1 and finite", reports, where});
        return reports;
    };

    // The largest full tree that these people fill. With whole spans these are whole numbers, so a
    // perfect pyramid is reproduced exactly.
    double tree    = 1;
    double workers = 1;
    for (int rank = 2;; ++rank) {
        const double reports = span(rank);
        if (tree * reports + 1 > everybody) break;
        if (rank > max_ranks)
            refuse(parameter_error{"spans must not make more than a million ranks", reports, where});
        tree = tree * reports + 1;
        workers *= reports;
    }

    const double              lowest = rounding.lowest(workers * (everybody / tree));
    std::vector<std::int64_t> sizes{(std::max)(std::llround(lowest), 1LL)};
    std::int64_t              placed  = sizes[0];
    double                    divided = 1;
    for (int rank = 2; placed < people + sizes[0]; ++rank) {
        divided *= span(rank);
        const double size = rounding.above(lowest / divided);
        if (size < 1) break;
        sizes.push_back(static_cast<std::int64_t>(size));
        placed += sizes.back();
    }

    const std::int64_t too_many = placed - people;
    if (const auto left = sizes[0] - too_many; left >= (sizes.size() > 1 ? sizes[1] : 1)) {
        sizes[0] = left;
        return sizes;
    }
    for (std::int64_t leave = too_many; leave > 0;) {
        const std::int64_t of_top = (std::min)(leave, sizes.back());
        leave -= of_top;
        sizes.back() -= of_top;
        if (sizes.back() == 0) sizes.pop_back();
    }
    return sizes;
}

/// The same with one span for all: `ranks(10'000, 4)` is 7503, 1875, 468, 117, 29, 7, 1.
template <rank_rounding Rounding = ranks_down>
[[nodiscard]] std::vector<std::int64_t> ranks(
    std::int64_t people, above_one<double> span_of_control, const Rounding& rounding = {},
    std::source_location where = std::source_location::current())
{
    const double span = span_of_control;
    return ranks(people, [span](int) { return span; }, rounding, where);
}

/// Fix's hierarchical power of each rank, 1 + subordinates on average: the people up to the rank over
/// those on it. For the head, the number of people.
[[nodiscard]] inline std::vector<double> hierarchical_power(std::span<const std::int64_t> ranks)
{
    std::vector<double> power;
    std::int64_t        up_to = 0;
    for (const auto own : ranks) {
        up_to += own;
        power.push_back(static_cast<double>(up_to) / static_cast<double>(own));
    }
    return power;
}

/// The same of ranks that are listed: `hierarchical_power({81, 16, 3})`.
[[nodiscard]] inline std::vector<double> hierarchical_power(std::initializer_list<std::int64_t> ranks)
{
    return hierarchical_power(std::span<const std::int64_t>(ranks.begin(), ranks.size()));
}

} // namespace orgscale
