#include "scenario/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <stdexcept>

#include <orgscale/ensemble/uniform.hpp>

#include "format/numbers.hpp"
#include "scenario/distribution_forms.hpp"

namespace program {

namespace {

/// [low, high].
given_distribution interval(const section& from, const std::string& name)
{
    const auto& items   = from.find(name)->items;
    const bool  numbers = std::all_of(items.begin(), items.end(), [](const located_json& one) {
        return one.type == located_json::kind::number;
    });
    if (items.size() != 2 || !numbers)
        from.refuse(name,
                    "must be a number, [low, high] or an object with a distribution, but is a "
                    "list of something else");
    const double low = items[0].number, high = items[1].number;
    if (!(low < high))
        from.refuse(name, "must be [low, high] with low less than high, but is [" +
                              plain_digits(low) + ", " + plain_digits(high) + "]");
    return {orgscale::uniform{low, high}, "anything from " + in_range(low, high)};
}

/// Whether numbers can be drawn, also the rarest.
bool can_be_drawn(const orgscale::distribution& law)
{
    constexpr double rarest = 1e-12;
    try {
        return std::isfinite(quantile(law, rarest)) && std::isfinite(quantile(law, 1 - rarest));
    } catch (const std::exception&) {
        return false;
    }
}

} // namespace

bool is_uncertain(const section& from, const std::string& name)
{
    const auto* value = from.find(name);
    return value != nullptr &&
           (value->type == located_json::kind::list || value->type == located_json::kind::object);
}

uncertain_value read_unknown(const section& from, const std::string& name)
{
    const bool is_list = from.find(name)->type == located_json::kind::list;
    const auto read    = [&] {
        try {
            return is_list ? interval(from, name)
                              : read_distribution(from.inner(name), {"value", "source"});
        } catch (const std::domain_error&) { // of Boost.Math
            from.refuse(name, "has numbers of which no distribution can be made");
        }
    };
    const auto one = read();
    if (!can_be_drawn(one.law)) from.refuse(name, "spreads too widely to be drawn from");

    uncertain_value found{.what = {.place  = from.find(name)->place(),
                                   .path   = from.full_name(name),
                                   .name   = name,
                                   .value  = quantile(one.law, 0.5),
                                   .p10    = quantile(one.law, 0.1),
                                   .p90    = quantile(one.law, 0.9),
                                   .words  = one.words,
                                   .source = ""},
                          .law  = one.law};
    if (is_list) return found;
    const auto inner  = from.inner(name);
    found.what.source = inner.text_if("source").value_or("");
    if (const auto value = inner.number_if("value")) {
        const auto ends = support(one.law);
        must_hold(ends.first <= *value && *value <= ends.second, inner, "value",
                  "one that the distribution can give, " + in_range(ends.first, ends.second));
        found.what.value = *value;
    }
    return found;
}

void refuse_domain(const std::string& rule, const section& from, const uncertain_value& one)
{
    const auto [low, high] = support(one.law);
    const auto shown       = [](double x) {
        return std::isinf(x) ? std::string{x < 0 ? "minus infinity" : "infinity"} : plain_digits(x);
    };
    const bool no_end = std::isinf(low) || std::isinf(high);
    from.refuse(one.what.name, rule + ", but its distribution (" + one.what.words + ") goes from " +
                                   shown(low) + " to " + shown(high) +
                                   (no_end ? "; \"from\" and \"to\" would cut it off" : ""));
}

double number_or_middle(const section& from, const std::string& name)
{
    return is_uncertain(from, name) ? read_unknown(from, name).what.value : from.number(name);
}

} // namespace program
