#pragma once

#include <optional>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The stages of a growing organisation from product-market fit to scaled operations, in their order.
///
/// Each is a condition that can be measured at a moment of a trajectory, and who has reached one has
/// reached those before; scaling_journey tells where a growth model is. Stages and conditions are the
/// library's own choice: no source draws these lines, and yours may lie elsewhere (see staging).
///
/// Greiner's phases (greiner_phase) stand beside them, not under them: they tell what an organisation
/// grows by and which crisis ends that, and have no numbers; these have nothing but.
enum class stage {
    product_market_fit = 1, ///< demand makes up for the customers who leave
    repeatable_sales,       ///< the same has been sold so often that it is no exception
    reliable_delivery,      ///< what is won is served, and those who were won stay served
    shared_decisions,       ///< beyond what one person can know, decisions keep up with demand
    economies_of_scale,     ///< customers per person don't fall as both grow
    scaled_operations       ///< at scale, decisions could keep up with a multiple of demand
};

/// The words for a stage, for a table or a message.
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

/// The stage after one; nothing after the last.
[[nodiscard]] constexpr std::optional<stage> next(stage reached) noexcept
{
    if (reached < stage::product_market_fit || reached >= stage::scaled_operations)
        return std::nullopt;
    return static_cast<stage>(static_cast<int>(reached) + 1);
}

} // namespace orgscale
