// A refused value, with exceptions and without: the same message, and the program doesn't continue.
#include <orgscale/governance/hierarchy.hpp>

#include <cstdio>
#include <cstdlib>

namespace {

void refuse_a_span(double span)
{
    const orgscale::hierarchy<> offices{.span_of_control = span};
    std::printf("went on with %g\n", offices.levels(10));
}

} // namespace

int main(int count, char** words)
{
    if (count < 2) return 2;
    const double span = std::strtod(words[1], nullptr);
#if defined(__cpp_exceptions)
    try {
        refuse_a_span(span);
    } catch (const orgscale::parameter_error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
#else
    refuse_a_span(span);
#endif
    return 0;
}
