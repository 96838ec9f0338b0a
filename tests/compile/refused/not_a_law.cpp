// A type without a rate can't be solved, and the concept says so.
// must say: not_a_law.cpp:18:
// must say: solvable
#include <orgscale/solve/solve.hpp>

struct savings {
    using real_type = double;
#if !defined(REFUSED)
    double rate(double money) const { return 0.03 * money; }
#endif
};

double savings_after(double years);

double savings_after(double years)
{
    const savings account;
    return orgscale::solve(account, 100, {.to = years})(years);
}
