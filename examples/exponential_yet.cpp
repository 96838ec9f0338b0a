// Is this exponential yet? Articles of the English Wikipedia, asked again each year.
#include <cstdio>
#include <span>
#include <vector>

#include <orgscale/fit/identify.hpp>

// On 1 January from 2002 on, in thousands (examples/data/wikipedia_en_articles.csv).
const std::vector<double> articles{19.7, 96.5,   188.8,  438.5,  895,    1560,   2153,
                                   2679, 3144,   3518,   3835,   4133,   4413,   4682,
                                   5045, 5321.2, 5541.9, 5773.6, 5989.4, 6219.7, 6431.4};

int main()
{
    using namespace orgscale;

    std::vector<double> years;
    for (std::size_t i = 0; i < articles.size(); ++i)
        years.push_back(2002 + static_cast<double>(i));

    std::puts("figures to  exponential  levelling off  verdict");
    for (const std::size_t count : {7U, 8U, 9U, 10U, 12U, 15U, 18U, 21U}) {
        const auto found = identify(std::span{years}.first(count), std::span{articles}.first(count));
        std::printf("%10.0f  %11.2f  %13.2f  %s\n", years[count - 1],
                    found.probability(growth_verdict::exponential),
                    found.probability(growth_verdict::saturating), name(found.verdict));
    }
}

// Output:
// figures to  exponential  levelling off  verdict
//       2008         0.00           0.00  not_enough_data
//       2009         0.00           0.74  undecided
//       2010         0.00           0.62  undecided
//       2011         0.00           0.73  undecided
//       2013         0.00           0.47  undecided
//       2016         0.00           0.00  undecided
//       2019         0.00           0.00  undecided
//       2022         0.00           0.00  undecided
