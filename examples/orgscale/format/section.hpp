#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/located_json.hpp"

namespace program {

/// An object of the file, read by name; refusals name the file, the place and the full name.
class section {
public:
    /// The whole file.
    section(const located_json& whole, std::string file);

    [[nodiscard]] const located_json* find(std::string_view name) const
    {
        return object_ == nullptr ? nullptr : object_->find(name);
    }

    [[nodiscard]] section                    inner(std::string_view name) const; ///< must be there
    [[nodiscard]] section                    inner_if(std::string_view name) const; ///< else empty
    [[nodiscard]] double                     number(std::string_view name) const;
    [[nodiscard]] std::string                text(std::string_view name) const;
    [[nodiscard]] std::optional<double>      number_if(std::string_view name) const;
    [[nodiscard]] std::optional<std::string> text_if(std::string_view name) const;
    [[nodiscard]] std::optional<bool>        flag_if(std::string_view name) const;

    /// The objects of a list; none where it isn't there.
    [[nodiscard]] std::vector<section> list_if(std::string_view name) const;

    /// The texts of a list, or the one text.
    [[nodiscard]] std::vector<std::string> texts_if(std::string_view name) const;

    /// Which of these names a text is; refuses any other, with the nearest.
    [[nodiscard]] std::size_t one_of(std::string_view                name,
                                     const std::vector<std::string>& known) const;

    /// Refuses any other name, with the nearest of these.
    void only(const std::vector<std::string>& names) const;

    [[nodiscard]] std::string full_name(std::string_view name) const;
    [[noreturn]] void         refuse(std::string_view name, const std::string& why) const;
    [[noreturn]] void missing(std::string_view name, const std::string& what_it_is = {}) const;

    [[nodiscard]] bool                            here() const { return object_ != nullptr; }
    [[nodiscard]] const std::string&              file() const { return file_; }
    [[nodiscard]] const std::string&              path() const { return path_; }
    [[nodiscard]] std::string                     place() const { return object_->place(); }
    [[nodiscard]] const std::vector<std::string>& names() const { return object_->names; }

private:
    section(const located_json* object, std::string file, std::string path);

    [[nodiscard]] const located_json& must(std::string_view name, located_json::kind type) const;
    void expect(const located_json& value, std::string_view name, located_json::kind type) const;

    const located_json* object_;
    std::string         file_;
    std::string         path_; ///< "organisation"; empty for the whole
};

} // namespace program
