// The accuracy of the models' functions: the worst error of each, in units in the last place, over its
// whole domain and at its ends, compared with the same code in 50 digits. Fails if one exceeds its claim.
//
//     accuracy [points [room]]        random points per function, 20000 by default; the folder, all by default
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "accuracy_table.hpp"

#include "all_functions.hpp" // made from the files beside this one

int main(int count, char** arguments)
{
    const int              points = count > 1 ? std::atoi(arguments[1]) : 20'000;
    const std::string_view wanted = count > 2 ? arguments[2] : "";
    if (points < 1 || count > 3) {
        std::fputs("usage: accuracy [points, 1 or more [room, such as growth]]\n", stderr);
        return EXIT_FAILURE;
    }
    accuracy_table table(points);
    for (const room_of_functions& room : all_functions)
        if (wanted.empty() || wanted == room.name) room.add(table);

    std::puts(
        "| function | over | worst error, ulp | claimed | at |\n| --- | --- | ---: | ---: | --- |");
    int broken = 0;
    for (const auto& row : table.rows()) {
        const bool kept = row.worst <= row.claimed;
        broken += kept ? 0 : 1;
        std::printf("| `%s` | %s | %.1f%s | %g | %s |\n", row.function.c_str(), row.domain.c_str(),
                    row.worst, kept ? "" : " **broken**", row.claimed, row.where.c_str());
    }
    std::printf("\n%zu functions, %d of them beyond their claim\n", table.rows().size(), broken);
    return broken == 0 && !table.rows().empty() ? 0 : 1;
}
