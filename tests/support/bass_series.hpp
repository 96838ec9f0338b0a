#pragma once

// Sales in thousands a year (video recorders in units): the series on which estimators of Bass's model are compared.

#include <cstddef>
#include <vector>

namespace bass_series {

inline const std::vector<double> room_air_conditioners{96,   195,  238,  380,  1045, 1230, 1267,
                                                       1828, 1586, 1673, 1800, 1580, 1500};
inline const std::vector<double> clothes_dryers{106,  319,  492,  635,  737,  890, 1397,
                                                1523, 1294, 1240, 1425, 1260, 1236};
inline const std::vector<double> colour_tv{747, 1480, 2646, 5118, 5777, 5982, 5962, 4631};
inline const std::vector<double> video_recorders{840,   1470,  2110, 4000, 7590,
                                                 10950, 10530, 9470, 7790, 5890};

/// 1, 2, ... as many as there are sales: the ends of years since the launch.
inline std::vector<double> years(const std::vector<double>& sales)
{
    std::vector<double> ends;
    for (std::size_t i = 0; i < sales.size(); ++i) ends.push_back(static_cast<double>(i + 1));
    return ends;
}

} // namespace bass_series
