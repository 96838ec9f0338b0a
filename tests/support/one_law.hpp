#pragma once

/// x' = rate(x), a law without a closed form, of one type whatever the rate (see one_number.hpp).
struct one_law {
    using real_type = double;

    double (*of)(double);

    [[nodiscard]] double rate(double x) const { return of(x); }
};
