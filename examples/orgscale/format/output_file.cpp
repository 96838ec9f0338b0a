#include "format/output_file.hpp"

#include <fstream>
#include <system_error>

#include "format/bad_input.hpp"

namespace program {

namespace fs = std::filesystem;

namespace {

/// Whether two paths lead to one file, whatever links they go through.
bool are_one(const fs::path& first, const fs::path& second)
{
    std::error_code error;
    return fs::equivalent(first, second, error) && !error;
}

} // namespace

output_file::output_file(const fs::path& place, const std::vector<fs::path>& inputs)
    : name_{place.string()}, place_{place}
{
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(place_, error)))
        place_ = fs::weakly_canonical(place_, error);
    const auto there = fs::status(place_, error);
    if (fs::is_directory(there)) throw bad_input{name_ + ": is a directory, not a file"};
    if (fs::exists(there) && !fs::is_regular_file(there))
        throw bad_input{name_ + ": is not a file a report could be written to"};
    const auto folder = place_.has_parent_path() ? place_.parent_path() : fs::path{"."};
    if (!fs::is_directory(folder, error))
        throw bad_input{name_ + ": there is no folder " + folder.string()};
    beside_ = place_;
    beside_ += ".part";
    for (const auto& input : inputs)
        for (const auto& written : {place_, beside_})
            if (are_one(written, input))
                throw bad_input{name_ + ": would overwrite " + input.string() +
                                ", which the report is made from"};
    write("");
}

output_file::~output_file()
{
    std::error_code ignored;
    if (!kept_) fs::remove(beside_, ignored);
}

void output_file::write(const std::string& text)
{
    std::ofstream out{beside_, std::ios::binary | std::ios::trunc};
    out << text;
    out.close();
    if (out) return;
    std::error_code ignored;
    fs::remove(beside_, ignored);
    throw bad_input{name_ + ": can't be written"};
}

void output_file::keep(const std::string& text)
{
    write(text);
    std::error_code error;
    fs::rename(beside_, place_, error);
    if (error) throw bad_input{name_ + ": can't be written: " + error.message()};
    kept_ = true;
}

} // namespace program
