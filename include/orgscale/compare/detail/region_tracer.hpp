#pragma once

// Longer than others: the steps of one algorithm, which share the grid, its crossings and the pieces of lines.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>
#include <vector>

#include <orgscale/compare/detail/blocks_in_order.hpp>
#include <orgscale/compare/detail/region_sample.hpp>
#include <orgscale/compare/region_map.hpp>
#include <orgscale/compare/region_options.hpp>
#include <orgscale/compare/region_side.hpp>

namespace orgscale::detail {

/// A place in the unit square.
struct unit_place {
    double x, y;
};

/// Traces the regions of the unit square in which `at(x, y)`, a region_sample, has the same side.
///
/// A grid of triangles finds where sides change. On each edge of it on which they do, the place is located, and
/// the places are joined to lines. Each piece of a line is then checked at its middle and quarters: if the sides at
/// the tolerance to its left and right aren't those of its regions, the boundary is located there, and both halves
/// are checked.
template <class At, class Executor>
class region_tracer {
public:
    region_tracer(const At& at, const region_options& options, const Executor& executor)
        : at_{at}, tolerance_{options.tolerance}, cells_{static_cast<std::size_t>(options.cells)},
          executor_{executor}
    {}

    /// The map, with places in the unit square.
    [[nodiscard]] region_map map()
    {
        look();
        number_regions();
        cross_edges();
        join();
        refine();
        chain();
        witnesses_and_shares();
        order_by_share();
        map_.evaluations = evaluations_;
        return map_;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    struct crossing {
        std::size_t  from = none, to = none; ///< vertices
        unit_place   where{};
        std::int64_t evaluations = 0;
    };

    /// From one located place to another, with the lower side to its left.
    struct piece {
        std::size_t from = none, to = none; ///< crossings, or junctions from crossings_.size() on
        std::size_t left = none, right = none; ///< regions
        std::vector<unit_place> inner{};
        std::int64_t            evaluations = 0, unresolved = 0;
    };

    struct junction {
        unit_place   where{};
        std::int64_t evaluations = 0;
        bool         lost        = false; ///< no place with all three at a finer scale
    };

    [[nodiscard]] std::size_t side_length() const { return cells_ + 1; }

    [[nodiscard]] unit_place place(std::size_t vertex) const
    {
        const auto along = [&](std::size_t i) {
            return static_cast<double>(i) / static_cast<double>(cells_);
        };
        return {along(vertex % side_length()), along(vertex / side_length())};
    }

    [[nodiscard]] region_side side(std::size_t vertex) const { return grid_[vertex].side; }

    [[nodiscard]] static unit_place between(const unit_place& a, const unit_place& b, double share)
    {
        return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
    }

    [[nodiscard]] static double distance(const unit_place& a, const unit_place& b)
    {
        return std::hypot(a.x - b.x, a.y - b.y);
    }

    void look()
    {
        const auto rows =
            all_blocks<std::vector<region_sample>>(side_length(), executor_, [&](std::size_t row) {
                std::vector<region_sample> samples;
                for (std::size_t i = 0; i < side_length(); ++i) {
                    samples.push_back(looked_at(place(row * side_length() + i)));
                }
                return samples;
            });
        for (const auto& row : rows) grid_.insert(grid_.end(), row.begin(), row.end());
        evaluations_ = static_cast<std::int64_t>(grid_.size());
    }

    /// The sample at a grid point; where the answers are equal there, that beside it, so that a boundary through the
    /// point is no region of its own.
    [[nodiscard]] region_sample looked_at(const unit_place& where) const
    {
        const auto sample = at_(where.x, where.y);
        if (sample.side != region_side::neither || std::isnan(sample.lead)) return sample;
        const auto inwards = [&](double along, double part) {
            return along + (along < 0.5 ? part : -part) * tolerance_ / 4;
        };
        return at_(inwards(where.x, 0.8), inwards(where.y, 0.55));
    }

    /// The two triangles of each cell, counter-clockwise; a diagonal goes up to the right.
    template <class Use>
    void each_triangle(const Use& use) const
    {
        for (std::size_t row = 0; row < cells_; ++row)
            for (std::size_t column = 0; column < cells_; ++column) {
                const std::size_t low = row * side_length() + column, high = low + side_length();
                use(std::array{low, low + 1, high + 1});
                use(std::array{low, high + 1, high});
            }
    }

    /// Vertices that edges connect and that have the same side are in one region.
    void number_regions()
    {
        region_of_.assign(grid_.size(), none);
        std::vector<std::size_t> found;
        for (std::size_t start = 0; start < grid_.size(); ++start) {
            if (region_of_[start] != none) continue;
            found.assign(1, start);
            region_of_[start] = map_.regions.size();
            for (std::size_t next = 0; next < found.size(); ++next)
                each_neighbour(found[next], [&](std::size_t other) {
                    if (region_of_[other] != none || side(other) != side(start)) return;
                    region_of_[other] = map_.regions.size();
                    found.push_back(other);
                });
            map_.regions.push_back({side(start), {}, std::nullopt, std::nullopt, 0});
        }
    }

    template <class Use>
    void each_neighbour(std::size_t vertex, const Use& use) const
    {
        const std::size_t row = vertex / side_length(), column = vertex % side_length();
        const bool right = column < cells_, left = column > 0, up = row < cells_, down = row > 0;
        if (right) use(vertex + 1);
        if (left) use(vertex - 1);
        if (up) use(vertex + side_length());
        if (down) use(vertex - side_length());
        if (right && up) use(vertex + side_length() + 1);
        if (left && down) use(vertex - side_length() - 1);
    }

    void cross_edges()
    {
        std::vector<std::pair<std::size_t, std::size_t>> edges;
        for (std::size_t vertex = 0; vertex < grid_.size(); ++vertex)
            each_neighbour(vertex, [&](std::size_t other) {
                if (vertex < other && side(vertex) != side(other))
                    edges.emplace_back(vertex, other);
            });
        crossings_ = all_blocks<crossing>(edges.size(), executor_, [&](std::size_t i) {
            crossing found{edges[i].first, edges[i].second, {}, 0};
            found.where = located(place(found.from), grid_[found.from], place(found.to),
                                  grid_[found.to], found.evaluations);
            return found;
        });
        for (std::size_t i = 0; i < crossings_.size(); ++i) {
            crossing_at_[std::minmax(crossings_[i].from, crossings_[i].to)] = i;
            evaluations_ += crossings_[i].evaluations;
        }
    }

    /// Where the side of `a` ends on the way to b, to a quarter of the tolerance. By the secant of the leads where
    /// these have different signs (Illinois), and by halving elsewhere and at every third step.
    [[nodiscard]] unit_place located(const unit_place& a, const region_sample& at_a,
                                     const unit_place& b, const region_sample& at_b,
                                     std::int64_t& evaluations) const
    {
        const double length = distance(a, b);
        double       low = 0, high = 1, lead_low = at_a.lead, lead_high = at_b.lead;
        for (int step = 1; (high - low) * length > tolerance_ / 4; ++step) {
            double     share = low + (high - low) / 2;
            const bool signs = lead_low * lead_high < 0 && std::isfinite(lead_low * lead_high);
            if (signs && step % 3 != 0) {
                const double least_part = tolerance_ / 8 / length;
                const double secant     = low + (high - low) * lead_low / (lead_low - lead_high);
                // Not too near an end, so that the other end comes nearer, too.
                share = (std::min)((std::max)(secant, low + least_part), high - least_part);
                if (!(share > low && share < high)) share = low + (high - low) / 2;
            }
            const auto here   = between(a, b, share);
            const auto sample = at_(here.x, here.y);
            ++evaluations;
            if (sample.side == at_a.side) {
                low      = share;
                lead_low = sample.lead;
                lead_high /= 2;
            } else {
                high      = share;
                lead_high = sample.lead;
                lead_low /= 2;
            }
        }
        return between(a, b, low + (high - low) / 2);
    }

    [[nodiscard]] std::size_t crossing_of(std::size_t a, std::size_t b) const
    {
        return crossing_at_.at(std::minmax(a, b));
    }

    /// The pieces of boundaries in each triangle.
    void join()
    {
        std::vector<std::array<std::size_t, 3>> threefold;
        each_triangle([&](const std::array<std::size_t, 3>& of) {
            const region_side a = side(of[0]), b = side(of[1]), c = side(of[2]);
            if (a == b && b == c) return;
            if (a != b && b != c && a != c) {
                threefold.push_back(of);
                return;
            }
            const std::size_t lone = b == c   ? 0
                                     : a == c ? 1
                                              : 2; // the vertex with a side of its own
            const std::size_t v = of[lone], next = of[(lone + 1) % 3], last = of[(lone + 2) % 3];
            add_piece(crossing_of(v, next), crossing_of(v, last), v, next);
        });
        const auto junctions = all_blocks<junction>(
            threefold.size(), executor_, [&](std::size_t i) { return meeting(threefold[i]); });
        for (std::size_t i = 0; i < threefold.size(); ++i) {
            evaluations_ += junctions[i].evaluations;
            map_.unresolved += junctions[i].lost ? 1 : 0;
            junctions_.push_back(junctions[i].where);
            for (std::size_t k = 0; k < 3; ++k) {
                const std::size_t v = threefold[i][k], next = threefold[i][(k + 1) % 3];
                add_piece(crossing_of(v, next), crossings_.size() + i, v, next);
            }
        }
    }

    /// A piece with one vertex to its left and the other to its right, turned so that the lower side is left.
    void add_piece(std::size_t from, std::size_t to, std::size_t left, std::size_t right)
    {
        piece one{from, to, region_of_[left], region_of_[right]};
        if (side(right) < side(left)) {
            std::swap(one.from, one.to);
            std::swap(one.left, one.right);
        }
        pieces_.push_back(one);
    }

    /// Where three sides meet, near a triangle with all three: the middle of ever smaller squares, each with three
    /// sides at its corners, in a window around the one before. The three may meet outside of that one.
    [[nodiscard]] junction meeting(const std::array<std::size_t, 3>& of) const
    {
        constexpr std::size_t points = 7; // in each direction
        const auto            a = place(of[0]), b = place(of[1]), c = place(of[2]);
        junction              found{{(a.x + b.x + c.x) / 3, (a.y + b.y + c.y) / 3}};
        for (double apart = 0.5 / static_cast<double>(cells_);; apart /= 2) {
            const auto along = [&](double middle, double i) {
                return (std::min)((std::max)(middle + (i - points / 2) * apart, 0.0), 1.0);
            };
            std::array<region_side, points * points> sides{};
            for (std::size_t i = 0; i < sides.size(); ++i)
                sides[i] = at_(along(found.where.x, static_cast<double>(i % points)),
                               along(found.where.y, static_cast<double>(i / points)))
                               .side;
            found.evaluations += static_cast<std::int64_t>(sides.size());
            double nearest = std::numeric_limits<double>::infinity();
            auto   next    = found.where;
            for (std::size_t row = 0; row + 1 < points; ++row)
                for (std::size_t column = 0; column + 1 < points; ++column) {
                    const std::size_t corner = row * points + column;
                    unsigned          seen   = 0;
                    for (const std::size_t i :
                         {corner, corner + 1, corner + points, corner + points + 1})
                        seen |= 1U << static_cast<unsigned>(sides[i]);
                    const unit_place middle{along(found.where.x, static_cast<double>(column) + 0.5),
                                            along(found.where.y, static_cast<double>(row) + 0.5)};
                    const double     away = distance(middle, found.where);
                    if (seen != 7U || away >= nearest) continue; // all three
                    nearest = away;
                    next    = middle;
                }
            found.lost  = !(nearest <= 1);
            found.where = next;
            if (found.lost || apart <= tolerance_ / 4) return found;
        }
    }

    [[nodiscard]] unit_place located_place(std::size_t index) const
    {
        return index < crossings_.size() ? crossings_[index].where
                                         : junctions_[index - crossings_.size()];
    }

    void refine()
    {
        pieces_ = all_blocks<piece>(pieces_.size(), executor_, [&](std::size_t i) {
            piece one = pieces_[i];
            check(one, located_place(one.from), located_place(one.to), true);
            return one;
        });
        for (const piece& one : pieces_) {
            evaluations_ += one.evaluations;
            map_.unresolved += one.unresolved;
        }
    }

    /// Adds the places that the boundary has between a and b, so that no chord departs from it by the tolerance.
    void check(piece& one, const unit_place& a, const unit_place& b, bool whole) const
    {
        const double length = distance(a, b);
        if (length <= 4 * tolerance_) return;
        // To the left at distance 1: (-dy, dx)/length.
        const unit_place left{(a.y - b.y) / length, (b.x - a.x) / length};
        const auto       beside = [&](double share, double aside) {
            const auto on = between(a, b, share);
            return unit_place{on.x + aside * left.x, on.y + aside * left.y};
        };
        const auto is_left = [&](double share, double aside) {
            const auto where = beside(share, aside);
            ++one.evaluations;
            return at_(where.x, where.y).side == map_.regions[one.left].side;
        };
        const auto inside = [&](double share, double aside) {
            const auto where = beside(share, aside);
            return where.x >= 0 && where.x <= 1 && where.y >= 0 && where.y <= 1;
        };
        // A little less than the tolerance, of which located places take a quarter.
        const double near_by = 0.75 * tolerance_;
        const auto   fits    = [&](double share) {
            return (!inside(share, near_by) || is_left(share, near_by)) &&
                   (!inside(share, -near_by) || !is_left(share, -near_by));
        };
        if (fits(0.5) && (!whole || (fits(0.25) && fits(0.75)))) return;

        // Where it is across the middle: from the chord to the side on which it must be, in doubling steps.
        const bool   towards_right = is_left(0.5, 0);
        const double turn          = towards_right ? -1 : 1;
        double       before = 0, beyond = near_by / 2;
        while (beyond <= length && inside(0.5, turn * beyond) &&
               is_left(0.5, turn * beyond) == towards_right) {
            before = beyond;
            beyond *= 2;
        }
        if (beyond > length || !inside(0.5, turn * beyond)) {
            ++one.unresolved;
            return;
        }
        while (beyond - before > tolerance_ / 4) {
            const double middle = before + (beyond - before) / 2;
            (is_left(0.5, turn * middle) == towards_right ? before : beyond) = middle;
        }
        const auto found = beside(0.5, turn * (before + (beyond - before) / 2));
        check(one, a, found, false);
        one.inner.push_back(found);
        check(one, found, b, false);
    }

    /// Pieces that follow one another, as lines; they end at the border, at junctions, or where they start.
    void chain()
    {
        std::map<std::size_t, std::size_t> starting, ending; // at crossings, at most one each
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            if (pieces_[i].from < crossings_.size()) starting[pieces_[i].from] = i;
            if (pieces_[i].to < crossings_.size()) ending[pieces_[i].to] = i;
        }
        std::vector<bool> used(pieces_.size(), false);
        const auto        follow = [&](std::size_t first) {
            region_map::boundary line{pieces_[first].left, pieces_[first].right, {}};
            const auto           add = [&](const unit_place& where) {
                line.line.push_back({where.x, where.y});
            };
            add(located_place(pieces_[first].from));
            for (std::size_t i = first; !used[i];) {
                used[i] = true;
                for (const auto& where : pieces_[i].inner) add(where);
                add(located_place(pieces_[i].to));
                const auto next = starting.find(pieces_[i].to);
                if (next == starting.end()) break;
                i = next->second;
            }
            map_.boundaries.push_back(std::move(line));
        };
        for (std::size_t i = 0; i < pieces_.size(); ++i) // those with a start
            if (!used[i] && ending.find(pieces_[i].from) == ending.end()) follow(i);
        for (std::size_t i = 0; i < pieces_.size(); ++i) // closed ones
            if (!used[i]) follow(i);
    }

    void witnesses_and_shares()
    {
        std::vector<double> deepest(map_.regions.size(), -1);
        for (std::size_t vertex = 0; vertex < grid_.size(); ++vertex) {
            const auto where = place(vertex);
            double room = (std::min)({where.x, 1 - where.x, where.y, 1 - where.y}); // to the border
            for (const crossing& one : crossings_)
                room = (std::min)(room, distance(where, one.where));
            auto& region = map_.regions[region_of_[vertex]];
            if (room <= deepest[region_of_[vertex]]) continue;
            deepest[region_of_[vertex]] = room;
            region.witness              = {where.x, where.y};
            region.first                = grid_[vertex].first;
            region.second               = grid_[vertex].second;
        }
        // Shares by Green's theorem: half of the sum of x dy - y dx along the boundary of each region.
        const auto along = [&](std::size_t region, double x0, double y0, double x1, double y1) {
            map_.regions[region].share += (x0 * y1 - x1 * y0) / 2;
        };
        for (const auto& one : map_.boundaries)
            for (std::size_t i = 0; i + 1 < one.line.size(); ++i) {
                const auto &a = one.line[i], &b = one.line[i + 1];
                along(one.left, a.across, a.up, b.across, b.up);
                along(one.right, b.across, b.up, a.across, a.up);
            }
        const auto border = [&](std::size_t from, std::size_t to) {
            const auto a = place(from), b = place(to);
            if (side(from) == side(to)) {
                along(region_of_[from], a.x, a.y, b.x, b.y);
            } else {
                const auto on = crossings_[crossing_of(from, to)].where;
                along(region_of_[from], a.x, a.y, on.x, on.y);
                along(region_of_[to], on.x, on.y, b.x, b.y);
            }
        };
        const std::size_t n = side_length(), top = cells_ * n;
        for (std::size_t i = 0; i < cells_; ++i) { // counter-clockwise
            border(i, i + 1);
            border(i * n + cells_, (i + 1) * n + cells_);
            border(top + i + 1, top + i);
            border((i + 1) * n, i * n);
        }
    }

    void order_by_share()
    {
        std::vector<std::size_t> order(map_.regions.size()), rank(order.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const double of_a = map_.regions[a].share, of_b = map_.regions[b].share;
            return of_a > of_b || (of_a == of_b && a < b);
        });
        std::vector<region_map::region> sorted;
        for (std::size_t i = 0; i < order.size(); ++i) {
            sorted.push_back(map_.regions[order[i]]);
            rank[order[i]] = i;
        }
        map_.regions = std::move(sorted);
        for (auto& one : map_.boundaries) {
            one.left  = rank[one.left];
            one.right = rank[one.right];
        }
    }

    const At&                                                  at_;
    double                                                     tolerance_;
    std::size_t                                                cells_;
    const Executor&                                            executor_;
    region_map                                                 map_;
    std::int64_t                                               evaluations_ = 0;
    std::vector<region_sample>                                 grid_;
    std::vector<std::size_t>                                   region_of_;
    std::vector<crossing>                                      crossings_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> crossing_at_;
    std::vector<unit_place>                                    junctions_;
    std::vector<piece>                                         pieces_;
};

} // namespace orgscale::detail
