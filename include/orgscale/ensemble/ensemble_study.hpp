#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/core/describe.hpp>
#include <orgscale/core/type_name.hpp>
#include <orgscale/core/version.hpp>
#include <orgscale/ensemble/detail/mixed.hpp>
#include <orgscale/ensemble/detail/shortly.hpp>
#include <orgscale/ensemble/uncertain.hpp>

namespace orgscale {

namespace detail {

/// A model's name with those of the described types it consists of: `linear_growth<hierarchy>`; for a
/// choice, the name of the alternative it holds. The same with any compiler, and for aliases.
template <described Model>
[[nodiscard]] std::string model_name(const Model& model)
{
    if constexpr (statically_described<Model>) {
        std::string parts;
        const auto  add = [&]<class Owner, class Member>(const parameter<Owner, Member>& line) {
            if constexpr (described<Member>)
                parts += (parts.empty() ? "" : ", ") + model_name(model.*line.member);
        };
        with_lines(detail::lines_of<Model>, [&](const auto&... line) { (add(line), ...); });
        return type_name<Model>() + (parts.empty() ? "" : '<' + parts + '>');
    } else {
        return model.visit([](const auto& held) { return model_name(held); });
    }
}

} // namespace detail

/// Everything the members of an ensemble depend on, as text: library version, model, parameters,
/// distributions, options. A resumed ensemble compares its own with the saved one.
class ensemble_study {
public:
    using line = std::pair<std::string, std::string>; ///< name and value

    ensemble_study() = default;

    template <class Model>
    explicit ensemble_study(const uncertain_model<Model>& model)
    {
        add("orgscale", std::to_string(version_major) + '.' + std::to_string(version_minor) + '.' +
                            std::to_string(version_patch));
        for (const auto& one : model.structures()) {
            const std::string before = one.name.empty() ? "" : one.name + '.';
            add(before + "model", detail::model_name(one.model));
            if (!one.name.empty()) add(before + "share", one.share);
            for_each_parameter(one.model,
                               [&](const parameter_path& path, const auto&, const auto& value) {
                                   add(before + path.text(), static_cast<double>(value));
                               });
        }
        for (const uncertain_parameter& one : model.parameters()) {
            std::uint64_t hash = 0; // of the distribution's quantiles and support
            const auto    put  = [&](double x) {
                hash = detail::mixed(hash, std::bit_cast<std::uint64_t>(x), 0);
            };
            const auto put_quantile = [&](double u) {
                try {
                    put(quantile(one.law, u));
                } catch (const std::exception&) { // no quantile there
                    put(u);
                }
            };
            for (const double u : {0x1p-40, 0x1p-20, 1 - 0x1p-20, 1 - 0x1p-40}) put_quantile(u);
            for (int u = 1; u < 64; ++u) put_quantile(u / 64.0);
            put(support(one.law).first);
            put(support(one.law).second);
            add("vary " + one.name,
                name(one.law) + ' ' + std::to_string(hash) +
                    (one.start ? " in the start, field " + std::to_string(one.start->index) : ""));
        }
        std::size_t row = 0;
        for (const auto& numbers : model.copula().factor())
            for (const double x : numbers) add("correlation " + std::to_string(row++), x);
    }

    /// Adds a line; a file stores name and value separated by a tab.
    void add(std::string what, std::string value)
    {
        const auto breaks = [](char letter) {
            return letter == '\t' || letter == '\n' || letter == '\r';
        };
        std::replace_if(what.begin(), what.end(), breaks, ' ');
        std::replace_if(value.begin(), value.end(), breaks, ' ');
        lines_.emplace_back(std::move(what), std::move(value));
    }
    void add(std::string what, double value) { add(std::move(what), detail::shortly(value)); }

    [[nodiscard]] const std::vector<line>& lines() const { return lines_; }

    /// The first difference from the other, in words; empty if there is none.
    [[nodiscard]] std::optional<std::string> difference(const ensemble_study& other) const
    {
        const line none{};
        for (std::size_t i = 0; i < (std::max)(lines_.size(), other.lines_.size()); ++i) {
            const line& mine   = i < lines_.size() ? lines_[i] : none;
            const line& theirs = i < other.lines_.size() ? other.lines_[i] : none;
            if (mine == theirs) continue;
            if (mine.first == theirs.first)
                return mine.first + " is " + theirs.second + " there, but " + mine.second + " here";
            return (theirs.first.empty() ? "nothing" : theirs.first) + " is there instead of " +
                   (mine.first.empty() ? "nothing" : mine.first);
        }
        return std::nullopt;
    }

    friend bool operator==(const ensemble_study&, const ensemble_study&) = default;

private:
    std::vector<line> lines_;
};

} // namespace orgscale
