#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <iterator>
#include <locale>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

#include <orgscale/ensemble/detail/mixed.hpp>
#include <orgscale/ensemble/detail/part_text.hpp>
#include <orgscale/ensemble/ensemble_record.hpp>
#include <orgscale/ensemble/saved_file_error.hpp>

namespace orgscale {

// The file of an ensemble, a text independent of the locale:
//
//     orgscale ensemble 1          format version
//     34                           number of lines of the study
//     model<TAB>linear_growth      name and value
//     ...
//     2048 7234098203              members done, hash of member 0's result
//     ...                          the part (see detail/part_text.hpp)
//     checksum 8230498234          of everything before

inline constexpr const char* record_mark = "orgscale ensemble 1\n";

/// Writes a record to a temporary file and renames it, so that the file is always complete. Throws
/// saved_file_error if it can't.
inline void write_record(const std::string& path, const ensemble_record& of)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << record_mark << of.study.lines().size() << '\n';
    for (const auto& [what, value] : of.study.lines()) text << what << '\t' << value << '\n';
    text << of.done << ' ' << of.first << '\n';
    detail::write(text, of.known);
    const std::string whole = std::move(text).str();

    const std::string beside = path + ".part";
    std::error_code   problem;
    {
        std::ofstream file{beside, std::ios::binary | std::ios::trunc};
        file << whole << "checksum " << std::to_string(detail::hash_of(whole)) << '\n';
        file.close();
        if (!file) problem = std::make_error_code(std::errc::io_error);
    }
    if (!problem) std::filesystem::rename(beside, path, problem);
    if (!problem) return;
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    throw saved_file_error{path, "can't be written"};
}

/// Reads a record of any model; `read_record(path).study.lines()` lists what it is an ensemble of. Throws
/// saved_file_error if the file is not a record, is cut short, or fails its checksum.
[[nodiscard]] inline ensemble_record read_record(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) throw saved_file_error{path, "can't be read"};
    std::string whole;
    try {
        whole.assign(std::istreambuf_iterator<char>{file}, {});
    } catch (const std::ios_base::failure&) { // a folder
        throw saved_file_error{path, "can't be read"};
    }
    if (!whole.starts_with(record_mark))
        throw saved_file_error{path, "is not an ensemble saved by this version of orgscale"};
    const auto tail = whole.rfind("checksum ");
    if (tail == std::string::npos || whole.back() != '\n')
        throw saved_file_error{path, "is cut short"};
    const std::string text = whole.substr(0, tail);
    if (whole.substr(tail) != "checksum " + std::to_string(detail::hash_of(text)) + '\n')
        throw saved_file_error{path, "is damaged: its checksum is wrong"};

    std::istringstream in{text.substr(std::string{record_mark}.size())};
    in.imbue(std::locale::classic());
    const saved_file_error damaged{path, "is damaged"};
    ensemble_record        found;
    std::size_t            lines = 0;
    if (!(in >> lines) || in.get() != '\n') throw damaged;
    for (std::size_t i = 0; i < lines; ++i) {
        std::string what, value;
        if (!std::getline(in, what, '\t') || !std::getline(in, value)) throw damaged;
        found.study.add(std::move(what), std::move(value));
    }
    std::size_t reasons = 0, listed = 0, numbers = 0;
    if (!(in >> found.done >> found.first)) throw damaged;
    const auto at = in.tellg(); // the part's first line gives its size
    if (!(in >> reasons >> listed >> numbers) || numbers > text.size()) throw damaged;
    in.seekg(at);
    auto known = detail::read_part(in, numbers);
    if (!known || in.get() != '\n' || in.peek() != std::istringstream::traits_type::eof())
        throw damaged;
    found.known = *std::move(known);
    return found;
}

} // namespace orgscale
