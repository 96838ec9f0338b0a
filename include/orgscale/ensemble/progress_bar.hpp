#pragma once

#include <cstdio>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

#include <orgscale/ensemble/progress.hpp>

namespace orgscale {

/// A bar on standard error while a computation runs, at most ten times a second; nothing where standard
/// error is not a terminal.
///
///     ensemble(firm, start, {...}, {...}, on_threads{}, progress_bar{"firm"})
///
///     firm [############............]  52 %  3.1 s, 2.9 s to go
class progress_bar {
public:
    /// `to` is for tests; `is_terminal` tells whether anybody looks.
    explicit progress_bar(const char* title = "", std::FILE* to = stderr)
        : progress_bar{title, to, looks(to)}
    {}
    progress_bar(const char* title, std::FILE* to, bool is_terminal)
        : title_{title}, to_{to}, shown_{is_terminal}
    {}

    void operator()(const progress& now)
    {
        if (!shown_ || now.members == 0) return;
        const bool last = now.done >= now.members;
        if (!last && last_ >= 0 && now.seconds - last_ < 0.1) return;
        last_ = now.seconds;

        constexpr int width = 24;
        const double  share = static_cast<double>(now.done) / static_cast<double>(now.members);
        const int     full  = static_cast<int>(share * width);
        std::fprintf(to_, "\r%s%s[", title_, *title_ == '\0' ? "" : " ");
        for (int i = 0; i < width; ++i) std::fputc(i < full ? '#' : '.', to_);
        std::fprintf(to_, "] %3.0f %%  %.1f s", 100 * share, now.seconds);
        if (!last && share > 0)
            std::fprintf(to_, ", %.1f s to go", now.seconds * (1 - share) / share);
        std::fputs(last ? "                \n" : "    ", to_);
        std::fflush(to_);
    }

private:
    [[nodiscard]] static bool looks(std::FILE* to)
    {
#if defined(_WIN32)
        return _isatty(_fileno(to)) != 0;
#else
        return isatty(fileno(to)) != 0;
#endif
    }

    const char* title_;
    std::FILE*  to_;
    bool        shown_;
    double      last_ = -1;
};

} // namespace orgscale
