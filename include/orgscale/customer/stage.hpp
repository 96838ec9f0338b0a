#pragma once

#include <optional>

#include <orgscale/core/language.hpp>

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
    product_market_fit = 1, ///< customers who join replace those who leave, and most are served
    repeatable_sales,       ///< enough customers that a sale is no longer an exception
    reliable_delivery, ///< new customers are taken on without a longer wait, and existing ones served
    shared_decisions,   ///< decisions keep up with demand beyond one person's reach
    economies_of_scale, ///< customers per person don't fall as both grow
    scaled_operations   ///< at scale, with capacity for a multiple of the decisions demanded
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

/// What a stage means to a manager.
[[nodiscard]] constexpr const char* describe(stage reached) noexcept
{
    switch (reached) {
    case stage::product_market_fit:
        return "at least as many customers join as leave, and most of them are served";
    case stage::repeatable_sales: return "there are enough customers that a sale is no exception";
    case stage::reliable_delivery:
        return "customers who are won hardly wait longer than it takes to start, and nearly all are served";
    case stage::shared_decisions:
        return "there is too much for one person to decide, and decisions keep up with demand";
    case stage::economies_of_scale:
        return "the organisation grows without needing more people per customer";
    case stage::scaled_operations:
        return "at scale, decisions could keep up with a multiple of today's demand";
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
