#include "format/json_comments.hpp"

#include <cstddef>

namespace program {

namespace {

/// Where the text between quotes that begins here ends.
std::size_t end_of_text(std::string_view text, std::size_t quote)
{
    std::size_t at = quote + 1;
    while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2U : 1U;
    return at < text.size() ? at + 1 : text.size();
}

/// Where the comment that begins here ends; here if none does.
std::size_t end_of_comment(std::string_view text, std::size_t at)
{
    const auto sign = text.substr(at, 2);
    if (sign == "//") {
        const auto end = text.find('\n', at);
        return end == std::string_view::npos ? text.size() : end;
    }
    if (sign == "/*") {
        const auto end = text.find("*/", at + 2);
        return end == std::string_view::npos ? at : end + 2; // one that isn't closed is no comment
    }
    return at;
}

} // namespace

std::string without_comments(std::string_view text)
{
    std::string left;
    left.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            const auto end = end_of_text(text, at);
            left += text.substr(at, end - at);
            at = end;
            continue;
        }
        const auto end = end_of_comment(text, at);
        if (end == at) {
            left += text[at++];
            continue;
        }
        for (; at < end; ++at) { // a space for each letter, not for each byte
            const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
            if (text[at] == '\n')
                left += '\n';
            else if (begins)
                left += ' ';
        }
    }
    return left;
}

} // namespace program
