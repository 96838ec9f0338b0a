#include <orgscale/governance/greiner_phase.hpp>

#include <optional>
#include <string>
#include <vector>

#include <catch.hpp>

namespace greiner_phase_test {

using namespace orgscale;

TEST_CASE("greiner_phase: names the phases and their crises", "[governance]")
{
    // Greiner (1972), the fifth crisis and the sixth phase from 1998.
    using row = std::vector<std::string>;
    const std::vector<row>       published{{"creativity", "leadership"},
                                           {"direction", "autonomy"},
                                           {"delegation", "control"},
                                           {"coordination", "red tape"},
                                           {"collaboration", "internal growth"},
                                           {"alliances", ""}};
    std::vector<row>             told;
    std::optional<greiner_phase> phase = greiner_phase::creativity;
    for (; phase; phase = next(*phase)) told.push_back({name(*phase), crisis(*phase).value_or("")});
    CHECK(told == published);
}

TEST_CASE("greiner_phase: phases are ordered", "[governance]")
{
    STATIC_REQUIRE(greiner_phase::creativity < greiner_phase::direction);
    STATIC_REQUIRE(greiner_phase::direction < greiner_phase::delegation);
    STATIC_REQUIRE(greiner_phase::delegation < greiner_phase::coordination);
    STATIC_REQUIRE(greiner_phase::coordination < greiner_phase::collaboration);
    STATIC_REQUIRE(greiner_phase::collaboration < greiner_phase::alliances);
    STATIC_REQUIRE(static_cast<int>(greiner_phase::creativity) == 1);
    STATIC_REQUIRE(static_cast<int>(greiner_phase::alliances) == 6);
}

TEST_CASE("greiner_phase: the last phase has no crisis and no successor", "[governance]")
{
    STATIC_REQUIRE_FALSE(crisis(greiner_phase::alliances));
    STATIC_REQUIRE_FALSE(next(greiner_phase::alliances));
    STATIC_REQUIRE(next(greiner_phase::collaboration) == greiner_phase::alliances);
}

TEST_CASE("greiner_phase: an invalid value has no name", "[governance]")
{
    CHECK(std::string{name(static_cast<greiner_phase>(7))} == "unknown");
    CHECK_FALSE(crisis(static_cast<greiner_phase>(7)));
    CHECK_FALSE(next(static_cast<greiner_phase>(7)));
    CHECK_FALSE(next(static_cast<greiner_phase>(0)));
}

} // namespace greiner_phase_test
