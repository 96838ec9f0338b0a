#pragma once

#include <orgscale/core/real.hpp>

/// The rules of parameters. A rule has `holds(x)`, a mask for numbers with lanes, and the text of its
/// refusal. NaN obeys no rule. Infinity is allowed: an unlimited rate or capacity is `infinity`. Where an
/// equation has no meaning at infinity the rule says `finite`.
///
/// A rule of your own is a type like these; see checked.hpp.
namespace orgscale {

struct above_zero {
    static constexpr auto text = "must be greater than 0";
    static constexpr auto holds(const real auto& x) { return x > 0; }
};

struct zero_or_above {
    static constexpr auto text = "must be 0 or greater";
    static constexpr auto holds(const real auto& x) { return x >= 0; }
};

struct finite_above_zero {
    static constexpr auto text = "must be greater than 0 and finite";
    template <real Real>
    static constexpr auto holds(const Real& x)
    {
        return x > 0 && x < infinity<Real>();
    }
};

struct finite_zero_or_above {
    static constexpr auto text = "must be 0 or greater, and finite";
    template <real Real>
    static constexpr auto holds(const Real& x)
    {
        return x >= 0 && x < infinity<Real>();
    }
};

struct any_finite {
    static constexpr auto text = "must be finite";
    template <real Real>
    static constexpr auto holds(const Real& x)
    {
        return x > -infinity<Real>() && x < infinity<Real>();
    }
};

struct zero_to_one {
    static constexpr auto text = "must be from 0 to 1";
    static constexpr auto holds(const real auto& x) { return x >= 0 && x <= 1; }
};

struct above_zero_to_one {
    static constexpr auto text = "must be greater than 0 and at most 1";
    static constexpr auto holds(const real auto& x) { return x > 0 && x <= 1; }
};

struct zero_to_below_one {
    static constexpr auto text = "must be 0 or greater and less than 1";
    static constexpr auto holds(const real auto& x) { return x >= 0 && x < 1; }
};

struct finite_above_one {
    static constexpr auto text = "must be greater than 1 and finite";
    template <real Real>
    static constexpr auto holds(const Real& x)
    {
        return x > 1 && x < infinity<Real>();
    }
};

struct finite_one_or_above {
    static constexpr auto text = "must be 1 or greater, and finite";
    template <real Real>
    static constexpr auto holds(const Real& x)
    {
        return x >= 1 && x < infinity<Real>();
    }
};

} // namespace orgscale
