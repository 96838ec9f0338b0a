#include <orgscale/core/parameter_path.hpp>

#include <string>

#include <catch.hpp>

namespace parameter_path_test {

using namespace orgscale;

TEST_CASE("parameter_path: it has its dotted name", "[core]")
{
    const parameter_path outer{nullptr, "firm"};
    const parameter_path middle{&outer, "governance"};
    const parameter_path inner{&middle, "autonomy"};
    CHECK(inner == "firm.governance.autonomy");
    CHECK_FALSE(inner == "firm.governance.autonom");
    CHECK_FALSE(inner == "firm.governance.autonomy.");
    CHECK_FALSE(inner == "autonomy");
    CHECK(outer == "firm");
    CHECK(std::string(inner.last()) == "autonomy");
}

TEST_CASE("parameter_path: a path is truncated to fit a buffer", "[core]")
{
    const parameter_path outer{nullptr, "governance"};
    const parameter_path inner{&outer, "autonomy"};

    char roomy[64];
    CHECK(inner.copy(roomy, sizeof roomy) == 19);
    CHECK(std::string(roomy) == "governance.autonomy");

    char tight[14];
    CHECK(inner.copy(tight, sizeof tight) == 13);
    CHECK(std::string(tight) == "governance.au");

    char tiny[5];
    CHECK(inner.copy(tiny, sizeof tiny) == 4);
    CHECK(std::string(tiny) == "gove");
}

TEST_CASE("parameter_path: a path with an empty name is its outer path", "[core]")
{
    const parameter_path outer{nullptr, "firm"};
    const parameter_path unnamed{&outer, ""};
    CHECK(outer.around() == &outer);
    CHECK(unnamed.around() == &outer);
    CHECK(parameter_path{nullptr, ""}.around() == nullptr);
    CHECK(outer.text() == "firm");
}

} // namespace parameter_path_test
