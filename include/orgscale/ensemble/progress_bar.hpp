#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>

#if defined(_WIN32)
#include <io.h>
#else
#include <unistd.h>
#endif

#include <orgscale/ensemble/progress.hpp>

namespace orgscale {

/// A progress bar on standard error, updated at most ten times a second; nothing if standard error is not
/// a terminal. Its line ends with the computation or, if that ends early, when the bar is destroyed.
///
///     ensemble(firm, start, {...}, {...}, on_threads{}, progress_bar{"firm"})
///
///     firm [############............]  52 %  3.1 s, 2.9 s to go
class progress_bar {
public:
    /// Writes to `to` if that is a terminal.
    explicit progress_bar(std::string title = "", std::FILE* to = stderr)
        : progress_bar{std::move(title), to, looks(to)}
    {}

    /// The same with the choice made by the caller.
    progress_bar(std::string title, std::FILE* to, bool is_terminal)
        : title_{std::move(title)}, to_{to}, shown_{is_terminal}
    {}

    void operator()(const progress& now)
    {
        if (!shown_ || now.members == 0) return;
        const bool last = now.done >= now.members;
        if (!last && last_ >= 0 && now.seconds - last_ < 0.1) return;
        last_ = now.seconds;

        constexpr std::size_t width = 24;
        const double share = static_cast<double>(now.done) / static_cast<double>(now.members);
        const auto   full  = static_cast<std::size_t>(share * width);
        std::string  line  = title_;
        if (!line.empty()) line += ' ';
        line += '[' + std::string(full, '#') + std::string(width - full, '.') + ']';
        char numbers[64] = "";
        std::snprintf(numbers, sizeof numbers, " %3.0f %%  %.1f s", 100 * share, now.seconds);
        line += numbers;
        if (!last && now.done > now.before) {
            const double left = now.seconds * static_cast<double>(now.members - now.done) /
                                static_cast<double>(now.done - now.before);
            std::snprintf(numbers, sizeof numbers, ", %.1f s to go", left);
            line += numbers;
        }
        const std::size_t length = line.size();
        if (length < length_) line.append(length_ - length, ' '); // overwrite the old line
        length_ = length;
        std::fprintf(to_, "\r%s", line.c_str());
        std::fflush(to_);
        line_.to = to_;
        if (last) line_.end();
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

    /// The unfinished line, if any. Moving a bar moves it; a copied bar starts its own.
    struct open_line {
        std::FILE* to = nullptr; ///< null if no line is open

        open_line() = default;
        open_line(const open_line&) {}
        open_line(open_line&& other) noexcept : to{std::exchange(other.to, nullptr)} {}
        open_line& operator=(open_line other) noexcept
        {
            std::swap(to, other.to);
            return *this;
        }
        ~open_line() { end(); }

        void end() noexcept
        {
            if (to == nullptr) return;
            std::fputc('\n', to);
            std::fflush(to);
            to = nullptr;
        }
    };

    std::string title_;
    std::FILE*  to_;
    bool        shown_;
    double      last_   = -1; ///< time of the last update [s]
    std::size_t length_ = 0;  ///< length of the last line
    open_line   line_;
};

} // namespace orgscale
