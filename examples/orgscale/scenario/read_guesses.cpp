#include "scenario/read_guesses.hpp"

#include <set>

#include "format/nearest_name.hpp"
#include "format/shortened.hpp"

namespace program {

namespace {

void check_names(const section& from, const std::string& entry, const guesses& read,
                 const problem& all)
{
    std::set<std::string> known;
    for (const auto& one : all.compositions)
        for (const auto& line : parameters_of(one)) {
            known.insert(line.name);
            known.insert(without_prefix(line.name));
        }
    for (const auto& name : read.names)
        if (!known.contains(name))
            from.refuse(entry, "names " + shortened(name) + ", which is not a parameter" +
                                   did_you_mean(name, {known.begin(), known.end()}));
}

} // namespace

guesses read_guesses(const section& whole, const problem& all)
{
    const auto* written = whole.find("guesses");
    if (written == nullptr) return {};
    if (written->type == located_json::kind::text) {
        static_cast<void>(whole.one_of("guesses", {"all"}));
        return {.all = true};
    }
    if (written->type == located_json::kind::object) {
        const auto inner = whole.inner("guesses");
        inner.only({"all_but"});
        if (inner.find("all_but") == nullptr) inner.missing("all_but");
        const guesses read{.all = true, .names = inner.texts_if("all_but")};
        check_names(inner, "all_but", read, all);
        return read;
    }
    const guesses read{.all = false, .names = whole.texts_if("guesses")};
    check_names(whole, "guesses", read, all);
    return read;
}

} // namespace program
