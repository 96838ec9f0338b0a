#include "chart/canvas.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/core.h>

#include "format/escaped.hpp"

namespace program {

canvas::canvas(const plot& what, const layout& how)
    : shown{what}, size{how}, width{how.width - how.left - how.right},
      height{how.height - how.top - how.bottom}, right{how.left + width}, foot{how.top + height}
{}

double canvas::x(double time) const { return size.left + width * time / shown.time.horizon; }

double canvas::share(double value) const
{
    if (!shown.logarithmic) return (value - shown.bottom) / (shown.top - shown.bottom);
    return std::log(value / shown.bottom) / std::log(shown.top / shown.bottom);
}

double canvas::y(double value) const
{
    return size.top + height * (1 - std::clamp(share(value), -1.0, 2.0));
}

void canvas::line(double x1, double y1, double x2, double y2, const std::string& style)
{
    out_ += fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x1,
                        y1, x2, y2, style);
}

void canvas::text(double where_x, double where_y, const std::string& anchor,
                  const std::string& said, const std::string& style)
{
    out_ += fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\" {}>{}</text>\n",
                        where_x, where_y, anchor, style, escaped(said));
}

} // namespace program
