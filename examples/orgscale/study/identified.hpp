#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace program {

/// An estimate with the interval that holds it at 95 percent; an end that isn't there is unbounded.
struct estimated {
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
};

/// A time or size with a value.
struct place_of_value {
    double at;
    double value;
};

/// A size and an output, of a time where there are times.
struct sized_figure {
    std::optional<double> time;
    double                size, output;
};

/// A forecast, or a fitted curve with its uncertainty.
struct value_with_band {
    double at;
    double low, value, high; ///< of which low and high may be infinite
};

/// A verdict with its probability.
struct chance_of {
    std::string verdict;
    double      probability;
};

/// One of the laws that were compared.
struct law_found {
    std::string           name;        ///< "logistic"
    double                probability; ///< 0 to 1
    double                error;   ///< root mean square of its best curve, a share of the figures
    std::optional<double> ceiling; ///< of its best curve, where it has one
    std::vector<place_of_value> curve{}; ///< its best one, over the data's time and beyond
};

/// What a back-test says: made from the figures up to a time, about a later one.
struct forecast_tested {
    double                made_at;
    double                about;
    double                came;
    value_with_band       said; ///< at `about`
    std::optional<double> ceiling;
    std::string           verdict;
};

/// How a figure grows over time.
struct series_growth {
    std::string                  verdict;  ///< "saturating"
    std::vector<chance_of>       chances;  ///< of each verdict
    std::vector<law_found>       laws;     ///< the most probable first
    estimated                    exponent; ///< of output ~ time^exponent
    std::optional<estimated>     ceiling;
    std::optional<estimated>     wall;    ///< when growth falls to a tenth of its peak rate
    std::optional<estimated>     rate;    ///< of exponential growth, in a unit of time
    std::vector<estimated>       changes; ///< dates of changes of regime
    std::optional<double>        stable_since;
    std::vector<std::string>     reasons;
    std::vector<value_with_band> forecast;
    std::vector<place_of_value>  residuals; ///< of the most probable law, in shares of its value
    std::vector<place_of_value>  ceiling_profile;   ///< distances from the best one, as Student's t
    double                       ceiling_limit = 0; ///< the distance at which a ceiling is excluded
    std::vector<forecast_tested> back_tests;
};

/// One way to find an exponent.
struct exponent_found {
    std::string how; ///< "levels, errors that last"
    estimated   value;
};

/// How a figure depends on a size.
struct size_scaling {
    std::string                  verdict; ///< "sublinear"
    estimated                    exponent;
    std::vector<exponent_found>  ways;
    std::optional<estimated>     change;        ///< where the relation changes
    std::optional<double>        before, after; ///< the exponents there
    std::vector<std::string>     reasons;
    std::vector<value_with_band> line;
};

/// A file of figures and what it says.
struct identified {
    std::string                 file, title;
    std::vector<std::string>    sources, notes;
    std::string                 time_name, size_name, output_name; ///< empty where there is none
    std::string                 size_unit, output_unit;
    bool                        calendar = false; ///< times are calendar years
    std::vector<place_of_value> over_time;
    std::vector<sized_figure>   over_size;
    std::vector<std::string>    remarks; ///< what was done with the file

    std::optional<series_growth> growth;
    std::optional<size_scaling>  scaling;

    /// The answer to what was asked: of output against size where there is a size, else of growth.
    [[nodiscard]] const std::string& verdict() const
    {
        return scaling ? scaling->verdict : growth->verdict;
    }
};

/// A law as a sentence or a table names it.
[[nodiscard]] inline std::string law_in_words(const std::string& name)
{
    if (name == "broken") return "growth with a break";
    if (name == "level") return "no growth";
    if (name == "none of these") return "a smooth curve of another kind";
    return name;
}

} // namespace program
