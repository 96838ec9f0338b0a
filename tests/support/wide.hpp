#pragma once

/// A number of eleven bits more than a double: what a formula of a model loses to cancellation in doubles
/// it loses here too, but two thousand times less, so that the difference shows the loss.
using wide = long double;
