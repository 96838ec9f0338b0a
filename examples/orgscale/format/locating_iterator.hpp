#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace program {

/// Walks over the text and keeps where the last value or sign began: the parser reports a value when
/// it has read one letter past its end.
class locating_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type        = char;
    using difference_type   = std::ptrdiff_t;
    using pointer           = const char*;
    using reference         = const char&;

    struct place {
        std::size_t line   = 1;
        std::size_t column = 1;
    };
    struct reached {
        place here;             ///< of the next letter
        place value;            ///< where the last text, number or word began
        place sign;             ///< of the last bracket, colon or comma
        bool  in_text  = false; ///< between quotes
        bool  in_word  = false; ///< of a number, true, false, null
        bool  escaping = false; ///< behind a backslash
    };

    locating_iterator(const char* at, reached* so_far) : at_{at}, so_far_{so_far} {}

    reference operator*() const { return *at_; }

    locating_iterator& operator++()
    {
        look(*at_++);
        return *this;
    }

    locating_iterator operator++(int)
    {
        auto before = *this;
        ++*this;
        return before;
    }

    friend bool operator==(const locating_iterator& a, const locating_iterator& b)
    {
        return a.at_ == b.at_;
    }

private:
    void look(char letter)
    {
        auto& now = *so_far_;
        if (now.in_text) {
            now.in_text  = letter != '"' || now.escaping;
            now.escaping = letter == '\\' && !now.escaping;
        } else if (letter == '"') {
            now.value   = now.here;
            now.in_text = true;
            now.in_word = false;
        } else if (std::string_view{"{}[]:,"}.find(letter) != std::string_view::npos) {
            now.sign    = now.here;
            now.in_word = false;
        } else if (letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n') {
            now.in_word = false;
        } else if (!now.in_word) {
            now.value   = now.here;
            now.in_word = true;
        }
        if (letter == '\n') {
            ++now.here.line;
            now.here.column = 1;
        } else if ((static_cast<unsigned char>(letter) & 0xC0U) != 0x80U) {
            ++now.here.column; // letters, not bytes, of UTF-8
        }
    }

    const char* at_;
    reached*    so_far_;
};

} // namespace program
