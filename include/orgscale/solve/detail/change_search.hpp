#pragma once

#include <cmath>
#include <cstddef>

#include <orgscale/solve/detail/margins.hpp>

namespace orgscale::detail {

/// The search for the width of a step that ends where what binds changes. A change met by a stage is
/// approached by secants, until the width is known to `close_enough`.
template <class Model>
struct change_search {
    bool        is_on        = false;
    bool        is_abandoned = false;
    std::size_t which        = 0; ///< margin that changes sign
    double      width        = 0; ///< to try
    double      before       = 0; ///< the width that was tried when the change was met

    /// After a step of some width was tried: whether another shall be. A margin up to `floor` throughout is
    /// too small to matter; look_ahead() gives the margins at the step's end.
    template <class Method, class LookAhead>
    [[nodiscard]] bool goes_on(const step_margins<Model>& margins, double tried, bool is_accurate,
                               double floor, double close_enough, const LookAhead& look_ahead)
    {
        constexpr int    most_tries = 8;
        constexpr double beginning  = 1e-7; // of the step: before that it is at its beginning
        const auto       turn_to    = [&](std::size_t margin, double part) {
            is_on     = true;
            which     = margin;
            width     = part * tried;
            has_last_ = false;
            ++tries_;
            return true;
        };
        if (is_abandoned || tries_ >= most_tries) {
            is_on = false;
            return false;
        }
        if (!is_on) {
            if (!margins.template may_change<Method::stages>()) return false;
            const auto first = margins.template first_change<Method>(floor, margin_count<Model>);
            if (!(first.part < 1 - 1e-6) || !(first.part > beginning)) return false;
            before = tried;
            return turn_to(first.which, first.part);
        }
        if (!is_accurate) return false;
        const auto other = margins.template first_change<Method>(floor, which);
        if (other.part < 1 - 1e-6 && other.part > beginning)
            return turn_to(other.which, other.part);

        const double part   = static_cast<double>(Method::c[Method::middle]);
        const double margin = look_ahead()[which];
        const double inside = margins.at[Method::middle][which];
        const double early  = (inside - margins.at[0][which]) / part;
        const double late   = (margin - inside) / (1 - part);
        double       slope  = (late + (late - early) * (1 - part)) / tried;
        if (has_last_ && std::abs(tried - last_width_) > 1e-9 * tried)
            slope = (margin - last_margin_) / (tried - last_width_);
        const double off = -margin / slope;
        if (std::abs(off) <= close_enough) return false; // there
        if (!(tried + off > 0) || !(tried + off < before)) {
            is_on = false;
            return false;
        }
        has_last_    = true;
        last_width_  = tried;
        last_margin_ = margin;
        width        = tried + off;
        ++tries_;
        return true;
    }

private:
    int    tries_      = 0;
    bool   has_last_   = false;
    double last_width_ = 0, last_margin_ = 0;
};

} // namespace orgscale::detail
