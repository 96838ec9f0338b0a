#include "chart/svg_labels.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/core.h>

#include "chart/label_places.hpp"
#include "format/wrapped.hpp"

namespace program {

namespace {

constexpr std::size_t longest_line = 22;
constexpr std::size_t max_lines    = 3;

/// What doesn't fit is left out.
std::vector<std::string> lines_of(const std::string& label)
{
    std::istringstream       broken{wrapped(label, longest_line, 0)};
    std::vector<std::string> lines;
    for (std::string one; std::getline(broken, one);) lines.push_back(one);
    if (lines.size() <= max_lines) return lines;
    lines.resize(max_lines);
    lines.back() += " \xe2\x80\xa6";
    return lines;
}

struct label {
    const drawn_curve*       of;
    std::vector<std::string> lines;
    double                   x, y; ///< the end of the curve
};

std::vector<label> labels_of(const canvas& on)
{
    std::vector<label> all;
    for (const auto& one : on.shown.curves) {
        if (one.points.empty() || one.label.empty()) continue;
        const auto&  last = one.points.back();
        const double part = on.unplaceable(last.y) ? 0 : on.share(last.y);
        all.push_back({&one, lines_of(one.label + (part > 1 ? " \xe2\x86\x91" : "")), on.x(last.x),
                       on.foot - on.height * std::clamp(part, 0.0, 1.0)});
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return a.y < b.y || (a.y == b.y && a.of < b.of);
    });
    return all;
}

} // namespace

void draw_labels(canvas& on)
{
    const double              font = on.size.font, line = font + 2, between = 3;
    const auto                all = labels_of(on);
    std::vector<wanted_place> wanted;
    for (const auto& one : all)
        wanted.push_back({one.y, line * static_cast<double>(one.lines.size()) + between});
    const auto places = spread(wanted, on.size.top - line / 2, on.foot + line / 2);

    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& one   = all[i];
        const auto& pen   = one.of->drawn_with;
        const auto  style = fmt::format("fill=\"{}\"{}", pen.colour,
                                       one.of->strong() ? " font-weight=\"700\"" : "");
        on.line(one.x + 2, one.y, on.right + 14, places[i],
                fmt::format("stroke=\"{}\" stroke-width=\"0.8\"", pen.colour));
        double y = places[i] - line * static_cast<double>(one.lines.size() - 1) / 2;
        for (const auto& said : one.lines) {
            on.text(on.right + 18, y + 0.35 * font, "start", said, style);
            y += line;
        }
    }
}

} // namespace program
