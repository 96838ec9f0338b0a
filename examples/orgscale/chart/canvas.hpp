#pragma once

#include <string>

#include "chart/plot.hpp"

namespace program {

/// Places and sizes in the units of a drawing.
struct layout {
    double width, height;
    double left, right, top, bottom; ///< margins
    double font;
    int    x_ticks, y_ticks, decades;
    bool   labels; ///< at the ends of the curves
};

/// A plot's area: where its values lie, and what has been drawn so far.
class canvas {
public:
    canvas(const plot& shown, const layout& size);

    const plot&   shown;
    const layout& size;
    const double  width;  ///< of the area between the axes
    const double  height; ///< of the same
    const double  right;
    const double  foot;

    /// Where a time lies.
    [[nodiscard]] double x(double time) const;

    /// Where a value lies from the foot (0) to the top (1) of the area; outside it where it doesn't fit.
    [[nodiscard]] double share(double value) const;
    [[nodiscard]] double y(double value) const;

    /// Whether a logarithmic axis has no place for it.
    [[nodiscard]] bool unplaceable(double value) const { return shown.logarithmic && !(value > 0); }

    void line(double x1, double y1, double x2, double y2, const std::string& style);
    void text(double where_x, double where_y, const std::string& anchor, const std::string& said,
              const std::string& style);
    void add(const std::string& element) { out_ += element; }

    [[nodiscard]] const std::string& drawn() const { return out_; }

private:
    std::string out_;
};

} // namespace program
