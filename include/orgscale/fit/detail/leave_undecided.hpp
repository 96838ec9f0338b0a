#pragma once

#include <orgscale/fit/detail/sentence.hpp>
#include <orgscale/fit/growth_verdict.hpp>
#include <orgscale/fit/identified.hpp>

namespace orgscale::detail {

/// Withdraws the verdict, with the reason as a sentence.
template <class... Numbers>
void leave_undecided(identified& answer, const char* reason, Numbers... numbers)
{
    answer.verdict = growth_verdict::undecided;
    answer.reasons.push_back(sentence(reason, numbers...));
}

} // namespace orgscale::detail
