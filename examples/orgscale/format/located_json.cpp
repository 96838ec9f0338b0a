#include "format/located_json.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include <nlohmann/json.hpp>

#include "format/bad_input.hpp"
#include "format/json_comments.hpp"
#include "format/locating_iterator.hpp"
#include "format/shortened.hpp"

namespace program {

namespace {

constexpr std::size_t deepest_nesting = 50;
constexpr std::size_t max_items       = 2000; ///< of a list or an object

std::string printable(std::string text)
{
    for (auto& letter : text)
        if (static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f) letter = ' ';
    return text;
}

/// Builds the value from the parser's events.
class builder {
public:
    using json = nlohmann::json;

    builder(const std::string& file, const locating_iterator::reached& reached)
        : file_{file}, reached_{reached}
    {}

    bool null() { return add({}); }
    bool boolean(bool truth) { return add({.type = located_json::kind::boolean, .truth = truth}); }
    bool number_integer(json::number_integer_t n) { return number(static_cast<double>(n)); }
    bool number_unsigned(json::number_unsigned_t n) { return number(static_cast<double>(n)); }
    bool number_float(json::number_float_t n, const std::string&) { return number(n); }
    bool binary(json::binary_t&) { return false; } // never in JSON text

    bool string(std::string& text)
    {
        return add({.type = located_json::kind::text, .text = printable(text)});
    }

    bool start_object(std::size_t) { return open(located_json::kind::object); }
    bool start_array(std::size_t) { return open(located_json::kind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name)
    {
        auto& names = open_.back().names;
        if (names.size() == max_items) refuse("an object has too many entries");
        name = printable(name);
        if (std::find(names.begin(), names.end(), name) != names.end())
            refuse(shortened(name) + " is there twice");
        names.push_back(name);
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error)
    {
        std::string why = error.what(); // "[json.exception.parse_error.101] parse error at..."
        const std::string prefix = "parse error at ";
        if (const auto at = why.find(prefix); at != std::string::npos) {
            throw bad_input{file_ + ": not JSON: " +
                            with_short_token(why.substr(at + prefix.size())) + likely_slip(why)};
        }
        refuse(with_short_token(why.substr(std::min(why.size(), why.find("] ") + 2))));
    }

    located_json whole;

private:
    /// What the parser says, of the text that it read last at most as much as is quoted.
    [[nodiscard]] static std::string with_short_token(std::string said)
    {
        const auto from = said.find('\''), to = said.rfind('\'');
        if (from != std::string::npos && to > from)
            said.replace(from + 1, to - from - 1, shortened(said.substr(from + 1, to - from - 1)));
        return printable(std::move(said));
    }

    /// What people most often did where the parser says this.
    [[nodiscard]] static const char* likely_slip(std::string_view said)
    {
        const auto has = [&](const char* words) { return said.find(words) != said.npos; };
        if (has("unexpected '}'; expected string") || has("unexpected ']'; expected"))
            return "; is there a comma too many before it?";
        if (has("unexpected string literal; expected '}'") || has("unexpected '{'; expected '}'") ||
            has("unexpected ':'; expected"))
            return "; is there a comma missing before it?";
        if (has("unexpected number literal; expected string"))
            return "; a number has a point, not a comma: 0.5";
        if (has("invalid literal")) return "; a text goes in double quotes";
        return "";
    }

    bool number(double value) { return add({.type = located_json::kind::number, .number = value}); }

    bool open(located_json::kind type)
    {
        if (open_.size() == deepest_nesting) refuse("lists and objects are nested too deeply");
        open_.push_back({.type = type, .line = reached_.sign.line, .column = reached_.sign.column});
        return true;
    }

    bool close()
    {
        auto done = std::move(open_.back());
        open_.pop_back();
        return put(std::move(done));
    }

    bool add(located_json value)
    {
        value.line   = reached_.value.line;
        value.column = reached_.value.column;
        return put(std::move(value));
    }

    bool put(located_json value)
    {
        if (open_.empty()) {
            whole = std::move(value);
        } else {
            if (open_.back().items.size() == max_items) refuse("a list has too many entries");
            open_.back().items.push_back(std::move(value));
        }
        return true;
    }

    [[noreturn]] void refuse(const std::string& why) const
    {
        throw bad_input{file_ + ":" + std::to_string(reached_.value.line) + ":" +
                        std::to_string(reached_.value.column) + ": " + why};
    }

    const std::string&                file_;
    const locating_iterator::reached& reached_;
    std::vector<located_json>         open_;
};

} // namespace

const located_json* located_json::find(std::string_view name) const
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? nullptr : &items[static_cast<std::size_t>(at - names.begin())];
}

std::string located_json::place() const
{
    return std::to_string(line) + ":" + std::to_string(column);
}

located_json parse_located(std::string_view text, const std::string& file)
{
    locating_iterator::reached reached;
    builder                    build{file, reached};
    const auto                 json = without_comments(text);
    const char*                end  = json.data() + json.size();
    nlohmann::json::sax_parse(locating_iterator{json.data(), &reached},
                              locating_iterator{end, &reached}, &build);
    return std::move(build.whole);
}

} // namespace program
