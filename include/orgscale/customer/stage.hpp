#pragma once

#include <optional>

namespace orgscale {

/// The stages of a growing organisation from product-market fit to scaled operations, in order.
///
/// Each is a condition that can be evaluated at any point of a trajectory; a stage is reached only if
/// all earlier ones are. scaling_journey gives the stage of a growth model. Stages and conditions are
/// the library's own choice: no source defines them, and you may define your own (see staging).
///
/// Greiner's phases (greiner_phase) are a separate, qualitative scheme: they say how an organisation
/// grows and which crisis ends each phase. These stages are purely quantitative.
enum class stage {
    product_market_fit = 1, ///< demand replaces the customers who leave
    repeatable_sales,       ///< enough customers that a sale is no longer an exception
    reliable_delivery,      ///< new customers are taken on, and existing ones served
    shared_decisions,       ///< decisions keep up with demand beyond one person's reach
    economies_of_scale,     ///< customers per person don't fall as both grow
    scaled_operations       ///< at scale, with capacity for a multiple of the decisions demanded
};

/// The name of a stage, for tables and messages.
[[nodiscard]] constexpr const char* name(stage reached) noexcept
{
    switch (reached) {
    case stage::product_market_fit: return "product-market fit";
    case stage::repeatable_sales: return "repeatable sales";
    case stage::reliable_delivery: return "reliable delivery";
    case stage::shared_decisions: return "shared decisions";
    case stage::economies_of_scale: return "economies of scale";
    case stage::scaled_operations: return "scaled operations";
    }
    return "unknown";
}

/// The next stage; empty after the last.
[[nodiscard]] constexpr std::optional<stage> next(stage reached) noexcept
{
    if (reached < stage::product_market_fit || reached >= stage::scaled_operations)
        return std::nullopt;
    return static_cast<stage>(static_cast<int>(reached) + 1);
}

} // namespace orgscale
