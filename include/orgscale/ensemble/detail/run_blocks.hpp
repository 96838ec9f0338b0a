#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <orgscale/ensemble/detail/part.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/uncertain.hpp>

/// What all ensembles do: draw the members of a block, and have the blocks done.
namespace orgscale::detail {

/// Runs an executor over the members from `begin` on, and tells an observer; how many are done then.
template <class Executor, class Observer, class Work>
[[nodiscard]] std::uint64_t run_blocks(const Executor& executor, Observer& observer,
                                       std::uint64_t begin, std::uint64_t end, part& whole,
                                       const Work& work)
{
    const auto began   = std::chrono::steady_clock::now();
    const auto blocks  = (end - begin + block_size - 1) / block_size;
    const auto done_at = [&](std::uint64_t done) {
        return done < blocks ? begin + done * block_size : end;
    };
    const auto of_block = [&](part& mine, std::uint64_t block) {
        work(mine, begin + block * block_size, done_at(block + 1));
    };
    const auto go_on = [&](std::uint64_t done) {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
        return tell(observer, progress{done_at(done), end, passed.count()});
    };
    return blocks == 0 ? end : done_at(executor(std::uint64_t{0}, blocks, whole, of_block, go_on));
}

/// The models of some members, drawn; those whose parameters are refused are noted and left out.
template <class Model>
struct drawn_block {
    std::vector<std::uint64_t> indices;
    std::vector<Model>         models;

    void draw(const uncertain_model<Model>& model, const draw_sequence& sequence,
              std::uint64_t begin, std::uint64_t end, failures& failed)
    {
        indices.clear();
        models.clear();
        std::vector<double> point(model.dimension());
        std::vector<double> values(model.dimension());
        std::string         reason;
        for (std::uint64_t index = begin; index < end; ++index) {
            sequence.point(index, point);
            model.values(point, values);
            auto made = made_or_refused([&] { return model.with_values(values); }, reason);
            if (made) {
                indices.push_back(index);
                models.push_back(*std::move(made));
            } else {
                failed.add(index, reason);
            }
        }
    }
};

} // namespace orgscale::detail
