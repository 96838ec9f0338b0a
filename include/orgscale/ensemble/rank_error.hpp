#pragma once

#include <exception>
#include <string>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// An exception of one rank of a distributed computation, thrown by every rank: `rank 2 of 4: ...`.
class rank_error : public std::exception {
public:
    rank_error(int rank, int ranks, const std::string& what)
        : rank_{rank},
          text_{"rank " + std::to_string(rank) + " of " + std::to_string(ranks) + ": " + what}
    {}

    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }
    [[nodiscard]] int         rank() const noexcept { return rank_; }

private:
    int         rank_;
    std::string text_;
};

} // namespace orgscale
