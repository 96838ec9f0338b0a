#pragma once

#include <cstdio>
#include <string>

namespace orgscale::detail {

/// Text with numbers in it, up to 400 characters.
template <class... Numbers>
[[nodiscard]] std::string sentence(const char* form, Numbers... numbers)
{
    char text[400];
    std::snprintf(text, sizeof text, form, numbers...);
    return text;
}

} // namespace orgscale::detail
