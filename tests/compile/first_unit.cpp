// Two units of one program that both include everything: each defines nothing that the other does.
#include <orgscale/orgscale.hpp>

#include <cmath>
#include <cstdio>

#include "use_everything.hpp"

double answer_of_the_second_unit();

int main()
{
    const double here  = use_everything<double>();
    const double there = answer_of_the_second_unit();
    std::printf("%.17g and %.17g\n", here, there);
    return std::isfinite(here) && here == there ? 0 : 1;
}
