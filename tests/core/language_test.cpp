#include <orgscale/core/language.hpp>

#include <catch.hpp>

namespace language_test {

// Its errors are tested in tests/compile/refused.
TEST_CASE("language: accepts C++20 and leaves no macro", "[core]")
{
#if defined(ORGSCALE_LANGUAGE)
    FAIL("a macro is left");
#endif
    STATIC_REQUIRE(__cplusplus >= 202002L);
}

} // namespace language_test
