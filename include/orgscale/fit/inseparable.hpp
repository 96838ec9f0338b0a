#pragma once

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// A combination of relative changes of parameters that the data can't tell from none: changed together by these
/// shares, the curve moves by less than its uncertainty even where each share is 1.
struct inseparable {
    struct part {
        std::string name;
        double      share; ///< of the largest, which is 1
    };

    std::vector<part> parts;       ///< the largest first, those below 0.1 left out
    double            sensitivity; ///< how much the curve moves, in units of what could be seen [-]

    /// "hiring_rate (1), churn (-0.31)"; a parameter alone by its name.
    [[nodiscard]] std::string text() const
    {
        if (parts.size() == 1) return parts[0].name;
        std::string words;
        for (const part& one : parts) {
            char share[32] = {};
            std::snprintf(share, sizeof share, "%.2g", one.share);
            words += (words.empty() ? "" : ", ") + one.name + " (" + share + ")";
        }
        return words;
    }
};

} // namespace orgscale
