#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <locale>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>

#include <mpi.h>

#include <orgscale/ensemble/detail/first_difference.hpp>
#include <orgscale/ensemble/detail/part_text.hpp>
#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/rank_error.hpp>

namespace orgscale {

/// Executor that runs the blocks of a computation on the ranks of an MPI communicator, each with an executor of its own:
/// `on_ranks{MPI_COMM_WORLD, on_threads{}}`. The result is bit-identical for any number of ranks, and every rank gets
/// it. In CMake link orgscale::mpi.
///
/// All ranks call it with the same study, between MPI_Init and MPI_Finalize; if one differs from rank 0, or can't read
/// the file to resume, all throw before they start. Ranks work in rounds and agree after each whether to continue; only
/// rank 0's observer is called. An exception in one rank is thrown in all, as a rank_error with its number. A rank that
/// dies ends the job, as usual with MPI; if one throws before the call and stays alive, the others wait.
template <class Inside = on_one_thread>
struct on_ranks {
    MPI_Comm ranks = MPI_COMM_WORLD;
    Inside   inside{};

    template <class Work, class GoOn>
    std::uint64_t operator()(std::uint64_t first, std::uint64_t last, ensemble_part& whole,
                             const Work& work, const GoOn& go_on) const
    {
        int rank = 0, count = 1;
        MPI_Comm_rank(ranks, &rank);
        MPI_Comm_size(ranks, &count);
        const auto    mine = static_cast<std::uint64_t>(rank);
        const auto    all  = static_cast<std::uint64_t>(count);
        ensemble_part own  = whole.empty_copy();
        std::uint64_t done = first;
        std::uint64_t turn = 1; // blocks per rank and round
        bool          more = true;
        while (more) {
            const std::uint64_t end   = turn > (last - done) / all ? last : done + turn * all;
            const auto          began = std::chrono::steady_clock::now();
            together([&] { // blocks done + mine, done + mine + all, ...
                const std::uint64_t left  = end - done;
                const std::uint64_t share = left / all + (mine < left % all ? 1 : 0);
                inside(
                    std::uint64_t{0}, share, own,
                    [&](ensemble_part& part, std::uint64_t i) { work(part, done + mine + i * all); },
                    [](std::uint64_t) { return true; });
                if (rank == 0) more = go_on(end - first) && end < last;
            });

            const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
            if (took.count() < seconds_of_a_round) turn *= 2;
            std::uint64_t next[2] = {more ? std::uint64_t{1} : 0, turn};
            MPI_Bcast(next, 2, MPI_UINT64_T, 0, ranks);
            more = next[0] != 0;
            turn = next[1];
            done = end;
        }
        gather(own, rank, count);
        whole.merge(own);
        return done - first;
    }

    /// The result of make() in each rank. If one throws, all do.
    template <class Make>
    [[nodiscard]] auto agree(const Make& make) const
    {
        std::optional<decltype(make())> made;
        together([&] { made.emplace(make()); });
        return *std::move(made);
    }

    /// Throws in all ranks unless all are given the same text.
    void same(const std::string& text) const
    {
        int rank = 0;
        MPI_Comm_rank(ranks, &rank);
        std::string of_first = text;
        broadcast(of_first, 0, rank);
        together([&] {
            if (text != of_first)
                throw std::runtime_error{detail::first_difference(text, of_first)};
        });
    }

private:
    static constexpr double seconds_of_a_round = 0.2; ///< long enough that waiting costs little

    /// Runs work() in every rank; if some fail, all throw the message of the lowest of them.
    template <class Work>
    void together(const Work& work) const
    {
        int rank = 0, count = 1;
        MPI_Comm_rank(ranks, &rank);
        MPI_Comm_size(ranks, &count);
        std::string failure;
        int         lowest = count;
        try {
            work();
        } catch (const std::exception& error) {
            lowest  = rank;
            failure = error.what();
        } catch (...) {
            lowest  = rank;
            failure = "an exception not derived from std::exception was thrown";
        }
        MPI_Allreduce(MPI_IN_PLACE, &lowest, 1, MPI_INT, MPI_MIN, ranks);
        if (lowest == count) return;
        broadcast(failure, lowest, rank);
        throw rank_error{lowest, count, failure};
    }

    /// The sum of all parts in every rank: reduced along a tree, then broadcast.
    void gather(ensemble_part& own, int rank, int count) const
    {
        constexpr int tag = 7411;
        for (int step = 1; step < count; step *= 2) {
            if (rank % (2 * step) != 0) {
                send(detail::text_of(own), rank - step, tag);
                break;
            }
            if (rank + step < count) own.merge(read(receive(rank + step, tag), own));
        }
        std::string sum = rank == 0 ? detail::text_of(own) : std::string{};
        broadcast(sum, 0, rank);
        if (rank != 0) own = read(sum, own);
    }

    [[nodiscard]] static ensemble_part read(const std::string& text, const ensemble_part& like)
    {
        std::istringstream in{text};
        in.imbue(std::locale::classic());
        auto found = detail::read_part(in, like.sketches.size());
        if (!found) throw std::runtime_error{"a rank sent an invalid message"};
        return *std::move(found);
    }

    void broadcast(std::string& text, int from, int rank) const
    {
        std::uint64_t size = text.size();
        MPI_Bcast(&size, 1, MPI_UINT64_T, from, ranks);
        if (rank != from) text.resize(size);
        for (std::uint64_t at = 0; at < size; at += most)
            MPI_Bcast(text.data() + at, length(size - at), MPI_CHAR, from, ranks);
    }

    void send(const std::string& text, int to, int tag) const
    {
        const std::uint64_t size = text.size();
        MPI_Send(&size, 1, MPI_UINT64_T, to, tag, ranks);
        for (std::uint64_t at = 0; at < size; at += most)
            MPI_Send(text.data() + at, length(size - at), MPI_CHAR, to, tag, ranks);
    }

    [[nodiscard]] std::string receive(int from, int tag) const
    {
        std::uint64_t size = 0;
        MPI_Recv(&size, 1, MPI_UINT64_T, from, tag, ranks, MPI_STATUS_IGNORE);
        std::string text(size, ' ');
        for (std::uint64_t at = 0; at < size; at += most)
            MPI_Recv(text.data() + at, length(size - at), MPI_CHAR, from, tag, ranks,
                     MPI_STATUS_IGNORE);
        return text;
    }

    static constexpr std::uint64_t most = 1 << 30; ///< bytes in a message

    [[nodiscard]] static int length(std::uint64_t left)
    {
        return static_cast<int>(left < most ? left : most);
    }
};

on_ranks() -> on_ranks<on_one_thread>;
on_ranks(MPI_Comm) -> on_ranks<on_one_thread>;
template <class Inside> on_ranks(MPI_Comm, Inside) -> on_ranks<Inside>;

} // namespace orgscale
