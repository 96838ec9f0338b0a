#include "text/words_on_warnings.hpp"

#include <filesystem>

#include <fmt/core.h>

namespace program {

passage on_warnings(const study& found)
{
    passage said{"Please check in the scenario", {}};
    for (const auto& one : found.plan.warnings)
        said.sentences.push_back(
            fmt::format("{} ({})", one.text, std::filesystem::path{one.place}.filename().string()));
    return said;
}

} // namespace program
