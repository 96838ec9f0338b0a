#include <orgscale/core/version.hpp>

#include <string>

#include <catch.hpp>

namespace version_test {

using namespace orgscale;

TEST_CASE("version: three constants, none negative", "[core]")
{
    STATIC_REQUIRE(version_major >= 0);
    STATIC_REQUIRE(version_minor >= 0);
    STATIC_REQUIRE(version_patch >= 0);
}

TEST_CASE("version: the build and its packages have the header's version", "[core]")
{
    CHECK(std::to_string(version_major) + "." + std::to_string(version_minor) + "." +
              std::to_string(version_patch) ==
          ORGSCALE_PROJECT_VERSION);
}

} // namespace version_test
