#pragma once

#include <string>

#include "scenario/scenario.hpp"

namespace program {

/// "300 people and 300 customers", as its target names them.
[[nodiscard]] std::string target_in_words(const scenario& plan);

/// What people and customers are, without what explains it: "customers" of "customers, each worth
/// 100 dollars".
[[nodiscard]] std::string people_in(const scenario& plan);
[[nodiscard]] std::string customers_in(const scenario& plan);

/// The scenario's own words where they are short, "nurses" and "articles", else "people" and "customers".
[[nodiscard]] std::string people_word(const scenario& plan);
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

/// In which money the scenario counts; empty where it states none.
[[nodiscard]] std::string currency_of(const scenario& plan);

/// How it is run, where that is stated: "led by a dashboard, with functional silos and a budget".
[[nodiscard]] std::string run_in_words(const operations& run);

} // namespace program
