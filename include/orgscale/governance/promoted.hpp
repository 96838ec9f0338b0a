#pragma once

namespace orgscale {

/// Who is promoted out of the candidates for a post: the most competent, any of them, or the least competent.
enum class promoted { best, random, worst };

} // namespace orgscale
