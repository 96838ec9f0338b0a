// Will it level off, and where? What the English Wikipedia's articles said of their ceiling, year by year.
#include <cstdio>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/fit/identify.hpp>

// On 1 January from 2002 on, in millions (examples/data/wikipedia_en_articles.csv).
const std::vector<double> articles{0.0197, 0.0965, 0.1888, 0.4385, 0.895,  1.56,   2.153,
                                   2.679,  3.144,  3.518,  3.835,  4.133,  4.413,  4.682,
                                   5.045,  5.3212, 5.5419, 5.7736, 5.9894, 6.2197, 6.4314};

int main()
{
    using namespace orgscale;

    std::vector<double> years;
    for (std::size_t i = 0; i < articles.size(); ++i)
        years.push_back(2002 + static_cast<double>(i));

    const auto shown = [](const std::optional<double>& end) {
        return end ? *end : 0; // 0 stands for none
    };
    std::puts("figures to  articles  ceiling from    to  verdict");
    for (const std::size_t count : {9U, 10U, 12U, 15U, 18U, 21U}) {
        const auto found = identify(std::span{years}.first(count), std::span{articles}.first(count));
        std::printf("%10.0f  %8.2f  ", years[count - 1], articles[count - 1]);
        if (!found.ceiling)
            std::printf("        none      ");
        else if (found.ceiling->high)
            std::printf("%12.2f  %4.1f", shown(found.ceiling->low), *found.ceiling->high);
        else
            std::printf("%12.2f  none", shown(found.ceiling->low));
        std::printf("  %s\n", name(found.verdict));
    }
}

// Output:
// figures to  articles  ceiling from    to  verdict
//       2010      3.14          2.45  none  undecided
//       2011      3.52          3.41  none  undecided
//       2013      4.13          4.16  none  undecided
//       2016      5.04          none        undecided
//       2019      5.77          none        undecided
//       2022      6.43          none        undecided
