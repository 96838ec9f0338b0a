// Which way of growing carries an organisation furthest, what stops it and when, and what would help?
// Longer than others: one command line, with everything that it refuses.

#include <cstdio>
#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include <orgscale/core/version.hpp>

#include "format/bad_input.hpp"
#include "format/nearest_name.hpp"
#include "format/wrapped.hpp"
#include "main/commands.hpp"
#include "main/usage.hpp"

namespace {

using program::bad_input;
using program::command;
using program::usage_of;

constexpr auto usage = "usage: orgscale COMMAND [...]";

/// Usage, what it does, the options, and the rest.
class help_text : public CLI::Formatter {
public:
    static constexpr std::size_t column = 24, widest = 100;

    explicit help_text(std::string of) : usage_{std::move(of)} { column_width(column); }

    /// What an option means, in lines that fit beside its name; CLI11 indents them.
    [[nodiscard]] static std::string beside(const std::string& meaning)
    {
        auto text = program::wrapped(meaning, widest - column, 0);
        text.pop_back();
        return text;
    }

    std::string make_help(const CLI::App* of, std::string, CLI::AppFormatMode mode) const override
    {
        return fmt::format("{}\n\n{}\n{}\n{}\n", usage_, of->get_description(),
                           make_groups(of, mode), of->get_footer());
    }

private:
    std::string usage_;
};

/// The command line of the program.
class command_line {
public:
    explicit command_line(std::vector<command> all) : commands_{std::move(all)}
    {
        using namespace orgscale;
        app_.allow_extras(); // refused here, with the nearest name
        app_.set_help_flag("-h,--help", "prints this");
        app_.set_version_flag(
            "--version",
            fmt::format("orgscale {}.{}.{}", version_major, version_minor, version_patch),
            "prints the version of the library");
        std::string list = "Commands:\n";
        for (const auto& one : commands_) {
            add(one);
            list += fmt::format("  {:<10}{}\n", one.name, one.summary);
        }
        app_.footer(list + "\norgscale COMMAND --help explains one of them.\n\n" + refusal);
        app_.formatter(std::make_shared<help_text>(usage));
    }

    command_line(const command_line&)            = delete;
    command_line& operator=(const command_line&) = delete;

    /// Runs the command given and returns the text to print.
    [[nodiscard]] std::string run(int count, char** values)
    {
        try {
            app_.parse(count, values);
        } catch (const CLI::CallForHelp&) {
            return app_.help();
        } catch (const CLI::CallForVersion& version) {
            return std::string{version.what()} + "\n";
        } catch (const CLI::ParseError& error) {
            refuse(error);
        }
        const auto chosen = app_.get_subcommands();
        if (chosen.empty()) refuse_command();
        const auto& one   = *asked_for(chosen.front());
        const auto  extra = chosen.front()->remaining();
        for (const auto& word : extra)
            if (word.size() > 1 && word.starts_with('-')) refuse_option(one, word);
        if (!extra.empty())
            throw bad_input{fmt::format("one {} at a time, but there is also {}; {}", one.operand,
                                        extra.front(), usage_of(one))};
        const auto alone = alone_in(one, *chosen.front());
        if (alone.empty() && given_.operand.empty())
            throw bad_input{fmt::format("no {} given; {}", one.operand, usage_of(one))};
        for (const auto& option : one.options)
            if (chosen.front()->count(option.name) > 0)
                given_.options.try_emplace(option.name, values_[option.name]);
        return one.run(given_);
    }

private:
    /// The option that was given instead of the operand, if any; refused together with anything else.
    [[nodiscard]] std::string alone_in(const command& one, const CLI::App& sub) const
    {
        std::string alone, other = given_.operand;
        for (const auto& option : one.options) {
            if (sub.count(option.name) == 0) continue;
            if (option.alone && alone.empty())
                alone = option.name;
            else
                other = option.name;
        }
        if (!alone.empty() && !other.empty())
            throw bad_input{fmt::format("{} must be used alone, but there is also {}; {}", alone,
                                        other, usage_of(one))};
        return alone;
    }

    static constexpr auto refusal =
        "Unusable input gives one line on standard error and exit status 2; nothing is "
        "written.";

    void add(const command& one)
    {
        auto* sub = app_.add_subcommand(one.name, one.about);
        sub->allow_extras();
        sub->set_help_flag("-h,--help", "prints this");
        sub->add_option("operand", given_.operand);
        for (const auto& option : one.options) {
            const auto meaning = help_text::beside(option.meaning);
            if (option.value.empty())
                sub->add_flag(option.name, meaning)->disable_flag_override();
            else
                sub->add_option(option.name, values_[option.name], meaning)
                    ->option_text(option.value)
                    ->expected(option.value_optional ? 0 : 1, 1);
        }
        sub->footer(one.notes + "\n\n" + refusal);
        sub->formatter(std::make_shared<help_text>(usage_of(one, "\n       ")));
    }

    [[nodiscard]] const command* asked_for(const CLI::App* sub) const
    {
        for (const auto& one : commands_)
            if (sub->get_name() == one.name) return &one;
        return nullptr;
    }

    [[noreturn]] void refuse_command() const
    {
        const auto extra = app_.remaining();
        if (extra.empty()) throw bad_input{fmt::format("no command given; {}", usage)};
        std::vector<std::string> known;
        for (const auto& one : commands_) known.push_back(one.name);
        const auto& word      = extra.front();
        const bool  is_option = word.starts_with('-');
        if (is_option) known = {"--help", "--version"};
        throw bad_input{fmt::format("{} {} is not known{} {}", is_option ? "option" : "command",
                                    word, program::did_you_mean(word, known), usage)};
    }

    [[noreturn]] static void refuse_option(const command& one, const std::string& word)
    {
        std::vector<std::string> known;
        for (const auto& option : one.options) known.push_back(option.name);
        known.emplace_back("--help");
        throw bad_input{fmt::format("option {} is not known{} {}", word,
                                    program::did_you_mean(word, known), usage_of(one))};
    }

    /// What CLI11 refuses itself: an option without its value, or with more than one.
    [[noreturn]] void refuse(const CLI::ParseError& error) const
    {
        const auto  chosen = app_.get_subcommands();
        const auto* one    = chosen.empty() ? nullptr : asked_for(chosen.front());
        if (one == nullptr) throw bad_input{fmt::format("{}; {}", error.what(), usage)};
        for (const auto& option : one->options)
            if (std::string{error.what()}.find(option.name.substr(2)) != std::string::npos)
                throw bad_input{fmt::format("{} takes {}{}; {}", option.name,
                                            option.value.empty() ? "no value" : "one ",
                                            option.value, usage_of(*one))};
        throw bad_input{fmt::format("{}; {}", error.what(), usage_of(*one))};
    }

    CLI::App app_{
        "Answers questions about how organisations grow, by the models of the library orgscale.",
        "orgscale"};
    std::vector<command>               commands_;
    program::command_input             given_;
    std::map<std::string, std::string> values_; ///< of the options that take one
};

void print(const std::string& text)
{
    const bool whole = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!whole || std::fflush(stdout) != 0) throw bad_input{"standard output: can't be written"};
}

} // namespace

int main(int count, char** values)
{
    try {
        print(command_line{program::commands()}.run(count, values));
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "orgscale: {}\n", error.what());
        return 2;
    }
}
