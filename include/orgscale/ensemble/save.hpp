#pragma once

#include <string>

#include <orgscale/ensemble/ensemble_bands.hpp>
#include <orgscale/ensemble/ensemble_outputs.hpp>
#include <orgscale/ensemble/record_file.hpp>

namespace orgscale {

/// Saves an ensemble to a file, from which `resume` continues it. Throws saved_file_error if it can't be
/// written; an existing file is then unchanged. Not for concurrent saves to one path: all ranks hold the
/// whole result, so let one of them save.
template <class State>
void save(const ensemble_bands<State>& bands, const std::string& path)
{
    write_record(path, bands.record());
}

inline void save(const ensemble_outputs& outputs, const std::string& path)
{
    write_record(path, outputs.record());
}

} // namespace orgscale
