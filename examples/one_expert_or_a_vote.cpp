// Who is more often right: the best expert, a vote of everybody, or a vote weighted by merit?
#include <cstdio>
#include <vector>

#include <orgscale/governance/correlated_jury.hpp>
#include <orgscale/governance/jury.hpp>

int main()
{
    using namespace orgscale;

    std::puts("others, right with   expert   simple majority   by merit   ask");
    for (const double competence : {0.55, 0.65, 0.75})
        for (const int others : {4, 20, 100}) {
            std::vector<fraction<double>> people(static_cast<std::size_t>(others), competence);
            people.push_back(0.9);
            const jury<> all{.competences = people};
            const double majority = all.majority().accuracy, merit = all.best().accuracy;
            std::printf("%6d %13.2f   %6.3f   %15.3f   %8.3f   %s\n", others, competence,
                        all.best_member(), majority, merit,
                        all.expert_decides()        ? "the expert"
                        : merit < majority + 0.0005 ? "everybody"
                                                    : "everybody, weighted by merit");
        }

    std::puts(
        "\nvotes correlated by   majority of 21   of 1001   of all there are   (each right with 0.65)");
    for (const double correlation : {0.0, 0.1, 0.3}) {
        const correlated_jury<> jury{.competence = 0.65, .correlation = correlation};
        std::printf("%19.1f   %14.3f   %7.3f   %16.3f\n", correlation, jury.accuracy(21),
                    jury.accuracy(1001), jury.limit_accuracy());
    }
} // Few or weak voters: ask the expert. Many: let them vote, but by merit. If all read the same paper, ask the expert.

// Output:
// others, right with   expert   simple majority   by merit   ask
//      4          0.55    0.900             0.722      0.900   the expert
//     20          0.55    0.900             0.735      0.901   everybody, weighted by merit
//    100          0.55    0.900             0.861      0.930   everybody, weighted by merit
//      4          0.65    0.900             0.842      0.904   everybody, weighted by merit
//     20          0.65    0.900             0.940      0.959   everybody, weighted by merit
//    100          0.65    0.900             0.999      0.999   everybody
//      4          0.75    0.900             0.928      0.928   everybody
//     20          0.75    0.900             0.995      0.995   everybody
//    100          0.75    0.900             1.000      1.000   everybody
//
// votes correlated by   majority of 21   of 1001   of all there are   (each right with 0.65)
//                 0.0            0.923     1.000              1.000
//                 0.1            0.791     0.828              0.829
//                 0.3            0.703     0.710              0.711
