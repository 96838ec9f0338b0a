#pragma once

#include <catch.hpp>

#include <orgscale/core/governance_at_size.hpp>

/// That a policy's answers about a size, given together, are those that it gives one by one, to the last bit.
template <class Policy>
void check_answers_about_size(const Policy& policy, double people)
{
    const auto together = orgscale::at_size(policy, people);
    const auto answers  = orgscale::governance_at_size<Policy, double>{policy, people};
    CHECK(together.productive_share() == answers.productive_share());
    CHECK(together.realized_effort() == answers.realized_effort());
    CHECK(together.decision_capacity() == answers.decision_capacity());
    CHECK(together.decision_delay() == answers.decision_delay());
    CHECK(together.decision_quality() == answers.decision_quality());
    CHECK(together.reporting_layers() == answers.reporting_layers());
    CHECK(together.wage_multiple(1.3) == answers.wage_multiple(1.3));
}
