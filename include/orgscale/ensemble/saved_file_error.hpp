#pragma once

#include <exception>
#include <string>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// A file that can't be written, or has the wrong contents: its path, and what is wrong.
class saved_file_error : public std::exception {
public:
    saved_file_error(const std::string& path, const std::string& what) : text_{path + ": " + what}
    {}

    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

private:
    std::string text_;
};

} // namespace orgscale
