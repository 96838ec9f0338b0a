#include <orgscale/ensemble/rank_error.hpp>

#include <string>

#include "catch.hpp"

namespace rank_error_test {

TEST_CASE("rank_error: reports the rank and its message", "[ensemble]")
{
    const orgscale::rank_error error{2, 4, "no memory"};
    CHECK(error.rank() == 2);
    CHECK(std::string{error.what()} == "rank 2 of 4: no memory");
}

} // namespace rank_error_test
