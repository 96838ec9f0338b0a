#pragma once

/// A number with eleven bits more than a double. What a formula loses to cancellation in doubles it loses here
/// two thousand times less, so the difference shows the loss.
using wide = long double;
