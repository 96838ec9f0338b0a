#pragma once

#include <optional>
#include <string>
#include <vector>

#include "axis.hpp"

namespace plan {

struct point {
    double x;
    double y;
};

struct drawn_curve {
    std::string        label;
    std::string        colour;
    bool               dashed;
    bool               strong;
    std::vector<point> points;
};

/// A stretch of the x axis in a colour of its own.
struct drawn_band {
    double      from;
    double      to;
    std::string colour;
    std::string label;
};

struct drawn_mark {
    double      at;
    std::string label;
};

/// What a plot shows; how large it is and where labels go is the drawing's affair.
struct plot {
    std::string              title;
    std::string              x_label;
    std::string              y_label;
    time_scale               time;
    bool                     logarithmic;
    double                   bottom; ///< of the y axis
    double                   top;
    std::vector<drawn_curve> curves;
    std::vector<point>       dots{}; ///< recorded figures
    std::vector<drawn_band>  bands{};
    std::vector<drawn_mark>  marks{};
};

/// The plot as an SVG element with labels at the ends of the curves, for a wide page.
[[nodiscard]] std::string draw_wide(const plot& shown);

/// The same for a narrow page, without those labels: it needs a legend beside it.
[[nodiscard]] std::string draw_narrow(const plot& shown);

/// Text as it may stand in HTML and SVG, also in a quoted attribute.
[[nodiscard]] std::string escaped(const std::string& text);

} // namespace plan
