// Which of four organisations, chosen by name, has the most customers in five years?
#include <cstdio>
#include <map>
#include <string>
#include <utility>

#include <orgscale/organization/composition.hpp>
#include <orgscale/solve/reach.hpp>

int main()
{
    using namespace orgscale;

    const std::map<std::string, double> known{{"sales_rate", 20},
                                              {"units", 4},
                                              {"contention", 0.05},
                                              {"imitation", 0.11},
                                              {"potential", 1e5},
                                              {"participation", 0.1},
                                              {"customers_per_node", 8},
                                              {"hiring_rate", 4},
                                              {"customers_per_person", 20},
                                              {"governance.alignment", 0.9},
                                              {"churn", 0.01},
                                              {"governance.span_of_control", 7},
                                              {"governance.control_retention", 0.9}};

    std::puts("organisation             people   customers");
    for (const auto& [growth, governance] :
         {std::pair{"linear", "hierarchy"}, std::pair{"linear", "meritocracy"},
          std::pair{"parallel", "hierarchy"}, std::pair{"network", "meritocracy"}}) {
        const auto                    kind = composition::of(growth, governance);
        std::map<std::string, double> values; // those that this kind has
        for (const auto& one : parameters_of(kind))
            if (const auto found = known.find(one.name); found != known.end())
                values.insert(*found);
        const auto org = kind.make(values);
        const auto then =
            reach(org, org.opening({.people = 10, .customers = 100}), {.to = 60}).state;
        std::printf("%-22s %8.0f %11.0f\n", org.name().c_str(), then.people, then.customers);
    }
    try {
        static_cast<void>(composition::of("network", "meritocrazy"));
    } catch (const parameter_error& error) {
        std::puts(error.what());
    }
} // A line grows by what it sells; a network by its customers, who serve one another.

// Output:
// organisation             people   customers
// linear/hierarchy             72         957
// linear/meritocracy           55         957
// parallel/hierarchy          237        3190
// network/meritocracy         168        9609
// meritocrazy is not a governance policy; did you mean meritocracy?
