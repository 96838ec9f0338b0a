#include "format/wrapped.hpp"

#include <algorithm>
#include <sstream>

namespace program {

std::size_t letters(const std::string& text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

std::string wrapped(const std::string& text, std::size_t width, std::size_t indent)
{
    std::istringstream words{text};
    std::string        out, line;
    for (std::string word; words >> word;) {
        if (!line.empty() && letters(line) + 1 + letters(word) > width) {
            out += line + "\n";
            line = std::string(indent, ' ') + word;
        } else {
            line += (line.empty() ? "" : " ") + word;
        }
    }
    return out + line + "\n";
}

} // namespace program
