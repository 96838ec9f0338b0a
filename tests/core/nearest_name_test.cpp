#include <orgscale/core/nearest_name.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <catch.hpp>

namespace nearest_name_test {

using namespace orgscale;

namespace {

const std::vector<std::string_view> known{"hiring_rate", "hiring_time", "churn",
                                          "governance.autonomy", "governance.peers"};

} // namespace

TEST_CASE("edit_distance: letters inserted, deleted, replaced and swapped count one each", "[core]")
{
    CHECK(edit_distance("", "") == 0);
    CHECK(edit_distance("churn", "churn") == 0);
    CHECK(edit_distance("churn", "") == 5);
    CHECK(edit_distance("", "churn") == 5);
    CHECK(edit_distance("chrn", "churn") == 1);   // inserted
    CHECK(edit_distance("chhurn", "churn") == 1); // deleted
    CHECK(edit_distance("chern", "churn") == 1);  // replaced
    CHECK(edit_distance("chrun", "churn") == 1);  // swapped
    CHECK(edit_distance("kitten", "sitting") == 3);
    // Each letter is edited once: not ca -> ac -> abc.
    CHECK(edit_distance("ca", "abc") == 3);
}

TEST_CASE("nearest_name: a typo finds its name", "[core]")
{
    CHECK(nearest_name("hiring_rat", known) == "hiring_rate");
    CHECK(nearest_name("hiring_tmie", known) == "hiring_time");
    CHECK(nearest_name("governence.peers", known) == "governance.peers");
    CHECK(nearest_name("churn", known) == "churn");
}

TEST_CASE("nearest_name: the end of a dotted name is enough", "[core]")
{
    CHECK(nearest_name("autonomy", known) == "governance.autonomy");
    CHECK(nearest_name("peers", known) == "governance.peers");
    // Not a part of a word.
    CHECK(nearest_name("tonomy", known) != "governance.autonomy");
}

TEST_CASE("nearest_name: so is its beginning", "[core]")
{
    CHECK(nearest_name("governance.auto", known) == "governance.autonomy");
    CHECK(nearest_name("hiring", known) == "hiring_rate"); // the first of two
    CHECK(nearest_name("ch", known).empty());              // two letters are not enough
}

TEST_CASE("nearest_name: a name unlike all others finds none", "[core]")
{
    CHECK(nearest_name("price_of_bread", known).empty());
    CHECK(nearest_name("churn", {}).empty());
    CHECK(nearest_name(std::string(1'000'000, 'h'), known).empty());
}

TEST_CASE("suggestion: names the nearest, or all there are", "[core]")
{
    const std::vector<std::string_view> few{"linear", "network"};
    CHECK(suggestion("linaer", few) == "; did you mean linear?");
    CHECK(suggestion("something else", few) == "; known are linear, network");
    CHECK(suggestion("linear", {}).empty());
}

} // namespace nearest_name_test
