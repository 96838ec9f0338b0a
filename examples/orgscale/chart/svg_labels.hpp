#pragma once

#include "chart/canvas.hpp"

namespace program {

/// A label for each curve beside the plot, in up to three lines, moved apart where they would collide.
void draw_labels(canvas& on);

} // namespace program
