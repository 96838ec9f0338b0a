#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace orgscale {

/// The full name of a parameter, from the outermost type inwards: `governance.autonomy`.
class parameter_path {
public:
    constexpr parameter_path(const parameter_path* outer, const char* name)
        : outer_{outer}, name_{name}
    {}

    /// Its own name, without those of the enclosing types.
    [[nodiscard]] constexpr const char* last() const noexcept { return name_; }

    /// The path that encloses its parameters: itself, or the outer path if its own name is empty.
    [[nodiscard]] constexpr const parameter_path* around() const noexcept
    {
        return *name_ == '\0' ? outer_ : this;
    }

    /// Writes the dotted name into a buffer, truncated if necessary, and returns its length.
    constexpr std::size_t copy(char* buffer, std::size_t size) const noexcept
    {
        std::size_t length = 0;
        if (outer_ != nullptr) {
            length = outer_->copy(buffer, size);
            if (length + 1 < size) buffer[length++] = '.';
        }
        for (const char* letter = name_; *letter != '\0' && length + 1 < size; ++letter)
            buffer[length++] = *letter;
        buffer[length] = '\0';
        return length;
    }

    /// The dotted name.
    [[nodiscard]] std::string text() const
    {
        char              dotted[longest] = {};
        const std::size_t length          = copy(dotted, longest);
        return {dotted, length};
    }

    [[nodiscard]] friend constexpr bool operator==(const parameter_path& path, std::string_view name)
    {
        char              dotted[longest] = {};
        const std::size_t length          = path.copy(dotted, longest);
        return std::string_view{dotted, length} == name;
    }

    static constexpr std::size_t longest = 128;

private:
    const parameter_path* outer_;
    const char*           name_;
};

} // namespace orgscale
