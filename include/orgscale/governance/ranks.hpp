#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstdint>
#include <source_location>
#include <span>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// How the ranks of a pyramid become whole people: its lowest rank, from which those above it are
/// divided, and each rank above.
template <class Rounding>
concept rank_rounding = requires(const Rounding& rounding, double people) {
    { rounding.lowest(people) } -> std::same_as<double>;
    { rounding.above(people) } -> std::same_as<double>;
};

/// The lowest rank to the nearest, all above it down: no manager without all reports.
struct ranks_down {
    [[nodiscard]] static double lowest(double people) { return std::round(people); }
    [[nodiscard]] static double above(double people) { return std::floor(people); }
};

/// Each rank to the nearest; half a person is none, so that nobody stands above the head of a full tree.
struct ranks_nearest {
    [[nodiscard]] static double lowest(double people) { return people; }
    [[nodiscard]] static double above(double people) { return std::ceil(people - 0.5); }
};

/// The lowest rank up, all above it down.
struct ranks_from_above {
    [[nodiscard]] static double lowest(double people) { return std::ceil(people); }
    [[nodiscard]] static double above(double people) { return std::floor(people); }
};

static_assert(rank_rounding<ranks_down> && rank_rounding<ranks_nearest> &&
              rank_rounding<ranks_from_above>);

/// The whole people on each rank of a pyramid of any size, the lowest first, with spans that may differ
/// from rank to rank: those on rank h >= 2 lead spans(h) each on the rank below, as a e^(b h) in [1].
///
///     ranks(10'000, [](int rank) { return 3 * std::exp(0.1 * rank); })
///
/// Of as many levels as a pyramid under one head can have with these people it takes the size of the
/// lowest rank. Those above are that divided by the spans, rounded, until none is left. If they are not
/// all together as many as there are people, the lowest rank takes the difference, or, where it would
/// be less than the next, people leave from the top. So they sum to the people, no rank is larger than
/// the one below it, and none is empty. The roundings are those of published programs [1].
///
/// For up to 2^53 people and spans above 1. Not for who leads whom: managers of one rank may have one
/// report more or less.
///
/// [1] Fix, B. (2018). Hierarchy and the power-law income distribution tail. Journal of Computational
///     Social Science 1, 471-491. doi:10.1007/s42001-018-0019-8
template <std::invocable<int> Spans, rank_rounding Rounding = ranks_down>
[[nodiscard]] std::vector<std::int64_t> ranks(
    std::int64_t people, const Spans& spans, const Rounding& rounding = {},
    std::source_location where = std::source_location::current())
{
    constexpr int most_ranks = 1'000'000;
    const auto    everybody  = static_cast<double>(people);
    if (people < 1 || people > (std::int64_t{1} << 53))
        refuse(parameter_error{"people must be from 1 to 2^53", everybody, where});
    const auto span = [&](int rank) {
        const double reports = spans(rank);
        if (!above_one<double>::rule_type::holds(reports))
            refuse(parameter_error{"spans must be greater than 1 and finite", reports, where});
        return reports;
    };

    // The largest full tree that these people fill. Whole spans make whole numbers here, so that a
    // perfect pyramid is met exactly.
    double tree    = 1;
    double workers = 1;
    for (int rank = 2;; ++rank) {
        const double reports = span(rank);
        if (tree * reports + 1 > everybody) break;
        if (rank > most_ranks)
            refuse(parameter_error{"spans must not make more than a million ranks", reports, where});
        tree = tree * reports + 1;
        workers *= reports;
    }

    const double              lowest = rounding.lowest(workers * (everybody / tree));
    std::vector<std::int64_t> sizes{std::max(std::llround(lowest), 1LL)};
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
        const std::int64_t of_top = std::min(leave, sizes.back());
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

/// Fix's hierarchical power, 1 + subordinates, of each rank: all below it over its own, on average. The
/// head of a firm has that of everybody.
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

} // namespace orgscale
