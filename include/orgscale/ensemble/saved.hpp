#pragma once

#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include <orgscale/ensemble/detail/part.hpp>
#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>

namespace orgscale {

/// A file that can't be written, or is not what it should be: its name, and what is wrong.
class saved_file_error : public std::exception {
public:
    saved_file_error(const std::string& path, const std::string& what) : text_{path + ": " + what}
    {}
    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }

private:
    std::string text_;
};

namespace detail {

inline constexpr const char* saved_mark = "orgscale ensemble 1";

[[nodiscard]] inline std::uint64_t checksum(const std::string& text)
{
    std::uint64_t hash = text.size();
    for (const char letter : text) hash = mixed(hash, static_cast<unsigned char>(letter), 0);
    return hash;
}

struct saved_part {
    std::uint64_t done;
    part          whole;
};

/// Written beside the place and moved there when it is whole, so that a file is never half of one.
inline void save_part(const std::string& path, std::uint64_t study, const saved_part& of)
{
    std::ostringstream text;
    text << saved_mark << '\n' << study << '\n' << of.done << '\n';
    write(text, of.whole);

    const std::string beside = path + ".part";
    {
        std::ofstream file{beside, std::ios::binary | std::ios::trunc};
        file << text.str() << "checksum " << checksum(text.str()) << '\n';
        file.flush();
        if (!file) {
            std::remove(beside.c_str());
            throw saved_file_error{path, "can't be written"};
        }
    }
    if (std::rename(beside.c_str(), path.c_str()) != 0) {
        std::remove(beside.c_str());
        throw saved_file_error{path, "can't be written"};
    }
}

[[nodiscard]] inline saved_part load_part(const std::string& path, std::uint64_t study,
                                          std::size_t sketches)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) throw saved_file_error{path, "can't be read"};
    const std::string whole{std::istreambuf_iterator<char>{file}, {}};
    if (whole.rfind(saved_mark, 0) != 0)
        throw saved_file_error{path, "is not a saved ensemble of this version"};
    const auto mark = whole.rfind("checksum ");
    if (mark == std::string::npos || whole.back() != '\n')
        throw saved_file_error{path, "is cut short"};
    const std::string  text = whole.substr(0, mark);
    std::istringstream in{text};
    std::istringstream tail{whole.substr(mark + 9)};
    std::uint64_t      sum = 0, of_study = 0;
    std::string        line;
    saved_part         found{};
    if (!(tail >> sum) || sum != checksum(text)) throw saved_file_error{path, "is damaged"};
    std::getline(in, line);
    if (!(in >> of_study >> found.done)) throw saved_file_error{path, "is damaged"};
    if (of_study != study)
        throw saved_file_error{path, "is of another study: model, distributions, seed, start or "
                                     "options differ"};
    auto part = read_part(in);
    if (!part || part->sketches.size() != sketches) throw saved_file_error{path, "is damaged"};
    found.whole = *std::move(part);
    return found;
}

} // namespace detail

/// Keeps what is done of an ensemble in a file, from which `resume` goes on.
template <class State>
void save(const ensemble_bands<State>& bands, const std::string& path)
{
    detail::save_part(path, bands.study(), {bands.members(), bands.part()});
}

inline void save(const ensemble_answers& answers, const std::string& path)
{
    detail::save_part(path, answers.study(), {answers.members(), answers.part()});
}

/// Goes on with a saved ensemble up to options.members, which may be more than before: the same bits as
/// without the pause. Throws saved_file_error if the file is damaged, or of another study.
template <described Model, class Executor = on_one_thread, progress_observer Observer = no_observer>
[[nodiscard]] ensemble_bands<detail::state_of<Model>> resume(const std::string&             path,
                                                             const uncertain_model<Model>&  model,
                                                             const detail::state_of<Model>& start,
                                                             const ensemble_options&        options,
                                                             const Executor& executor = {},
                                                             Observer        observer = {})
{
    constexpr std::size_t fields = dimension<detail::state_of<Model>, double>;
    auto                  before =
        detail::load_part(path, detail::study_of(model, start, options), options.outputs * fields);
    if (before.done > options.members)
        throw saved_file_error{path, "has more members than are asked for"};
    return detail::run_ensemble(model, start, options, executor, observer, std::move(before.whole),
                                before.done);
}

/// The same of answers; that the answer asked is the same one as before can't be told from the file.
template <described         Model, class Answer, class Executor = on_one_thread,
          progress_observer Observer = no_observer>
[[nodiscard]] ensemble_answers resume(const std::string& path, const uncertain_model<Model>& model,
                                      const Answer& answer, const answer_options& options,
                                      const Executor& executor = {}, Observer observer = {})
{
    auto before = detail::load_part(path, detail::study_of(model, options), 1);
    if (before.done > options.members)
        throw saved_file_error{path, "has more members than are asked for"};
    return detail::run_answers(model, answer, options, executor, observer, std::move(before.whole),
                               before.done);
}

} // namespace orgscale
