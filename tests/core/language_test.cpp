#include <orgscale/core/language.hpp>

#include <catch.hpp>

namespace language_test {

// What another language or an older compiler is told is among the tests of tests/compile/refused.
TEST_CASE("language: accepts the one these tests are compiled in, and leaves no macro", "[core]")
{
#if defined(ORGSCALE_LANGUAGE)
    FAIL("a macro is left");
#endif
    STATIC_REQUIRE(__cplusplus >= 202002L);
}

} // namespace language_test
