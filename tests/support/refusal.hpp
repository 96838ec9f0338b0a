#pragma once

#include <optional>
#include <string>

#include <orgscale/core/parameter_error.hpp>

/// The error thrown by making something; empty if it is not refused.
template <class Make>
std::optional<orgscale::parameter_error> refusal(const Make& make)
{
    try {
        static_cast<void>(make());
    } catch (const orgscale::parameter_error& error) {
        return error;
    }
    return std::nullopt;
}

/// The error's text.
template <class Make>
std::string refusal_text(const Make& make)
{
    const auto error = refusal(make);
    return error ? error->what() : "nothing was refused";
}

/// The rule that the error reports.
template <class Make>
std::string refused_by(const Make& make)
{
    const auto error = refusal(make);
    return error ? error->rule() : "nothing was refused";
}
