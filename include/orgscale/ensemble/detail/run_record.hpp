#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include <orgscale/ensemble/detail/meeting.hpp>
#include <orgscale/ensemble/detail/mixed.hpp>
#include <orgscale/ensemble/detail/part_text.hpp>
#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/ensemble_record.hpp>
#include <orgscale/ensemble/progress.hpp>

/// The common part of all ensembles. A job defines what is computed for each member:
///
///     job(part, first, last)    computes members first..last-1 into the part
///     job.block                 members per block
///     job.numbers()             numbers recorded per member
///     job.study()               the study
namespace orgscale::detail {

/// A record of member 0 alone, with which every ensemble starts.
template <class Job>
[[nodiscard]] ensemble_record begun(const Job& job)
{
    ensemble_record now{job.study(), 0, 1, ensemble_part{job.numbers()}};
    job(now.known, 0, 1);
    now.first = hash_of(text_of(now.known));
    return now;
}

/// What must be the same in all processes that share an ensemble, line by line.
[[nodiscard]] inline std::string summary(const ensemble_record& now, std::uint64_t members)
{
    std::string text;
    const auto  add = [&](const std::string& what, const std::string& value) {
        text += what + ' ' + value + '\n';
    };
    for (const auto& [what, value] : now.study.lines()) add(what, value);
    add("members", std::to_string(members));
    add("members done before", std::to_string(now.done));
    add("hash of their results", std::to_string(hash_of(text_of(now.known))));
    return text;
}

/// Computes the remaining members, up to `members`, in blocks. The observer is called after every block,
/// and once if there is none.
template <class Job, class Executor, class Observer>
void go_on(ensemble_record& now, const Job& job, std::uint64_t members, const Executor& executor,
           Observer& observer)
{
    const auto began   = std::chrono::steady_clock::now();
    const auto begin   = now.done;
    const auto left    = members - begin;
    const auto blocks  = left / Job::block + (left % Job::block == 0 ? 0 : 1); // no overflow
    const auto done_at = [&](std::uint64_t done) {
        return done < blocks ? begin + done * Job::block : members;
    };
    const auto work = [&](ensemble_part& mine, std::uint64_t block) {
        job(mine, done_at(block), done_at(block + 1));
    };
    const auto more = [&](std::uint64_t done) {
        const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - began;
        return report_to(observer, progress{done_at(done), members, passed.count(), begin});
    };
    if constexpr (of_processes<Executor>) executor.same(summary(now, members));
    if (blocks == 0 && !of_processes<Executor>) { // with several processes, rank 0 reports
        static_cast<void>(more(0));
    } else {
        now.done = done_at(executor(std::uint64_t{0}, blocks, now.known, work, more));
    }
}

} // namespace orgscale::detail
