// A growth model that has limits, and an inflow that is not one of them, must report its flows.
// must say: a growth model that knows more than its limits gives it in flows(t, x)
#include <orgscale/core/flows.hpp>

struct shop {
    using real_type = double;
    struct state_type {
        double customers;
    };
    struct limits_type {
        double sell, serve;
    };
    enum class limit { sell, serve };

    limits_type limits(double, const state_type&) const { return {20, 10}; }
    limit       bottleneck(double, const state_type&) const { return limit::serve; }
    state_type  derivative(double, const state_type&) const { return {10}; }
#if defined(REFUSED)
    double inflow(double, const state_type&) const { return 9; }
#endif
};

double taken_on();

double taken_on() { return orgscale::inflow(shop{}, 0, {.customers = 3}); }
