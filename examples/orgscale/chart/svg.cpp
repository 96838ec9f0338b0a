// Longer than others: one drawing, element by element.

#include "chart/svg.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "chart/axis.hpp"
#include "chart/canvas.hpp"
#include "chart/svg_labels.hpp"
#include "format/escaped.hpp"

namespace program {

namespace {

constexpr layout wide{.width   = 900,
                      .height  = 440,
                      .left    = 58,
                      .right   = 196,
                      .top     = 40,
                      .bottom  = 48,
                      .font    = 14,
                      .x_ticks = 8,
                      .y_ticks = 6,
                      .decades = 9,
                      .labels  = true};
constexpr layout narrow{.width   = 380,
                        .height  = 320,
                        .left    = 46,
                        .right   = 14,
                        .top     = 38,
                        .bottom  = 46,
                        .font    = 13,
                        .x_ticks = 4,
                        .y_ticks = 5,
                        .decades = 6,
                        .labels  = false};

std::string opacity(const char* of, double value)
{
    return value < 1 ? fmt::format(" {}-opacity=\"{:.2f}\"", of, value) : "";
}

/// Whether the first curve is in the upper half at a time: a label goes to the other.
bool is_high(const canvas& on, double time)
{
    const auto& points = on.shown.curves.front().points;
    const auto  later =
        std::find_if(points.begin(), points.end(), [&](const point& p) { return p.x >= time; });
    return later != points.end() && on.share(later->y) > 0.5;
}

void draw_bands(canvas& on)
{
    const double font = on.size.font;
    for (const auto& one : on.shown.bands) {
        const double from = on.x(one.from), width = on.x(one.to) - from;
        on.add(fmt::format(
            "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"{}/>\n",
            from, on.size.top, width, on.height, one.colour, opacity("fill", one.opacity)));
        if (width > 0.62 * font * static_cast<double>(one.label.size()))
            on.text(from + width / 2,
                    is_high(on, (one.from + one.to) / 2) ? on.foot - 8 : on.size.top + 2.3 * font,
                    "middle", one.label, "fill=\"var(--text)\"");
    }
}

std::vector<tick> as_ticks(const std::vector<drawn_mark>& marks)
{
    std::vector<tick> ticks;
    for (const auto& one : marks) ticks.push_back({one.at, one.label});
    return ticks;
}

std::vector<tick> y_ticks_of(const plot& shown, const layout& size)
{
    if (!shown.y_ticks.empty()) return as_ticks(shown.y_ticks);
    return shown.logarithmic ? log_ticks(shown.bottom, shown.top, size.decades)
                             : linear_ticks(shown.top, size.y_ticks);
}

std::vector<tick> x_ticks_of(const plot& shown, const layout& size)
{
    return shown.x_ticks.empty() ? time_ticks(shown.time, size.x_ticks) : as_ticks(shown.x_ticks);
}

void draw_axes(canvas& on)
{
    const auto&  size  = on.size;
    const auto&  shown = on.shown;
    const double foot = on.foot, font = size.font;
    for (const auto& one : y_ticks_of(shown, size)) {
        if (one.at > shown.top + 1e-9 * std::abs(shown.top)) continue;
        on.line(size.left, on.y(one.at), on.right, on.y(one.at),
                "stroke=\"var(--grid)\" stroke-width=\"1\"");
        on.text(size.left - 7, on.y(one.at) + 0.35 * font, "end", one.label, "fill=\"var(--text)\"");
    }
    for (const auto& one : x_ticks_of(shown, size)) {
        on.line(on.x(one.at), foot, on.x(one.at), foot + 5, "stroke=\"var(--quiet)\"");
        on.text(on.x(one.at), foot + 8 + font, "middle", one.label, "fill=\"var(--text)\"");
    }
    on.line(size.left, foot, on.right, foot, "stroke=\"var(--quiet)\" stroke-width=\"1.2\"");
    on.text(2, font + 2, "start", shown.y_label, "fill=\"var(--ink)\"");
    on.text(on.right, size.height - 5, "end", shown.x_label, "fill=\"var(--ink)\"");
}

std::string stroke(const pen& with)
{
    return fmt::format("stroke=\"{}\" stroke-width=\"{:.1f}\"{}", with.colour, with.width,
                       with.dash.empty() ? "" : fmt::format(" stroke-dasharray=\"{}\"", with.dash));
}

std::string polyline(const pen& with, const std::string& points)
{
    return fmt::format("<polyline fill=\"none\" {} stroke-linejoin=\"round\" points=\"{}\"/>\n",
                       stroke(with), points);
}

/// How much lower a curve is drawn at a place; it comes and goes over a short way.
double aside_at(const drawn_curve& one, double x, double horizon)
{
    const double way   = horizon / 60;
    double       share = 0;
    for (const auto& part : one.hidden) {
        if (!(part.from <= x && x <= part.to)) continue;
        const double from = part.from > 0 ? (x - part.from) / way : 1;
        const double to   = part.to < horizon ? (part.to - x) / way : 1;
        share             = std::max(share, std::min({from, to, 1.0}));
    }
    return share * one.aside;
}

void draw_curve(canvas& on, const drawn_curve& one)
{
    std::string points;
    for (const auto& p : one.points)
        if (!on.unplaceable(p.y))
            points += fmt::format("{:.1f},{:.1f} ", on.x(p.x),
                                  on.y(p.y) + aside_at(one, p.x, on.shown.time.horizon));
    on.add(polyline(one.drawn_with, points));
}

void draw_area(canvas& on, const drawn_area& one)
{
    std::string corners;
    const auto  add = [&](const point& p) {
        corners +=
            fmt::format("{:.1f},{:.1f} ", on.x(p.x), on.unplaceable(p.y) ? on.foot : on.y(p.y));
    };
    for (const auto& p : one.lower) add(p);
    for (auto p = one.upper.rbegin(); p != one.upper.rend(); ++p) add(*p);
    on.add(fmt::format("<polygon fill=\"{}\"{} points=\"{}\"/>\n", one.colour,
                       opacity("fill", one.opacity), corners));
}

/// The strong ones last, and in an inner drawing that cuts off what leaves the plot.
void draw_curves(canvas& on)
{
    on.add(fmt::format("<svg x=\"{0:.1f}\" y=\"{1:.1f}\" width=\"{2:.1f}\" height=\"{3:.1f}\" "
                       "viewBox=\"{0:.1f} {1:.1f} {2:.1f} {3:.1f}\" overflow=\"hidden\">\n",
                       on.size.left, on.size.top, on.width, on.height));
    for (const auto& one : on.shown.areas) draw_area(on, one);
    for (const bool strong : {false, true})
        for (const auto& one : on.shown.curves)
            if (one.strong() == strong) draw_curve(on, one);
    on.add("</svg>\n");
}

/// Whether there is clearly more room on the left of a mark than on its right, up to the next mark or the edge.
bool is_freer_on_the_left(const canvas& on, const drawn_mark& mark)
{
    const double place = on.x(mark.at);
    double       left = on.size.left, right = on.size.left + on.width;
    for (const auto& other : on.shown.marks) {
        const double there = on.x(other.at);
        if (there < place) left = std::max(left, there);
        if (there > place) right = std::min(right, there);
    }
    return place - left > 1.2 * (right - place);
}

void draw_marks(canvas& on)
{
    double top = on.size.top + on.size.font; // each label a line below the one before
    for (const auto& one : on.shown.marks) {
        const double place = on.x(one.at);
        const bool   left  = is_freer_on_the_left(on, one);
        on.line(place, on.size.top, place, on.foot,
                "stroke=\"var(--ink)\" stroke-width=\"1.6\" stroke-dasharray=\"3 3\"");
        on.text(
            place + (left ? -6 : 6), std::exchange(top, top + 1.4 * on.size.font),
            left ? "end" : "start", one.label,
            "fill=\"var(--ink)\" font-weight=\"600\" paint-order=\"stroke\" stroke=\"var(--paper)\" "
            "stroke-width=\"3\"");
    }
}

/// From the lower end to the upper, cut off where the plot ends.
void draw_ranges(canvas& on)
{
    for (const auto& one : on.shown.ranges) {
        const auto inside = [&](double value) {
            return on.unplaceable(value) ? on.foot : std::clamp(on.y(value), on.size.top, on.foot);
        };
        const auto style = fmt::format("stroke=\"{}\" stroke-width=\"2.4\"", one.colour);
        on.line(on.x(one.at), inside(one.low), on.x(one.at), inside(one.high), style);
        const double middle = on.unplaceable(one.middle) ? -1 : on.share(one.middle);
        if (middle >= 0 && middle <= 1)
            on.line(on.x(one.at) - 6, on.y(one.middle), on.x(one.at) + 6, on.y(one.middle), style);
    }
}

void draw_dot(canvas& on, const point& p, double radius)
{
    on.add(fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\" fill=\"var(--ink)\" "
                       "stroke=\"var(--paper)\" stroke-width=\"1\"/>\n",
                       on.x(p.x), on.y(p.y), radius));
}

/// Whether a curve runs through the line of text that begins and ends at these places.
bool crosses_text(const canvas& on, double from, double to, double base)
{
    constexpr int parts = 64; // of each of its pieces
    for (const auto& one : on.shown.curves)
        for (std::size_t i = 1; i < one.points.size(); ++i)
            for (int part = 0; part <= parts; ++part) {
                const auto & a = one.points[i - 1], &b = one.points[i];
                const double x = on.x(a.x + (b.x - a.x) * part / parts);
                const double y = on.y(a.y + (b.y - a.y) * part / parts);
                if (from < x && x < to && std::abs(y - base) < on.size.font) return true;
            }
    return false;
}

/// Whether a name stands to the left of its dot: on the side that has more room, unless a curve runs through it there
/// and it fits on the other.
bool is_left_of(const canvas& on, const named_dot& one)
{
    const double x = on.x(one.at.x), y = on.y(one.at.y);
    const double length  = 0.6 * on.size.font * static_cast<double>(one.name.size());
    const auto   is_free = [&](bool left) {
        const double from = left ? x - 7 - length : x + 7;
        return from > 0 && from + length < on.size.width &&
               !crosses_text(on, from, from + length, y);
    };
    const bool usual = x > on.size.left + on.width / 2;
    return !is_free(usual) && is_free(!usual) ? !usual : usual;
}

void draw_named_dots(canvas& on)
{
    for (const auto& one : on.shown.named_dots) {
        draw_dot(on, one.at, 3.4);
        const bool left = is_left_of(on, one);
        on.text(
            on.x(one.at.x) + (left ? -7 : 7), on.y(one.at.y) + 0.35 * on.size.font,
            left ? "end" : "start", one.name,
            "fill=\"var(--ink)\" stroke=\"var(--paper)\" stroke-width=\"4\" paint-order=\"stroke\"");
    }
}

void draw_dots(canvas& on)
{
    const double radius = on.shown.dots.size() > 100 ? 1.6 : 3.4;
    for (const auto& p : on.shown.dots) {
        const double part = on.unplaceable(p.y) ? -1 : on.share(p.y);
        if (part < -1e-9 || part > 1 + 1e-9) continue;
        draw_dot(on, p, radius);
    }
}

std::string draw(const plot& shown, const layout& size)
{
    canvas on{shown, size};
    on.add(fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.1f} {:.1f}\" "
                       "role=\"img\" aria-label=\"{}\" font-size=\"{:.1f}\">\n",
                       size.width, size.height, escaped(shown.title), size.font));
    draw_bands(on);
    draw_axes(on);
    draw_curves(on);
    draw_ranges(on);
    draw_marks(on);
    draw_dots(on);
    draw_named_dots(on);
    if (size.labels) draw_labels(on);
    return on.drawn() + "</svg>\n";
}

} // namespace

std::string draw_wide(const plot& shown) { return draw(shown, wide); }
std::string draw_narrow(const plot& shown) { return draw(shown, narrow); }

std::string draw_swatch(const drawn_curve& of)
{
    return fmt::format("<svg viewBox=\"0 0 30 14\" aria-hidden=\"true\"><line x1=\"0\" y1=\"7\" "
                       "x2=\"30\" y2=\"7\" {}/></svg>",
                       stroke(of.drawn_with));
}

std::string draw_block(const std::string& colour, double how_opaque)
{
    return fmt::format(
        "<svg viewBox=\"0 0 30 14\" aria-hidden=\"true\"><rect width=\"30\" height=\"14\" "
        "stroke=\"var(--grid)\" fill=\"{}\"{}/></svg>",
        colour, opacity("fill", how_opaque));
}

} // namespace program
