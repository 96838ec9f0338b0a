#pragma once

// Ensembles: many runs of a model whose parameters are known only by distributions. Not included:
// on_ranks.hpp (needs MPI), on_tbb.hpp (needs oneTBB) and progress_bar.hpp (needs the operating system).

// IWYU pragma: begin_exports
#include <orgscale/ensemble/bootstrap.hpp>
#include <orgscale/ensemble/correlate.hpp>
#include <orgscale/ensemble/distribution.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_bands.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/ensemble_outputs.hpp>
#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/ensemble_record.hpp>
#include <orgscale/ensemble/ensemble_study.hpp>
#include <orgscale/ensemble/failures.hpp>
#include <orgscale/ensemble/fixed.hpp>
#include <orgscale/ensemble/gaussian_copula.hpp>
#include <orgscale/ensemble/interval_estimate.hpp>
#include <orgscale/ensemble/mixture.hpp>
#include <orgscale/ensemble/morris.hpp>
#include <orgscale/ensemble/on_one_thread.hpp>
#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/ensemble/progress.hpp>
#include <orgscale/ensemble/quantile_sketch.hpp>
#include <orgscale/ensemble/random_seed.hpp>
#include <orgscale/ensemble/rank_error.hpp>
#include <orgscale/ensemble/record_file.hpp>
#include <orgscale/ensemble/relative_bins.hpp>
#include <orgscale/ensemble/replay.hpp>
#include <orgscale/ensemble/resume.hpp>
#include <orgscale/ensemble/save.hpp>
#include <orgscale/ensemble/saved_file_error.hpp>
#include <orgscale/ensemble/sensitivity_method.hpp>
#include <orgscale/ensemble/sensitivity_reason.hpp>
#include <orgscale/ensemble/sobol_indices.hpp>
#include <orgscale/ensemble/structure.hpp>
#include <orgscale/ensemble/truncated.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/ensemble/vary.hpp>
// IWYU pragma: end_exports
