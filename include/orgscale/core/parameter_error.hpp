#pragma once

#include <concepts>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <source_location>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The name of a value and the place in a program where it was given.
struct named_place {
    const char*          name;
    std::source_location where;
};

/// A parameter that breaks its rule: where it was given, the rule and the value.
///
/// The text reads `file:line:column: must be greater than 0, but is -1`. A value given by name (in a
/// file, on a command line, by a calibration) has the name instead of the place: `sales_rate must be
/// greater than 0, but is -1`. A number of a start has both.
///
/// The text is inside the error, so that throwing and copying it allocate nothing of their own. A rule may have 1023
/// letters, which a list of all known names fits into; a longer one ends in `...`.
class parameter_error : public std::exception {
public:
    parameter_error(const char* rule, double value, std::source_location where) noexcept
        : value_{value}, has_value_{true}, where_{where}
    {
        compose(rule);
    }

    parameter_error(const char* rule, std::source_location where) noexcept : where_{where}
    {
        compose(rule);
    }

    /// For a value given by its name.
    parameter_error(const char* rule, double value, const char* name) noexcept
        : value_{value}, has_value_{true}
    {
        copy(name_, name);
        compose(rule);
    }

    parameter_error(const char* rule, double value, const named_place& place) noexcept
        : value_{value}, has_value_{true}, where_{place.where}
    {
        copy(name_, place.name);
        compose(rule, true);
    }

    parameter_error(const char* rule, const named_place& place) noexcept : where_{place.where}
    {
        copy(name_, place.name);
        compose(rule, true);
    }

    /// For an unknown name, or a value that cannot be shown.
    parameter_error(const char* rule, const char* name) noexcept
    {
        copy(name_, name);
        compose(rule);
    }

    [[nodiscard]] const char* what() const noexcept override { return text_; }

    /// The rule alone, as in `must be greater than 0`.
    [[nodiscard]] const char* rule() const noexcept { return rule_; }

    /// The name it was given by, such as `governance.autonomy`; empty for a value in a program.
    [[nodiscard]] const char* parameter() const noexcept { return name_; }

    /// The refused value; 0 if the rule is over several (see has_value).
    [[nodiscard]] double value() const noexcept { return value_; }
    [[nodiscard]] bool   has_value() const noexcept { return has_value_; }

    /// The place of the initialiser; meaningless for a value given by name.
    [[nodiscard]] const std::source_location& where() const noexcept { return where_; }

private:
    static constexpr int longest_path = 300; ///< the end of a longer path is kept

    /// As much of a text as there is room for, with dots for the rest.
    template <std::size_t Room>
    static void copy(char (&to)[Room], const char* text) noexcept
    {
        if (std::snprintf(to, Room, "%s", text) >= static_cast<int>(Room))
            std::snprintf(to + Room - 4, 4, "...");
    }

    void compose(const char* rule, bool has_both = false) noexcept
    {
        copy(rule_, rule);
        char        place[longest_path + 192] = "";
        const char* file                      = where_.file_name();
        std::size_t length                    = 0;
        while (file[length] != '\0') ++length;
        if (length > longest_path) file += length - longest_path;
        if (has_both) {
            std::snprintf(place, sizeof place, "%s:%u:%u: %s", file, unsigned{where_.line()},
                          unsigned{where_.column()}, name_);
        } else if (name_[0] == '\0') {
            std::snprintf(place, sizeof place, "%s:%u:%u:", file, unsigned{where_.line()},
                          unsigned{where_.column()});
        } else {
            std::snprintf(place, sizeof place, "%s", name_);
        }

        if (has_value_) {
            char digits[32] = "";
            for (int precision = 6; precision <= 17;
                 ++precision) { // the shortest that reads back exactly
                std::snprintf(digits, sizeof digits, "%.*g", precision, value_);
                if (!(std::strtod(digits, nullptr) != value_)) break;
            }
            std::snprintf(text_, sizeof text_, "%s %s, but is %s", place, rule_, digits);
        } else {
            std::snprintf(text_, sizeof text_, "%s %s", place, rule_);
        }
    }

    double               value_     = 0;
    bool                 has_value_ = false;
    std::source_location where_;
    char                 rule_[1024] = "";
    char                 name_[128]  = "";
    char                 text_[1600] = ""; ///< of a place, a name, a rule and a value
};

/// Throws the error or, in a program compiled without exceptions, prints the same text and aborts.
template <std::derived_from<parameter_error> Error>
[[noreturn]] void refuse(const Error& error)
{
#if defined(__cpp_exceptions)
    throw error;
#else
    std::fprintf(stderr, "%s\n", error.what());
    std::abort();
#endif
}

/// Does some work and returns whether it finished without a parameter being refused. In a program
/// compiled without exceptions, a refusal aborts here as anywhere.
template <class Work>
[[nodiscard]] bool accepted(const Work& work)
{
#if defined(__cpp_exceptions)
    try {
        work();
    } catch (const parameter_error&) {
        return false;
    }
#else
    work();
#endif
    return true;
}

} // namespace orgscale
