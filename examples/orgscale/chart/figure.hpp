#pragma once

#include <string>

#include "chart/plot.hpp"

namespace program {

/// A plot with what stands under it.
struct figure {
    plot        shown;
    std::string note;

    void add(const std::string& sentence)
    {
        if (!sentence.empty()) note += (note.empty() ? "" : " ") + sentence;
    }
};

} // namespace program
