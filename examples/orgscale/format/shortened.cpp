#include "format/shortened.hpp"

#include <cstddef>

namespace program {

std::string shortened(std::string_view text)
{
    constexpr std::size_t most = 60;
    std::string           shown;
    std::size_t           letters = 0;
    for (const char byte : text) {
        const auto code   = static_cast<unsigned char>(byte);
        const bool begins = (code & 0xC0U) != 0x80U;
        if (begins && ++letters > most) return shown + "...";
        shown += code < 0x20 || code == 0x7f ? ' ' : byte;
        if (shown.size() > 4 * most) return shown + "..."; // bytes that are no UTF-8
    }
    return shown;
}

} // namespace program
