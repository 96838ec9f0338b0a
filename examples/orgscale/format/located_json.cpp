#include "format/located_json.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <sstream>

#include <nlohmann/json.hpp>

#include "format/bad_input.hpp"
#include "format/locating_iterator.hpp"

namespace program {

namespace {

constexpr std::size_t deepest_nesting = 50;

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
        name        = printable(name);
        if (std::find(names.begin(), names.end(), name) != names.end())
            refuse(name + " is there twice");
        names.push_back(name);
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error)
    {
        std::string why = error.what(); // "[json.exception.parse_error.101] parse error at..."
        const std::string prefix = "parse error at ";
        if (const auto at = why.find(prefix); at != std::string::npos) {
            why = "not JSON: " + why.substr(at + prefix.size());
            throw bad_input{file_ + ": " + printable(why)};
        }
        refuse(printable(why.substr(std::min(why.size(), why.find("] ") + 2))));
    }

    located_json whole;

private:
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
    const char*                end = text.data() + text.size();
    nlohmann::json::sax_parse(locating_iterator{text.data(), &reached},
                              locating_iterator{end, &reached}, &build);
    return std::move(build.whole);
}

std::string read_file(const std::filesystem::path& file)
{
    std::error_code ignored;
    const auto      name = printable(file.string());
    if (!std::filesystem::exists(file, ignored)) throw bad_input{name + ": there is no such file"};
    if (std::filesystem::is_directory(file, ignored))
        throw bad_input{name + ": is a directory, not a file"};
    std::ifstream      in{file, std::ios::binary};
    std::ostringstream all;
    if (in.peek() != std::ifstream::traits_type::eof()) all << in.rdbuf();
    if (!in.is_open() || in.bad() || all.bad()) throw bad_input{name + ": can't be read"};
    return all.str();
}

} // namespace program
