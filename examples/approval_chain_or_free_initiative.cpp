// Should initiatives need the approval of every level, the consent of a committee, or only one who believes in them?
#include <cstdio>

#include <orgscale/governance/approval_by_level.hpp>
#include <orgscale/governance/committee.hpp>
#include <orgscale/governance/free_initiative.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/screened.hpp>
#include <orgscale/growth/initiative_flows.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/reach.hpp>

namespace {

using namespace orgscale;

template <real R>
using approved = screened<hierarchy<R>, approval_by_level>;
template <real R>
using free_to_act = screened<hierarchy<R>, free_initiative<R>>;

/// Initiatives that could win twenty customers a month.
template <template <class> class Governance>
linear_growth<Governance> firm(const Governance<double>& governance)
{
    return {
        .governance = governance, .sales_rate = 20, .hiring_rate = 10, .customers_per_person = 5};
}

/// Customers after five years.
template <template <class> class Governance>
double customers(const Governance<double>& governance)
{
    return reach(firm<Governance>(governance), {.people = 57, .customers = 0}, {.to = 60})
        .state.customers;
}

/// What becomes of the first month's twenty.
template <template <class> class Governance>
void print_first_month(const char* who, const Governance<double>& governance)
{
    const auto of =
        initiative_flows_of(firm<Governance>(governance), 0, {.people = 57, .customers = 0});
    std::printf("%-9s   %4.1f   %4.1f   %4.1f\n", who, of.won, of.lost, of.wasted);
}

} // namespace

int main()
{
    // The same firm of three levels; one person accepts four in five good initiatives and one in five bad ones.
    const hierarchy<> ranks{.span_of_control = 7};

    std::puts("good   loss/gain   chain   best of 3, with votes   free   leads");
    for (const double good : {0.8, 0.5, 0.2})
        for (const double loss : {0.25, 1.0, 4.0}) {
            const project_portfolio<> initiatives{
                .good_share = good, .loss = loss, .accepts_good = 0.8, .accepts_bad = 0.2};
            const auto   votes = initiatives.best_consensus(3);
            const double chain =
                customers<approved>({.governance = ranks, .initiatives = initiatives});
            const double board = votes < 1 || votes > 3
                                     ? 0
                                     : customers<committee>({.members = 3,
                                                             .votes   = static_cast<double>(votes),
                                                             .initiatives = initiatives});
            const double free  = customers<free_to_act>(
                {.governance = ranks, .initiatives = initiatives, .screen = {.circle = 3}});
            std::printf("%4.1f   %9.2f   %5.0f   %11.0f %9d   %4.0f   %s\n", good, loss, chain,
                        board, static_cast<int>(votes), free,
                        votes == 1      ? "free"
                        : board > chain ? "committee"
                                        : "chain");
        }

    // Half of them good, a bad one loses what a good one gains.
    const project_portfolio<> half{.good_share = 0.5, .accepts_good = 0.8, .accepts_bad = 0.2};
    std::puts("\nof 20        won   lost   wasted");
    print_first_month<approved>("chain", {.governance = ranks, .initiatives = half});
    print_first_month<committee>("committee", {.members = 3, .votes = 2, .initiatives = half});
    print_first_month<free_to_act>(
        "free", {.governance = ranks, .initiatives = half, .screen = {.circle = 3}});
} // Where errors are cheap and good initiatives frequent, whoever believes in one should act; where a bad one may sink
// the ship, everybody should have to agree. In between a committee does better than either: a chain loses good
// initiatives, free initiative wastes on bad ones what it wins with good ones, and growth alone doesn't show which.

// Output:
// good   loss/gain   chain   best of 3, with votes   free   leads
//  0.8        0.25     592          1154         1   1153   free
//  0.8        1.00     591          1044         1   1044   free
//  0.8        4.00     585           950         2    605   committee
//  0.5        0.25     591          1044         1   1044   free
//  0.5        1.00     585           950         2    605   committee
//  0.5        4.00     564           576         2      0   committee
//  0.2        0.25     585           950         2    605   committee
//  0.2        1.00     564           576         2      0   committee
//  0.2        4.00     467           461         3      0   chain
//
// of 20        won   lost   wasted
// chain       10.1    9.8    0.2
// committee   15.8    2.1    2.1
// free        10.1    0.2    9.8
