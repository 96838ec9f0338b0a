#include <orgscale/fit/fit_bass_regression.hpp>

#include <vector>

#include <bass_series.hpp>
#include <catch.hpp>
#include <refusal.hpp>

namespace fit_bass_regression_test {

using namespace orgscale;

auto printed(double value, double unit) { return WithinAbs(value, unit / 2 * 1.001); }

struct known_fit {
    const std::vector<double>& sales;
    double                     p, p_error, q, q_error, m, m_error;
};

// Recomputed with two other programs.
TEST_CASE("fit_bass_regression: three series of durables", "[fit]")
{
    const known_fit known = GENERATE(
        known_fit{bass_series::room_air_conditioners, 0.0169920, 0.00612, 0.404946, 0.0505,
                  17091.25, 1184.7},
        known_fit{bass_series::clothes_dryers, 0.0196148, 0.00521, 0.348142, 0.0420, 15280.76,
                  1021.6},
        known_fit{bass_series::colour_tv, 0.0356933, 0.01127, 0.671931, 0.0857, 35494.64, 2124.6});
    const auto fit = fit_bass_regression(known.sales);
    REQUIRE(fit.law());
    CHECK_THAT(fit.innovation->estimate, printed(known.p, 1e-7));
    CHECK_THAT(fit.innovation->standard_error, printed(known.p_error, 1e-5));
    CHECK_THAT(fit.imitation->estimate, printed(known.q, 1e-6));
    CHECK_THAT(fit.imitation->standard_error, printed(known.q_error, 1e-4));
    CHECK_THAT(fit.potential->estimate, printed(known.m, 1e-2));
    CHECK_THAT(fit.potential->standard_error, printed(known.m_error, 1e-1));
    CHECK(fit.law()->potential == fit.potential->estimate);
}

TEST_CASE(
    "fit_bass_regression: the coefficients of room air conditioners, and the errors of video recorders",
    "[fit]")
{
    const auto rooms = fit_bass_regression(bass_series::room_air_conditioners);
    CHECK_THAT(rooms.constant.estimate, printed(290.4151, 1e-4));
    CHECK_THAT(rooms.constant.standard_error, printed(109.87, 1e-2));
    CHECK_THAT(rooms.linear.estimate, printed(0.38795375, 1e-8));
    CHECK_THAT(rooms.linear.standard_error, printed(0.0537, 1e-4));
    CHECK_THAT(rooms.quadratic.estimate, printed(-2.369316e-5, 1e-11));
    CHECK_THAT(rooms.quadratic.standard_error, printed(4.40e-6, 1e-8));
    CHECK(rooms.degrees_of_freedom == 10);

    const auto recorders = fit_bass_regression(bass_series::video_recorders);
    CHECK_THAT(recorders.innovation->standard_error, printed(0.01013, 1e-5));
    CHECK_THAT(recorders.imitation->standard_error, printed(0.0712, 1e-4));
    CHECK_THAT(recorders.potential->standard_error, printed(2397.2, 1e-1));
}

TEST_CASE("fit_bass_regression: sales that only grow have no potential", "[fit]")
{
    const std::vector<double> growing{1, 2, 4, 8, 16, 32.5, 66};
    const auto                fit = fit_bass_regression(growing);
    CHECK(fit.quadratic.estimate > 0);
    CHECK_FALSE(fit.law());
    CHECK(fit.linear.standard_error > 0);
}

TEST_CASE("fit_bass_regression: refuses too little, or nothing to regress on", "[fit]")
{
    CHECK(refused_by([] { return fit_bass_regression(std::vector<double>{1, 2, 3}); }) ==
          "must be at least four");
    CHECK(refused_by([] { return fit_bass_regression(std::vector<double>{0, 0, 0, 0}); }) ==
          "must not be all 0");
    CHECK(refused_by([] { return fit_bass_regression(std::vector<double>{5, 0, 0, 0, 0}); }) ==
          "must differ from period to period");
}

} // namespace fit_bass_regression_test
