#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

#include <boost/multiprecision/cpp_bin_float.hpp>

#include <random_numbers.hpp>

using digits50 = boost::multiprecision::cpp_bin_float_50;

/// The errors of functions in `double` compared with the same code in 50 digits, over their whole domain.
class accuracy_table {
public:
    /// `points`: random points per function.
    explicit accuracy_table(int points) : points_{points} {}

    struct row {
        std::string function;
        std::string domain;
        double      claimed; ///< units in the last place
        double      worst;   ///< worst error found
        std::string where;   ///< its arguments
    };

    /// Evaluates a function of `Size` numbers at the ends of its domain and at random points made by
    /// `draw`. `claimed` is the largest error allowed, in units in the last place of the exact value.
    ///
    ///     table.add<2>("logistic::after", "K = 1000, r t up to 30", 4,
    ///                  []<class R>(const std::array<R, 2>& x) { return R(...); },
    ///                  [](random_numbers& draw) { return std::array{...}; }, {{0, 0}, {1, 700}});
    template <std::size_t Size, class Function, class Draw>
    void add(const std::string& function, const std::string& domain, double claimed,
             const Function& f, const Draw& draw,
             std::initializer_list<std::array<double, Size>> ends = {})
    {
        row            found{function, domain, claimed, -1, {}};
        random_numbers random(1);
        const auto     ask = [&](const std::array<double, Size>& x) {
            std::array<digits50, Size> exact_x;
            for (std::size_t i = 0; i < Size; ++i) exact_x[i] = digits50(x[i]);
            const double error = in_last_places(f(x), digits50(f(exact_x)));
            if (error <= found.worst) return;
            found.worst = error; // also lets a NaN through
            found.where = written(x);
        };
        for (const auto& end : ends) ask(end);
        for (int i = 0; i < points_; ++i) ask(draw(random));
        rows_.push_back(found);
    }

    [[nodiscard]] const std::vector<row>& rows() const { return rows_; }

private:
    /// The error in ulp; 0 if both are infinite.
    [[nodiscard]] static double in_last_places(double given, const digits50& exact)
    {
        const auto nearest = static_cast<double>(exact);
        if (given == nearest && !std::isfinite(nearest)) return 0;
        int exponent = 0;
        static_cast<void>(std::frexp(nearest, &exponent));
        const int    least = std::numeric_limits<double>::min_exponent;
        const double place = std::ldexp(std::numeric_limits<double>::epsilon(),
                                        (exponent < least ? least : exponent) - 1);
        return static_cast<double>(digits50(abs(digits50(digits50(given) - exact)))) / place;
    }

    template <std::size_t Size>
    [[nodiscard]] static std::string written(const std::array<double, Size>& x)
    {
        std::string text;
        for (const double number : x) {
            char digits[32];
            static_cast<void>(
                std::snprintf(digits, sizeof digits, "%s%.4g", text.empty() ? "" : ", ", number));
            text += digits;
        }
        return text;
    }

    int              points_;
    std::vector<row> rows_;
};
