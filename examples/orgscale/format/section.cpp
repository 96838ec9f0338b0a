#include "format/section.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>

#include <fmt/core.h>

#include "format/bad_input.hpp"
#include "format/nearest_name.hpp"
#include "format/shortened.hpp"
#include "format/wrapped.hpp"

namespace program {

namespace {

const char* in_words(located_json::kind type)
{
    switch (type) {
    case located_json::kind::null: return "null";
    case located_json::kind::boolean: return "true or false";
    case located_json::kind::number: return "a number";
    case located_json::kind::text: return "a text";
    case located_json::kind::list: return "a list";
    case located_json::kind::object: return "an object";
    }
    return "unknown";
}

/// The number that a text holds, "0.02" for "2%"; empty if it holds none.
std::string number_in(const std::string& text)
{
    const auto end = text.find_last_not_of(" \t");
    if (end == std::string::npos) return "";
    const bool  percent = text[end] == '%';
    std::size_t read    = 0;
    double      value   = 0;
    try {
        value = std::stod(text, &read);
    } catch (const std::exception&) {
        return "";
    }
    const auto rest = text.find_first_not_of(" \t", read);
    if (!std::isfinite(value) || rest != (percent ? end : std::string::npos)) return "";
    return fmt::format("{:.10g}", percent ? value / 100 : value);
}

} // namespace

section::section(const located_json& whole, std::string file) : section{&whole, std::move(file), ""}
{
    if (whole.type != located_json::kind::object)
        throw bad_input{file_ + ":" + whole.place() + ": must be an object, but is " +
                        in_words(whole.type)};
}

section::section(const located_json* object, std::string file, std::string path)
    : object_{object}, file_{std::move(file)}, path_{std::move(path)}
{}

std::string section::full_name(std::string_view name) const
{
    return path_.empty() ? shortened(name) : path_ + "." + shortened(name);
}

void section::refuse(std::string_view name, const std::string& why) const
{
    const auto* at = find(name);
    throw bad_input{file_ + ":" + (at != nullptr ? at : object_)->place() + ": " + full_name(name) +
                    " " + why};
}

void section::missing(std::string_view name, const std::string& what_it_is) const
{
    throw bad_input{file_ + (object_ != nullptr ? ":" + object_->place() : std::string{}) + ": " +
                    full_name(name) + " is missing" + (what_it_is.empty() ? "" : ": " + what_it_is)};
}

void section::expect(const located_json& value, std::string_view name, located_json::kind type) const
{
    if (value.type != type)
        refuse(name, std::string{"must be "} + in_words(type) + ", but is " + in_words(value.type));
}

const located_json& section::must(std::string_view name, located_json::kind type) const
{
    const auto* value = find(name);
    if (value == nullptr) missing(name);
    expect(*value, name, type);
    return *value;
}

section section::inner(std::string_view name) const
{
    return {&must(name, located_json::kind::object), file_, full_name(name)};
}

section section::inner_if(std::string_view name) const
{
    return find(name) != nullptr ? inner(name) : section{nullptr, file_, full_name(name)};
}

double section::number(std::string_view name) const
{
    const auto* value = find(name);
    if (value != nullptr && value->type == located_json::kind::text)
        if (const auto meant = number_in(value->text); !meant.empty())
            refuse(name, "must be a number, but is a text; write " + meant + ", without quotes");
    return must(name, located_json::kind::number).number;
}

std::string section::text(std::string_view name) const
{
    constexpr std::size_t longest = 2000;
    const auto&           value   = must(name, located_json::kind::text).text;
    if (letters(value) > longest)
        refuse(name, "must be at most " + std::to_string(longest) + " letters long, but has " +
                         std::to_string(letters(value)));
    return value;
}

std::optional<double> section::number_if(std::string_view name) const
{
    return find(name) != nullptr ? std::optional{number(name)} : std::nullopt;
}

std::optional<std::string> section::text_if(std::string_view name) const
{
    return find(name) != nullptr ? std::optional{text(name)} : std::nullopt;
}

std::optional<bool> section::flag_if(std::string_view name) const
{
    if (find(name) == nullptr) return std::nullopt;
    return must(name, located_json::kind::boolean).truth;
}

std::vector<section> section::list_if(std::string_view name) const
{
    std::vector<section> all;
    if (find(name) == nullptr) return all;
    for (const auto& item : must(name, located_json::kind::list).items) {
        if (item.type != located_json::kind::object)
            throw bad_input{file_ + ":" + item.place() + ": " + full_name(name) +
                            " must list objects, but has " + in_words(item.type)};
        all.push_back({&item, file_, full_name(name) + "[" + std::to_string(all.size()) + "]"});
    }
    return all;
}

std::vector<std::string> section::texts_if(std::string_view name) const
{
    std::vector<std::string> all;
    const auto*              value = find(name);
    if (value == nullptr) return all;
    if (value->type == located_json::kind::text) return {value->text};
    expect(*value, name, located_json::kind::list);
    for (const auto& item : value->items) {
        if (item.type != located_json::kind::text)
            throw bad_input{file_ + ":" + item.place() + ": " + full_name(name) +
                            " must list texts, but has " + in_words(item.type)};
        all.push_back(item.text);
    }
    return all;
}

std::size_t section::one_of(std::string_view name, const std::vector<std::string>& known) const
{
    const auto which = text(name);
    const auto at    = std::find(known.begin(), known.end(), which);
    if (at == known.end())
        refuse(name,
               "is \"" + shortened(which) + "\", which is not known" + did_you_mean(which, known));
    return static_cast<std::size_t>(at - known.begin());
}

void section::only(const std::vector<std::string>& names) const
{
    if (object_ == nullptr) return;
    for (const auto& name : object_->names)
        if (std::find(names.begin(), names.end(), name) == names.end())
            refuse(name, "is not known" + did_you_mean(name, names));
}

} // namespace program
