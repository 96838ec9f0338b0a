#pragma once

#include <optional>

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
    product_market_fit = 1, ///< those who join make up for those who leave, and are served
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

/// What a stage means, in a manager's words.
[[nodiscard]] constexpr const char* describe(stage reached) noexcept
{
    switch (reached) {
    case stage::product_market_fit:
        return "at least as many customers join as leave, and most of them are served";
    case stage::repeatable_sales: return "so many customers that no sale is an exception any more";
    case stage::reliable_delivery:
        return "everybody who is won is taken on in time, and every customer is served";
    case stage::shared_decisions:
        return "the organisation is too large for one person to decide about all of it, and decisions "
               "still keep up with demand";
    case stage::economies_of_scale: return "it grows without needing more people per customer";
    case stage::scaled_operations:
        return "at scale, it could decide about a multiple of the demand it has";
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
