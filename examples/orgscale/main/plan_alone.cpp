#include "main/commands.hpp"

// A program with one command, for a first answer while the others compile.
std::vector<program::command> program::commands() { return {plan()}; }
