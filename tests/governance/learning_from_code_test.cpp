#include <orgscale/governance/learning_from_code.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>

namespace learning_from_code_test {

using namespace orgscale;

namespace {

constexpr learning_from_code<> typical{
    .socialization = 0.3, .code_knowledge = 0.8, .turnover = 0.1, .turbulence = 0.02};

} // namespace

TEST_CASE("learning_from_code: the closed form solves the recursion", "[governance]")
{
    double member = 0, code = 0.8;
    for (std::int64_t t = 0; t < 60; ++t) {
        CHECK_THAT(typical.knowledge(t), WithinRel(member, 64 * ulp));
        CHECK_THAT(typical.code_after(t), WithinRel(code, 64 * ulp));
        member = (1 - 2 * 0.02) * (1 - 0.1) * ((1 - 0.3) * member + 0.3 * code);
        code *= 1 - 2 * 0.02;
    }
}

TEST_CASE("learning_from_code: March's members, drawn one by one", "[governance]")
{
    // Beliefs -1, 0 or 1 at first with equal probability, reality +1; code and reality as in the model.
    random_numbers draw(1741);
    const int      beliefs = 20000, periods = 6;
    double         sum = 0;
    for (int i = 0; i < beliefs; ++i) {
        const auto   naive  = [&] { return std::floor(draw.between(-1, 2)); };
        double       belief = naive(), reality = 1;
        const double code = draw.between(0, 1) < 0.9 ? 1 : -1; // correct less wrong 0.8
        for (int t = 0; t < periods; ++t) {
            if (draw.between(0, 1) < 0.3) belief = code;
            if (draw.between(0, 1) < 0.1) belief = naive();
            if (draw.between(0, 1) < 0.02) reality = -reality;
        }
        sum += belief * reality;
    }
    CHECK_THAT(sum / beliefs, WithinAbs(typical.knowledge(periods), 4 / std::sqrt(beliefs)));
}

TEST_CASE("learning_from_code: without turnover members come to know what the code knows",
          "[governance]")
{
    const learning_from_code<> loyal{.socialization = 0.1, .code_knowledge = 0.6};
    CHECK_THAT(loyal.knowledge(1000), WithinRel(0.6, 64 * ulp));
    CHECK(loyal.shared_in_the_end() == 1);
    CHECK(loyal.knowledge(0) == 0);
    CHECK((learning_from_code<>{.socialization = 1}.knowledge(1)) == 1);
    CHECK((learning_from_code<>{.socialization = 0}.shared_in_the_end()) == 0);
    CHECK((learning_from_code<>{.socialization = 0.5, .turnover = 1}.knowledge(9)) == 0);
    CHECK(values_of(learning_from_code<>{.socialization = 0.5}) ==
          std::vector<double>{0.5, 1, 0, 0});
}

TEST_CASE(
    "learning_from_code: in the long run a share of the code's knowledge, and none in turbulence",
    "[governance]")
{
    CHECK_THAT(typical.knowledge(400) / typical.code_after(400),
               WithinRel(typical.shared_in_the_end(), 512 * ulp));
    CHECK_THAT(typical.shared_in_the_end(), WithinRel(0.27 / (1 - 0.63), 8 * ulp));
    CHECK(typical.knowledge(400) < 1e-6);
    // Slower socialization of a code that doesn't learn is only slower.
    CHECK(learning_from_code<>{.socialization = 0.1, .turnover = 0.1}.knowledge(50) <
          learning_from_code<>{.socialization = 0.9, .turnover = 0.1}.knowledge(50));
}

TEST_CASE("learning_from_code: describes itself, and refuses time before the start", "[governance]")
{
    CHECK(wrong_in_description(typical).empty());
    CHECK(names_of(typical) ==
          std::vector<std::string>{"socialization", "code_knowledge", "turnover", "turbulence"});
    CHECK(refused_by([] { return typical.knowledge(-1); }) == "periods must be 0 or more");
    CHECK(refused_by([] { return learning_from_code<>{.socialization = 1.5}; }) ==
          "must be from 0 to 1");
}

} // namespace learning_from_code_test
