#include <orgscale/ensemble/saved_file_error.hpp>

#include <string>

#include "catch.hpp"

namespace saved_file_error_test {

TEST_CASE("saved_file_error: names the file first", "[ensemble]")
{
    const orgscale::saved_file_error error{"firm.saved", "is cut short"};
    CHECK(std::string{error.what()} == "firm.saved: is cut short");
}

} // namespace saved_file_error_test
