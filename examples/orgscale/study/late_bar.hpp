#pragma once

#include <cstdio>

#include <orgscale/ensemble/progress_bar.hpp>

namespace program {

/// A progress bar that doesn't appear for what is soon done.
class late_bar {
public:
    static constexpr double soon = 0.5; ///< [s]

    explicit late_bar(const char* title, std::FILE* to = stderr) : bar_{title, to} {}
    late_bar(const char* title, std::FILE* to, bool is_terminal) : bar_{title, to, is_terminal} {}

    void operator()(const orgscale::progress& now)
    {
        begun_ = begun_ || (now.seconds >= soon && now.done < now.members);
        if (begun_) bar_(now);
    }

private:
    orgscale::progress_bar bar_;
    bool                   begun_ = false;
};

} // namespace program
