#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outcome.hpp"
#include "scenario.hpp"

namespace plan {

/// "linear growth under hierarchy".
[[nodiscard]] std::string long_name(const outcome& one);

/// "deciding", "serving (hiring)": what binds, and where that is serving, what keeps people few.
[[nodiscard]] std::string binding(orgscale::growth_limit                limit,
                                  std::optional<orgscale::growth_limit> cause);

/// The same as half a sentence that explains it, about these customers.
[[nodiscard]] std::string binding_explained(orgscale::growth_limit                limit,
                                            std::optional<orgscale::growth_limit> cause,
                                            const std::string&                    customers);

/// "straight line", "speeding up, as t^1.56", "exponential, 9.7% a year", "levels off near 5.04M".
[[nodiscard]] std::string kind_in_short(const outcome& one, const time_scale& time);

/// "2006.1, deciding", "none", or why the run ended.
[[nodiscard]] std::string wall_in_short(const outcome& one, const time_scale& time);

/// "4.56 million articles"; but 12,300 of a unit that is thousands or millions itself.
[[nodiscard]] std::string amount(double value, const std::string& unit);

/// The number of an amount alone.
[[nodiscard]] std::string amount_alone(double value, const std::string& unit);

/// What people and customers are, without what explains it: "customers" of "customers, each worth
/// 100 dollars".
[[nodiscard]] std::string people_in(const scenario& plan);
[[nodiscard]] std::string customers_in(const scenario& plan);

/// The scenario's own word for customers where it has a short one, "articles", else "customers".
[[nodiscard]] std::string customers_word(const scenario& plan);

/// The same for one of them: "article", else "customer".
[[nodiscard]] std::string customer_word(const scenario& plan);

/// "in 2024", "at month 60".
[[nodiscard]] std::string at_horizon(const scenario& plan);

/// The organisation that a study is about: "as it is", or "as designed" where the scenario states a
/// promise in place of an organisation.
[[nodiscard]] std::string as_it_is(const scenario& plan);

/// The same in a sentence: "as the organisation is now".
[[nodiscard]] std::string as_now(const scenario& plan);

/// In which money the scenario reckons; empty where it tells none.
[[nodiscard]] std::string currency_of(const scenario& plan);

/// How it is run, where that is told: "led by a dashboard, with functional silos and a budget".
[[nodiscard]] std::string run_in_words(const operations& run);

/// "one, two and three".
[[nodiscard]] std::string listed(const std::vector<std::string>& parts);

/// A relative difference that a table would hardly show.
inline constexpr double alike = 0.01;

/// "time_per_level" as "time per level", without what stands before a dot.
[[nodiscard]] std::string readable(const std::string& parameter);

/// A unit of a description with the scenario's own time: "1/time" as "1/year".
[[nodiscard]] std::string unit_in(const std::string& unit, const time_scale& time);

/// The same with a capital letter first.
[[nodiscard]] std::string capital(std::string text);

} // namespace plan
