#pragma once

#include <cstddef>
#include <functional>

namespace program {

/// Does work(0), ..., work(count - 1), each independent of the others, on as many threads as the machine has
/// processors. What they find doesn't depend on how many those are; of several exceptions that of the
/// first work is thrown. A bar of that title on standard error shows how far it is, where that is a
/// terminal and it takes long.
void side_by_side(std::size_t count, const char* title,
                  const std::function<void(std::size_t)>& work);

} // namespace program
