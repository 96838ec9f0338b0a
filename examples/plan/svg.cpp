#include "svg.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "label_places.hpp"
#include "numbers.hpp"

namespace plan {

namespace {

/// Places and sizes in the units of the drawing.
struct layout {
    double width, height;
    double left, right, top, bottom; ///< margins
    double font;
    int    x_ticks, y_ticks, decades;
    bool   labels; ///< at the ends of the curves
};

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

std::string at(double value)
{
    return fixed(value, 1);
}

class drawing {
public:
    drawing(const plot& shown, const layout& size)
        : plot_{shown}, size_{size}, inner_width_{size.width - size.left - size.right},
          inner_height_{size.height - size.top - size.bottom}
    {
    }

    std::string whole()
    {
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + at(size_.width) + " " +
               at(size_.height) + "\" role=\"img\" aria-label=\"" + escaped(plot_.title) +
               "\" font-size=\"" + at(size_.font) + "\">\n";
        bands();
        axes();
        // An inner drawing cuts off what leaves the plot.
        out_ += "<svg x=\"" + at(size_.left) + "\" y=\"" + at(size_.top) + "\" width=\"" +
                at(inner_width_) + "\" height=\"" + at(inner_height_) + "\" viewBox=\"" +
                at(size_.left) + " " + at(size_.top) + " " + at(inner_width_) + " " +
                at(inner_height_) + "\" overflow=\"hidden\">\n";
        for (const bool strong : {false, true})
            for (const auto& one : plot_.curves)
                if (one.strong == strong) curve(one);
        out_ += "</svg>\n";
        marks();
        dots();
        if (size_.labels) labels();
        return out_ + "</svg>\n";
    }

private:
    double x(double time) const { return size_.left + inner_width_ * time / plot_.time.horizon; }

    double share(double value) const
    {
        if (!plot_.logarithmic) return (value - plot_.bottom) / (plot_.top - plot_.bottom);
        return std::log(value / plot_.bottom) / std::log(plot_.top / plot_.bottom);
    }

    double y(double value) const
    {
        return size_.top + inner_height_ * (1 - std::clamp(share(value), -1.0, 2.0));
    }

    void line(double x1, double y1, double x2, double y2, const std::string& style)
    {
        out_ += "<line x1=\"" + at(x1) + "\" y1=\"" + at(y1) + "\" x2=\"" + at(x2) + "\" y2=\"" +
                at(y2) + "\" " + style + "/>\n";
    }

    void text(double where_x, double where_y, const std::string& anchor, const std::string& said,
              const std::string& style = "")
    {
        out_ += "<text x=\"" + at(where_x) + "\" y=\"" + at(where_y) + "\" text-anchor=\"" +
                anchor + "\" " + style + ">" + escaped(said) + "</text>\n";
    }

    /// Whether the first curve is in the upper half at a time: a label goes to the other.
    bool is_high(double time) const
    {
        const auto& points = plot_.curves.front().points;
        const auto  later =
            std::find_if(points.begin(), points.end(), [&](const point& p) { return p.x >= time; });
        return later != points.end() && share(later->y) > 0.5;
    }

    void bands()
    {
        const double foot = size_.top + inner_height_;
        for (const auto& one : plot_.bands) {
            const double width = x(one.to) - x(one.from);
            out_ += "<rect x=\"" + at(x(one.from)) + "\" y=\"" + at(size_.top) + "\" width=\"" +
                    at(width) + "\" height=\"" + at(inner_height_) + "\" fill=\"" + one.colour +
                    "\"/>\n";
            if (width > 0.62 * size_.font * static_cast<double>(one.label.size()))
                text(x(one.from) + width / 2,
                     is_high((one.from + one.to) / 2) ? foot - 8 : size_.top + 2.3 * size_.font,
                     "middle", one.label, "fill=\"#444\"");
        }
    }

    void axes()
    {
        const double foot = size_.top + inner_height_, right = size_.left + inner_width_;
        const auto   ticks = plot_.logarithmic ? log_ticks(plot_.bottom, plot_.top, size_.decades)
                                               : linear_ticks(plot_.top, size_.y_ticks);
        for (const auto& one : ticks) {
            if (one.at > plot_.top * (1 + 1e-9)) continue;
            line(size_.left, y(one.at), right, y(one.at), "stroke=\"#d9d9d9\" stroke-width=\"1\"");
            text(size_.left - 7, y(one.at) + 0.35 * size_.font, "end", one.label, "fill=\"#444\"");
        }
        for (const auto& one : time_ticks(plot_.time, size_.x_ticks)) {
            line(x(one.at), foot, x(one.at), foot + 5, "stroke=\"#777\"");
            text(x(one.at), foot + 8 + size_.font, "middle", one.label, "fill=\"#444\"");
        }
        line(size_.left, foot, right, foot, "stroke=\"#777\" stroke-width=\"1.2\"");
        text(2, size_.font + 2, "start", plot_.y_label, "fill=\"#222\"");
        text(right, size_.height - 5, "end", plot_.x_label, "fill=\"#222\"");
    }

    void curve(const drawn_curve& one)
    {
        std::string points;
        for (const auto& p : one.points) {
            if (plot_.logarithmic && !(p.y > 0)) continue;
            points += at(x(p.x)) + "," + at(y(p.y)) + " ";
        }
        out_ += "<polyline fill=\"none\" stroke=\"" + one.colour + "\" stroke-width=\"" +
                (one.strong ? "3.2" : "1.9") + "\"" +
                (one.dashed ? " stroke-dasharray=\"7 4\"" : "") +
                " stroke-linejoin=\"round\" points=\"" + points + "\"/>\n";
    }

    void dots()
    {
        for (const auto& p : plot_.dots) {
            const double part = plot_.logarithmic && !(p.y > 0) ? -1 : share(p.y);
            if (part < -1e-9 || part > 1 + 1e-9) continue;
            out_ += "<circle cx=\"" + at(x(p.x)) + "\" cy=\"" + at(y(p.y)) +
                    "\" r=\"3.4\" fill=\"#111\" stroke=\"#fff\" stroke-width=\"1\"/>\n";
        }
    }

    void marks()
    {
        for (const auto& one : plot_.marks) {
            const double place = x(one.at);
            const bool   left  = place > size_.left + 0.55 * inner_width_;
            line(place, size_.top, place, size_.top + inner_height_,
                 "stroke=\"#111\" stroke-width=\"1.6\" stroke-dasharray=\"3 3\"");
            text(place + (left ? -6 : 6), size_.top + size_.font, left ? "end" : "start", one.label,
                 "fill=\"#111\" font-weight=\"600\" paint-order=\"stroke\" stroke=\"#fff\" "
                 "stroke-width=\"3\"");
        }
    }

    /// One label per curve at the right, moved apart where they would collide.
    void labels()
    {
        struct label {
            const drawn_curve* of;
            double             from_x, from_y, y;
            bool               above;
        };
        std::vector<label> all;
        for (const auto& one : plot_.curves) {
            if (one.points.empty()) continue;
            const auto&  last  = one.points.back();
            const double part  = plot_.logarithmic && !(last.y > 0) ? 0 : share(last.y);
            const double place = size_.top + inner_height_ * (1 - std::clamp(part, 0.0, 1.0));
            all.push_back({&one, x(last.x), place, place, part > 1});
        }
        std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
            return a.from_y < b.from_y || (a.from_y == b.from_y && a.of < b.of);
        });

        std::vector<double> wanted;
        for (const auto& one : all) wanted.push_back(one.from_y);
        const auto places = spread(wanted, size_.font + 3, size_.top, size_.top + inner_height_);
        for (std::size_t i = 0; i < all.size(); ++i) all[i].y = places[i];

        for (const auto& one : all) {
            const double edge = size_.left + inner_width_;
            line(one.from_x + 2, one.from_y, edge + 14, one.y,
                 "stroke=\"" + one.of->colour + "\" stroke-width=\"0.8\"");
            text(edge + 18, one.y + 0.35 * size_.font, "start",
                 one.of->label + (one.above ? " \xe2\x86\x91" : ""),
                 "fill=\"" + one.of->colour + "\"" +
                     (one.of->strong ? " font-weight=\"700\"" : ""));
        }
    }

    const plot&   plot_;
    const layout& size_;
    double        inner_width_;
    double        inner_height_;
    std::string   out_;
};

} // namespace

std::string draw_wide(const plot& shown)
{
    return drawing{shown, wide}.whole();
}
std::string draw_narrow(const plot& shown)
{
    return drawing{shown, narrow}.whole();
}

std::string escaped(const std::string& text)
{
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += letter;
        }
    }
    return out;
}

} // namespace plan
