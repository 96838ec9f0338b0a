#pragma once

#include <string>

#include <orgscale/ensemble/ensemble_bands.hpp>
#include <orgscale/ensemble/ensemble_outputs.hpp>
#include <orgscale/ensemble/record_file.hpp>

namespace orgscale {

/// Keeps in a file what is done of an ensemble, from which `resume` goes on. Throws saved_file_error where
/// it can't be written; what stood there before then still does. Not for several at once on one path: of
/// ranks, all of which have the whole, let one save.
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
