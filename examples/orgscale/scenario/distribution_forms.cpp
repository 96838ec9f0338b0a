#include "scenario/distribution_forms.hpp"

#include <cmath>
#include <limits>
#include <utility>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/triangular.hpp>

#include <orgscale/ensemble/mixture.hpp>
#include <orgscale/ensemble/truncated.hpp>
#include <orgscale/ensemble/uniform.hpp>

#include "format/nearest_name.hpp"
#include "format/numbers.hpp"
#include "format/shortened.hpp"

namespace program {

namespace {

const std::vector<std::string> kinds{"uniform",   "triangular", "normal",
                                     "lognormal", "beta",       "mixture"};

void only(const section& from, std::vector<std::string> names, const std::vector<std::string>& more)
{
    names.emplace_back("distribution");
    names.insert(names.end(), more.begin(), more.end());
    from.only(names);
}

/// The distribution between "from" and "to", where they are stated.
given_distribution cut_off(const section& from, given_distribution whole)
{
    const auto low = from.number_if("from"), high = from.number_if("to");
    if (!low && !high) return whole;
    constexpr double no_end = std::numeric_limits<double>::infinity();
    const double     first = low.value_or(-no_end), last = high.value_or(no_end);
    if (low && high)
        must_hold(first < last, from, "to", "greater than from, " + plain_digits(first));
    // Boost.Math's have no share outside their support.
    const auto ends  = support(whole.law);
    const auto below = [&](double x) { return x <= ends.first ? 0 : cdf(whole.law, x); };
    const auto share = (last >= ends.second ? 1 : below(last)) - below(first);
    if (!(share > 1e-6))
        from.refuse(low ? "from" : "to", "leaves all but nothing of the distribution");
    whole.law = orgscale::truncated{whole.law, first > ends.first ? first : -no_end,
                                    last < ends.second ? last : no_end};
    whole.words += low && high ? ", cut off outside " + in_range(first, last)
                               : ", never " + (low ? "below " + plain_digits(first)
                                                   : "above " + plain_digits(last));
    return whole;
}

given_distribution uniform(const section& from, const std::vector<std::string>& more)
{
    only(from, {"from", "to"}, more);
    const double low = from.number("from"), high = from.number("to");
    must_hold(low < high, from, "to", "greater than from, " + plain_digits(low));
    return {orgscale::uniform{low, high}, "anything from " + in_range(low, high)};
}

given_distribution triangular(const section& from, const std::vector<std::string>& more)
{
    only(from, {"from", "mode", "to"}, more);
    const double low = from.number("from"), mode = from.number("mode"), high = from.number("to");
    must_hold(low < high, from, "to", "greater than from, " + plain_digits(low));
    must_hold(low <= mode && mode <= high, from, "mode",
              "between from and to, " + in_range(low, high));
    return {boost::math::triangular_distribution<>{low, mode, high},
            in_range(low, high) + ", most likely " + plain_digits(mode)};
}

given_distribution normal(const section& from, const std::vector<std::string>& more)
{
    only(from, {"mean", "deviation", "from", "to"}, more);
    const double mean = from.number("mean"), deviation = from.number("deviation");
    must_hold(deviation > 0, from, "deviation", "greater than 0");
    return cut_off(from, {boost::math::normal_distribution<>{mean, deviation},
                          "about " + plain_digits(mean) + ", give or take " +
                              plain_digits(deviation) + " (normal)"});
}

given_distribution lognormal(const section& from, const std::vector<std::string>& more)
{
    only(from, {"p10", "p90", "from", "to"}, more);
    const double low = from.number("p10"), high = from.number("p90");
    must_hold(low > 0, from, "p10", "greater than 0");
    must_hold(high > low, from, "p90", "greater than p10, " + plain_digits(low));
    const double reach = quantile(boost::math::normal_distribution<>{}, 0.9);
    const double place = (std::log(low) + std::log(high)) / 2;
    const double scale = (std::log(high) - std::log(low)) / (2 * reach);
    return cut_off(from, {boost::math::lognormal_distribution<>{place, scale},
                          in_range(low, high) + " in 8 of 10 runs (lognormal)"});
}

given_distribution beta(const section& from, const std::vector<std::string>& more)
{
    only(from, {"mean", "deviation", "from", "to"}, more);
    const double mean = from.number("mean"), deviation = from.number("deviation");
    must_hold(mean > 0 && mean < 1, from, "mean", "between 0 and 1");
    const double most = std::sqrt(mean * (1 - mean));
    must_hold(deviation > 0 && deviation < most, from, "deviation",
              "greater than 0 and less than " + plain_digits(most) + ", the most that a mean of " +
                  plain_digits(mean) + " leaves");
    const double weight = mean * (1 - mean) / (deviation * deviation) - 1;
    return cut_off(from, {boost::math::beta_distribution<>{mean * weight, (1 - mean) * weight},
                          "about " + plain_digits(mean) + ", give or take " +
                              plain_digits(deviation) + " (beta)"});
}

given_distribution mixture(const section& from, const std::vector<std::string>& more)
{
    only(from, {"parts"}, more);
    const auto sections = from.list_if("parts");
    if (sections.empty()) from.refuse("parts", "must list the distributions that are mixed");
    std::vector<orgscale::mixture::part> parts;
    std::vector<std::string>             words;
    double                               sum = 0;
    for (const auto& one : sections) {
        const double share = one.number("share");
        must_hold(share > 0, one, "share", "greater than 0");
        auto part = read_distribution(one, {"share"});
        parts.push_back({share, std::move(part.law)});
        words.push_back(std::move(part.words));
        sum += share;
    }
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : "; ") + fixed(100 * parts[i].share / sum, 0) + "%: " + words[i];
    return {orgscale::mixture{std::move(parts)}, text};
}

} // namespace

std::string in_range(double low, double high)
{
    return plain_digits(low) + " to " + plain_digits(high);
}

void must_hold(bool holds, const section& from, const std::string& name, const std::string& rule)
{
    if (!holds)
        from.refuse(name, "must be " + rule + ", but is " + plain_digits(from.number(name)));
}

given_distribution read_distribution(const section& from, const std::vector<std::string>& more)
{
    const auto kind = from.text("distribution");
    if (kind == "uniform") return uniform(from, more);
    if (kind == "triangular") return triangular(from, more);
    if (kind == "normal") return normal(from, more);
    if (kind == "lognormal") return lognormal(from, more);
    if (kind == "beta") return beta(from, more);
    if (kind == "mixture") return mixture(from, more);
    from.refuse("distribution",
                "is \"" + shortened(kind) + "\", which is not known" + did_you_mean(kind, kinds));
}

} // namespace program
