// Whatever a scenario holds, it is read or refused with one line, in bounded time and memory.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "format/bad_input.hpp"
#include "scenario/read_scenario.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    try {
        static_cast<void>(program::scenario_in({reinterpret_cast<const char*>(data), size},
                                               ORGSCALE_SCENARIOS "/fuzzed.json"));
    } catch (const program::bad_input& refused) {
        if (std::string{refused.what()}.find('\n') != std::string::npos) std::abort();
    }
    return 0;
}
