#include "chart/canvas.hpp"

#include <algorithm>
#include <cmath>

#include "format/escaped.hpp"
#include "format/numbers.hpp"

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
    out_ += "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" +
            at(y2) + "\" " + style + "/>\n";
}

void canvas::text(double where_x, double where_y, const std::string& anchor,
                  const std::string& said, const std::string& style)
{
    out_ += "<text x=\"" + at(where_x) + "\" y=\"" + at(where_y) + "\" text-anchor=\"" + anchor +
            "\" " + style + ">" + escaped(said) + "</text>\n";
}

std::string at(double value) { return fixed(value, 1); }

} // namespace program
