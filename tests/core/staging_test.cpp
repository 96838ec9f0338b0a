#include <orgscale/core/staging.hpp>

#include <array>
#include <optional>

#include <catch.hpp>
#include <referral_firm.hpp>

namespace staging_test {

using namespace orgscale;

namespace {

enum class size_class { village, town, city };

/// Only what the concept requires.
struct settlement {
    using stage_type = size_class;
    static constexpr std::array stages{size_class::village, size_class::town, size_class::city};

    template <class Model>
    [[nodiscard]] size_class of(const Model&, double, const typename Model::state_type& x) const
    {
        if (x.customers >= 100) return size_class::city;
        return x.customers >= 10 ? size_class::town : size_class::village;
    }
};

struct may_have_none : settlement {
    template <class Model>
    [[nodiscard]] std::optional<size_class> of(const Model& model, double t,
                                               const typename Model::state_type& x) const
    {
        if (x.customers < 2) return std::nullopt;
        return settlement::of(model, t, x);
    }
};

struct without_list {
    using stage_type = size_class;
    size_class of(const referral_firm&, double, const referral_firm::state_type&) const;
};

struct of_words : settlement {
    using stage_type = const char*;
    const char* of(const referral_firm&, double, const referral_firm::state_type&) const;
};

struct asked_for_nothing : settlement {
    size_class of() const;
};

struct no_model {
    using real_type = double;
};

} // namespace

TEST_CASE("staging: a user-defined one needs a list of stages and `of`", "[core]")
{
    STATIC_REQUIRE(staging<settlement, referral_firm>);
    STATIC_REQUIRE(staging<may_have_none, referral_firm>);
    constexpr referral_firm firm{.rate = 0.1, .desk = 50};
    CHECK(settlement{}.of(firm, 0, {.customers = 20}) == size_class::town);
    CHECK_FALSE(may_have_none{}.of(firm, 0, {.customers = 1}));
}

TEST_CASE("staging: needs a list of stages, an enumeration and `of`", "[core]")
{
    STATIC_REQUIRE_FALSE(staging<without_list, referral_firm>);
    STATIC_REQUIRE_FALSE(staging<of_words, referral_firm>);
    STATIC_REQUIRE_FALSE(staging<asked_for_nothing, referral_firm>);
    STATIC_REQUIRE_FALSE(staging<int, referral_firm>);
}

TEST_CASE("staging: only for growth models", "[core]")
{
    STATIC_REQUIRE_FALSE(staging<settlement, no_model>);
    STATIC_REQUIRE_FALSE(staging<settlement, int>);
}

} // namespace staging_test
