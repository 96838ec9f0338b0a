// Every model under every policy, with every solver, in every number type: errors in multiples of what is
// claimed for the number type. Prints the whole matrix; fails if an error exceeds its claim.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "claims.hpp"
#include "judge.hpp"
#include "numbers.hpp"
#include "parts.hpp"
#include "records.hpp"

namespace {

/// All results in one number type.
struct answers_in {
    const char*                 name;
    double                      tolerance, rounding;
    bool                        ordered; ///< false for lanes
    bool                        plain_double;
    std::vector<records_of_row> rows;
};

/// The results of all parts, one after another.
template <class Answer, class Of>
[[nodiscard]] std::vector<Answer> of_all_parts(const Of& of)
{
    std::vector<Answer> all;
    [&]<class... Part>(type_list<Part...>) {
        const auto add = [&](std::vector<Answer> more) {
            all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
        };
        (add(of(static_cast<const Part*>(nullptr))), ...);
    }(all_parts{});
    return all;
}

template <class Number>
[[nodiscard]] std::vector<records_of_row> records()
{
    return of_all_parts<records_of_row>(
        []<class Part>(const Part*) { return records_of_part<Number, Part>(); });
}

[[nodiscard]] std::vector<judge> judges()
{
    return of_all_parts<judge>(
        []<class Part>(const Part*) { return judges_of_part<judging_number, Part>(); });
}

template <class... Number>
[[nodiscard]] std::vector<answers_in> ask_all(const std::tuple<Number...>*)
{
    return {answers_in{column<Number>::name, column<Number>::tolerance, column<Number>::rounding,
                       orgscale::ordered_real<Number>, std::is_same_v<Number, double>,
                       records<Number>()}...};
}

/// Whether a cell must exist, independent of what was computed, so that a lost one is found.
[[nodiscard]] bool must_be_asked(solver by, const judge& row, const answers_in& number)
{
    if (by == solver::value) return true;
    if (!row.solved || !number.ordered) return false; // lanes are solved in batches
    if (by == solver::exact) return row.exact;
    return (by != solver::batch && by != solver::graded) || number.plain_double;
}

/// The largest error of these numbers, in units of that allowed for a number of size 1; wanted[n] has size
/// sizes[n].
[[nodiscard]] double worst(const std::vector<long double>& given,
                           const std::vector<long double>& wanted,
                           const std::vector<long double>& sizes, double allowed_of_one)
{
    if (given.size() != wanted.size() || given.empty())
        return std::numeric_limits<double>::infinity();
    double most = 0;
    for (std::size_t n = 0; n < given.size(); ++n) {
        if (given[n] == wanted[n]) continue; // also if both are infinite
        const auto error =
            static_cast<double>(std::abs(given[n] - wanted[n]) / (allowed_of_one * sizes[n]));
        most = error <= most ? most : error; // also lets a NaN through
    }
    return most;
}

/// Slopes that a central difference can check: not where one-sided derivatives differ, as at steps that end
/// on a kink. Empty if these are more than two thirds.
[[nodiscard]] std::vector<long double> away_from_corners(const std::vector<long double>& slopes,
                                                         const std::vector<long double>& times)
{
    constexpr long double    closest = 1e-2L;
    const std::size_t        each    = slopes.size() / times.size();
    std::vector<long double> kept;
    for (std::size_t step = 1; step + 1 < times.size(); ++step)
        if (times[step] - times[step - 1] > closest && times[step + 1] - times[step] > closest)
            for (std::size_t n = 0; n < each; ++n) kept.push_back(slopes[step * each + n]);
    if (3 * kept.size() < slopes.size()) kept.clear();
    return kept;
}

/// The sizes of numbers: 1 + |x|.
[[nodiscard]] std::vector<long double> sizes_of(
    std::initializer_list<const std::vector<long double>*> parts)
{
    std::vector<long double> sizes((*parts.begin())->size(), 1);
    for (const auto* part : parts)
        for (std::size_t n = 0; n < sizes.size(); ++n) sizes[n] += std::abs((*part)[n]);
    return sizes;
}

/// A cell: the largest error of a record in multiples of its claim.
[[nodiscard]] double multiple_of_claim(solver by, const record& mine, const record& in_double,
                                       const answers_in& number, const judge& right)
{
    const auto   wanted = by == solver::value   ? right.values
                          : by == solver::event ? right.event
                                                : right.at(mine.times, !mine.given.slopes.empty());
    const double claim  = allowed(by, number.tolerance, number.rounding, right.cornered);
    // The error of a date is that of the crossing number over its slope.
    const double dated =
        by == solver::event ? static_cast<double>((1 + right.level) / right.event_speed) : 1;
    const bool in_steps = by != solver::value && by != solver::exact;
    double     multiple =
        worst(mine.given.numbers, wanted.numbers, sizes_of({&wanted.numbers}), claim * dated);
    if (!mine.given.slopes.empty()) {
        // Derivatives may shorten steps, but don't change the value otherwise.
        if (!in_steps && mine.given.numbers != in_double.given.numbers)
            return std::numeric_limits<double>::infinity();
        auto given = mine.given.slopes, slopes = wanted.slopes;
        auto sizes = sizes_of({&wanted.numbers, &wanted.slopes});
        if (by == solver::steps && right.cornered)
            for (auto* part : {&given, &slopes, &sizes})
                *part = away_from_corners(*part, mine.times);
        multiple = std::max(multiple, worst(given, slopes, sizes, claim * dated));
    }
    // With kinks, second derivatives of a run are not those of its equations.
    if (!mine.given.bends.empty() && !in_steps)
        multiple = std::max(multiple, worst(mine.given.bends, wanted.bends,
                                            sizes_of({&wanted.numbers, &wanted.bends}), claim));
    return multiple;
}

} // namespace

int main()
{
    const auto                    right     = judges();
    const std::vector<answers_in> all       = ask_all(static_cast<const all_numbers*>(nullptr));
    const auto                    in_double = std::find_if(
        all.begin(), all.end(), [](const answers_in& number) { return number.plain_double; });

    std::puts("Worst errors, in multiples of what is claimed (claims.hpp); reference: more digits.\n"
              "  ^  equations with kinks                    -  not for this number or model\n"
              "  !  beyond its claim, or lost\n");
    std::printf("%-32s", "tolerance of a step");
    for (const auto& number : all) std::printf("%12.1e ", number.tolerance);
    std::puts("");

    std::size_t cells = 0, broken = 0;
    for (std::size_t by = 0; by < solver_count; ++by) {
        std::printf("\n%s\n%-32s", solver_names[by], "");
        for (const auto& number : all) std::printf("%13s", number.name);
        for (std::size_t row = 0; row < right.size(); ++row) {
            std::printf("\n%-30s %c", right[row].name.c_str(), right[row].cornered ? '^' : ' ');
            for (const auto& number : all) {
                const record& mine = number.rows[row][by];
                if (!mine.asked) {
                    const bool lost = must_be_asked(static_cast<solver>(by), right[row], number);
                    std::printf("%12s%c", lost ? "lost" : "-", lost ? '!' : ' ');
                    cells += lost ? 1 : 0;
                    broken += lost ? 1 : 0;
                    continue;
                }
                const double multiple = multiple_of_claim(
                    static_cast<solver>(by), mine, in_double->rows[row][by], number, right[row]);
                const bool kept = multiple <= 1;
                std::printf("%12.2g%c", multiple, kept ? ' ' : '!');
                ++cells;
                broken += kept ? 0 : 1;
            }
        }
        std::puts("");
    }
    std::printf("\n%zu cells, %zu of them beyond their claim or lost\n", cells, broken);
    return broken == 0 ? 0 : 1;
}
