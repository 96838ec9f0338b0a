// What did adding people buy? Revenue against headcount of three firms, and whether the figures can say so.
#include <cstdio>
#include <vector>

#include <orgscale/fit/identify_scaling.hpp>

// People, and millions of dollars in the year (examples/data: accenture.csv, microsoft.csv, amazon.csv, with sources).
struct firm {
    const char*         name;
    std::vector<double> years, people, revenue;
};

const firm firms[]{
    {"Accenture",
     {2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022,
      2023, 2024},
     {186000, 177000, 204000, 236000, 257000, 275000, 305000, 358000, 384000, 425000, 459000,
      492000, 506000, 624000, 721000, 733000, 774000},
     {25314, 23171, 23094, 27353, 29778, 30394, 31875, 32914, 34798, 36765, 41603, 43215, 44327,
      50533, 61594, 64112, 64896}},
    {"Microsoft",
     {2005, 2011, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024},
     {61000, 90000, 128000, 118000, 114000, 124000, 131000, 144000, 163000, 181000, 221000, 221000,
      228000},
     {39788, 69943, 86833, 93580, 91154, 96571, 110360, 125843, 143015, 168088, 198270, 211915,
      245122}},
    {"Amazon",
     {1997, 1998, 2000, 2001, 2002, 2005, 2007, 2008, 2009, 2010, 2011,
      2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2023},
     {614,   2100,   9000,   7800,   7500,   12000,  17000,  20700,  24300,   33700,  56200,
      88400, 117300, 154100, 230800, 341400, 566000, 647500, 798000, 1298000, 1525000},
     {148,   610,   2762,  3122,   3933,   8490,   14835,  19166,  24509,  34204, 48077,
      61093, 74452, 88988, 107006, 135987, 177866, 232887, 280522, 386064, 574785}}};

int main()
{
    using namespace orgscale;

    std::puts("           exponent of revenue against people, 95 percent");
    std::puts("           levels            changes           verdict");
    for (const auto& one : firms) {
        const auto found = identify_scaling(one.years, one.people, one.revenue);
        const auto shown = [](const open_interval& of) {
            std::printf("  %.2f, %5.2f to %.2f", of.estimate.value_or(0), of.low.value_or(0),
                        of.high.value_or(0));
        };
        std::printf("%-9s", one.name);
        shown(found.levels);
        shown(found.differences);
        std::printf("  %s", name(found.verdict));
        if (found.change)
            std::printf(": %.2f up to %.0f, then %.2f", found.segments[0], found.change->time,
                        found.segments[1]);
        std::puts("");
    }
}

// Output:
//            exponent of revenue against people, 95 percent
//            levels            changes           verdict
// Accenture  0.68,  0.57 to 0.79  0.72,  0.24 to 1.20  sublinear
// Microsoft  1.31,  1.19 to 1.43  0.44,  0.04 to 0.84  undecided
// Amazon     0.98,  0.84 to 1.12  0.83,  0.37 to 1.29  regime_change: 1.15 up to 2010, then 0.69
