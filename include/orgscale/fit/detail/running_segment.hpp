#pragma once

namespace orgscale::detail {

/// Least squares of a level, or of a sloped line, through a growing segment, by running means.
class running_segment {
public:
    explicit running_segment(bool sloped) : sloped_{sloped} {}

    void add(double t, double y)
    {
        ++n_;
        const double dt = t - mean_t_, dy = y - mean_y_;
        mean_t_ += dt / n_;
        mean_y_ += dy / n_;
        tt_ += dt * (t - mean_t_);
        ty_ += dt * (y - mean_y_);
        yy_ += dy * (y - mean_y_);
    }

    [[nodiscard]] double slope() const { return sloped_ && tt_ > 0 ? ty_ / tt_ : 0; }
    [[nodiscard]] double residual_sum() const
    {
        const double s = yy_ - slope() * ty_;
        return s > 0 ? s : 0;
    }
    [[nodiscard]] double at(double t) const { return mean_y_ + slope() * (t - mean_t_); }
    [[nodiscard]] double points() const { return n_; }

private:
    bool   sloped_;
    double n_ = 0, mean_t_ = 0, mean_y_ = 0, tt_ = 0, ty_ = 0, yy_ = 0;
};

} // namespace orgscale::detail
