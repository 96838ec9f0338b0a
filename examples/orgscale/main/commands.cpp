#include "main/commands.hpp"

// The program orgscale: all commands.
std::vector<program::command> program::commands()
{
    return {plan(), identify(), calibrate(), compare()};
}
