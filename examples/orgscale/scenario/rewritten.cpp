#include "scenario/rewritten.hpp"

#include <algorithm>

#include "format/json_comments.hpp"

namespace program {

namespace {

/// Where a line and a column, in letters of UTF-8, lie in a text.
std::size_t place_in(const std::string& text, std::size_t line, std::size_t column)
{
    std::size_t at = 0;
    for (std::size_t left = line; left > 1 && at < text.size(); ++at)
        if (text[at] == '\n') --left;
    const auto continues = [&](std::size_t byte) {
        return byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U;
    };
    for (std::size_t left = column; left > 1 && at < text.size(); --left) {
        ++at;
        while (continues(at)) ++at;
    }
    return at;
}

/// Where the value that begins at a place ends, in a text without comments.
std::size_t end_of_value(const std::string& json, std::size_t from)
{
    std::size_t depth  = 0;
    bool        quoted = false;
    for (std::size_t at = from; at < json.size(); ++at) {
        const char letter = json[at];
        if (quoted) {
            if (letter == '\\')
                ++at;
            else if (letter == '"')
                quoted = false;
            if (!quoted && depth == 0) return at + 1;
            continue;
        }
        if (letter == '"') {
            quoted = true;
        } else if (letter == '{' || letter == '[') {
            ++depth;
        } else if (letter == '}' || letter == ']') {
            if (depth == 0) return at; // of a number, what it stands in
            if (--depth == 0) return at + 1;
        } else if (depth == 0 && std::string{", \t\r\n"}.find(letter) != std::string::npos) {
            return at;
        }
    }
    return json.size();
}

} // namespace

std::string rewritten(const std::string& text, std::vector<replacement> changes)
{
    const auto json  = without_comments(text);
    const auto later = [](const replacement& one, const replacement& other) {
        return one.line != other.line ? one.line > other.line : one.column > other.column;
    };
    std::sort(changes.begin(), changes.end(), later); // so that none moves those before it
    auto changed = text;
    for (const auto& one : changes) {
        const auto from = place_in(text, one.line, one.column);
        changed.replace(from, end_of_value(json, from) - from, one.text);
    }
    return changed;
}

std::string with_entry(const std::string& text, const std::string& entry)
{
    const auto json  = without_comments(text);
    const auto close = json.rfind('}');
    if (close == std::string::npos) return text;
    const auto last    = json.find_last_not_of(" \t\r\n", close - 1);
    auto       changed = text;
    // Behind the last value, before what follows it: a comment stays where it is.
    changed.insert(last + 1, (json[last] == '{' ? "\n  " : ",\n  ") + entry);
    return changed;
}

} // namespace program
