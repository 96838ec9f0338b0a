#pragma once

#include <string>
#include <vector>

#include "format/time_scale.hpp"

namespace program {

struct point {
    double x;
    double y;
};

/// How a curve is drawn.
struct pen {
    std::string colour; ///< of the style sheet: "var(--linear)"
    std::string dash;   ///< as SVG writes it; empty: a solid line
    double      width;  ///< 3 or more: drawn last, with a bold label
};

inline constexpr auto dashes      = "7 4";
inline constexpr auto dotted      = "2 3";
inline constexpr auto dashes_dots = "9 3 2 3";
inline constexpr auto dashes_two  = "9 3 2 3 2 3";

/// From one place on the x axis to another.
struct stretch {
    double from;
    double to;
};

struct drawn_curve {
    std::string          label;
    pen                  drawn_with;
    std::vector<point>   points;
    double               aside = 0; ///< how much lower it is drawn where others would hide it
    std::vector<stretch> hidden{};  ///< where they would

    [[nodiscard]] bool strong() const { return drawn_with.width >= 3; }
};

/// What lies between two lines that have the same times.
struct drawn_area {
    std::string        label;
    std::string        colour;
    double             opacity;
    std::vector<point> lower;
    std::vector<point> upper;
};

/// A stretch of the x axis in a colour of its own.
struct drawn_band {
    double      from;
    double      to;
    std::string colour;
    std::string label;   ///< inside it, where it fits
    std::string meaning; ///< in the legend, once for all of a colour
    double      opacity = 1;
};

struct drawn_mark {
    double      at;
    std::string label;
};

/// A dot with its name beside it.
struct named_dot {
    point       at;
    std::string name;
};

/// An interval at a place, with its middle.
struct drawn_range {
    double      at;
    double      low, middle, high;
    std::string colour;
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
    std::vector<named_dot>   named_dots{};
    std::vector<drawn_band>  bands{};
    std::vector<drawn_mark>  marks{};
    std::vector<drawn_area>  areas{};   ///< the first lies behind the others
    std::vector<drawn_mark>  x_ticks{}; ///< in place of those of the time
    std::vector<drawn_mark>  y_ticks{}; ///< in place of those between bottom and top
    std::vector<drawn_range> ranges{};  ///< upright lines with a dot
};

} // namespace program
