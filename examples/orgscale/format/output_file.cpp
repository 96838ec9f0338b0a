#include "format/output_file.hpp"

#include <fstream>
#include <system_error>

#include "format/bad_input.hpp"

namespace program {

namespace fs = std::filesystem;

output_file::output_file(const fs::path& place, const std::string& text) : place_{place}
{
    const auto      name = place.string();
    std::error_code error;
    if (fs::is_symlink(fs::symlink_status(place_, error)))
        place_ = fs::weakly_canonical(place_, error);
    const auto there = fs::status(place_, error);
    if (fs::is_directory(there)) throw bad_input{name + ": is a directory, not a file"};
    if (fs::exists(there) && !fs::is_regular_file(there))
        throw bad_input{name + ": is not a file a report could be written to"};
    const auto folder = place_.has_parent_path() ? place_.parent_path() : fs::path{"."};
    if (!fs::is_directory(folder, error))
        throw bad_input{name + ": there is no folder " + folder.string()};

    beside_ = place_;
    beside_ += ".part";
    std::ofstream out{beside_, std::ios::binary | std::ios::trunc};
    out << text;
    out.close();
    if (!out) {
        fs::remove(beside_, error);
        throw bad_input{name + ": can't be written"};
    }
}

output_file::~output_file()
{
    std::error_code ignored;
    if (!kept_) fs::remove(beside_, ignored);
}

void output_file::keep()
{
    std::error_code error;
    fs::rename(beside_, place_, error);
    if (error) throw bad_input{place_.string() + ": can't be written: " + error.message()};
    kept_ = true;
}

} // namespace program
