// Which of two numbers can't the data tell apart? Room air conditioners sold in the USA, asked as the years went by.
#include <cstdio>
#include <span>
#include <vector>

#include <orgscale/fit/calibrate.hpp>
#include <orgscale/growth/bass.hpp>

// Thousand units a year from 1949 on (examples/data/diffusion_room_air_conditioners.csv).
const std::vector<double> sales{96,   195,  238,  380,  1045, 1230, 1267,
                                1828, 1586, 1673, 1800, 1580, 1500};

int main()
{
    using namespace orgscale;

    std::vector<double> years; // at the end of each, from the beginning of 1949
    for (std::size_t i = 0; i < sales.size(); ++i) years.push_back(1 + static_cast<double>(i));
    const bass<> guess{.innovation = 0.01, .imitation = 0.4, .potential = 20000};

    std::puts("sales to  verdict     potential  its error  not told apart");
    for (const std::size_t count : {6U, 7U, 9U, 13U}) {
        const auto fit =
            calibrate(guess,
                      observe(per_interval(), std::span{years}.first(count),
                              std::span{sales}.first(count), gaussian_noise{}, {.since = 0}),
                      {estimate("innovation"), estimate("imitation"), estimate("potential")});
        std::printf("%8.0f  %-10s", 1948 + years[count - 1], name(fit.verdict));
        if (fit["potential"].standard_error)
            std::printf("  %9.0f  %9.0f", fit["potential"].value, *fit["potential"].standard_error);
        else
            std::printf("  %9s  %9s", "-", "-");
        std::printf("  %s\n",
                    fit.inseparables.empty() ? "-" : fit.inseparables.front().text().c_str());
    }
}

// Output:
// sales to  verdict     potential  its error  not told apart
//     1954  converged        4754       1270  innovation (1), imitation (-0.3), potential (0.28)
//     1955  converged        6103        777  innovation (1), imitation (-0.31), potential (0.22)
//     1957  converged       11837       1737  -
//     1961  converged       18713       1411  -
