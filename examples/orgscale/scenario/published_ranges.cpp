#include "scenario/published_ranges.hpp"

namespace program {

namespace {

constexpr auto sultan =
    "Sultan, F., Farley, J. U., Lehmann, D. R. (1990). A meta-analysis of applications "
    "of diffusion models. Journal of Marketing Research 27(1), 70-77";
constexpr auto kaplan =
    "Kaplan, R. S., Norton, D. P. (1992). The balanced scorecard: measures that drive "
    "performance. Harvard Business Review 70(1), 71-79";
constexpr auto oliva =
    "Oliva, R., Sterman, J. D. (2001). Cutting corners and working overtime: quality erosion in the "
    "service industry. Management Science 47(7), 894-914, and Dogan, G. (2007). System Dynamics Review 23(4), "
    "415-436";

/// Each stands in the comment of a header of the library, or in the head of a shipped scenario, with its source.
constexpr published_range ranges[] = {
    {"innovation", "0.03 a year, the average of 213 applications of the Bass model", sultan},
    {"imitation", "0.38 a year, the average of 213 applications of the Bass model", sultan},
    {"halving_time",
     "10.8 months for defects delivered and 12.4 months for late deliveries, at Analog Devices from 1987 "
     "to 1990",
     kaplan},
    {"corner_cutting", "0.60 to 0.64, at a bank's lending center", oliva},
    {"falling_time", "12.5 to 18.8 weeks, at a bank's lending center", oliva},
    {"rising_time",
     "more than a thousand years: standards that have fallen stay down, at a bank's lending center",
     oliva},
    {"participation",
     "about 1e-6: some 200 forum contributors a month (2023) for more than 200 million users of a browser "
     "(2008)",
     "Mozilla Support: 2023 in a nutshell; The Year in SUMO (2008)"},
    {"participation",
     "0.011: 18,126 people with at least 20 edits in a month, March 2007, for some 1.7 million articles of "
     "the English Wikipedia",
     "Wikipedia: Size of Wikipedia, and its statistics of editors"},
    {"customers_known", "about 150 people whom one person can know",
     "Dunbar, R. I. M. (1993). Coevolution of neocortical size, group size and language in humans. "
     "Behavioral and Brain Sciences 16(4), 681-694"},
};

} // namespace

std::vector<published_range> published_ranges_of(const std::string& parameter)
{
    std::vector<published_range> found;
    for (const auto& one : ranges)
        if (parameter == one.parameter) found.push_back(one);
    return found;
}

} // namespace program
