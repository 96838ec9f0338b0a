#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>

#include <orgscale/core/check_start.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/state.hpp>
#include <orgscale/ensemble/detail/drawn_block.hpp>
#include <orgscale/ensemble/draws.hpp>
#include <orgscale/ensemble/ensemble_options.hpp>
#include <orgscale/ensemble/ensemble_part.hpp>
#include <orgscale/ensemble/ensemble_study.hpp>
#include <orgscale/ensemble/uncertain.hpp>
#include <orgscale/solve/ending.hpp>
#include <orgscale/solve/solve.hpp>

namespace orgscale::detail {

/// An output as a number: itself, the value of an optional, or its time; infinite if it is missing. If it
/// is missing because a run did not reach its end, `why` says so.
template <class Output>
[[nodiscard]] double number_or_never(const Output& given, std::optional<std::string>& why)
{
    if constexpr (std::convertible_to<const Output&, double>) {
        return static_cast<double>(given);
    } else if constexpr (requires { given.has_value(), *given; }) {
        if (given.has_value()) return number_or_never(*given, why);
        if constexpr (requires { given.complete(), given.reason(); })
            if (!given.complete()) why = describe(given.reason());
        return std::numeric_limits<double>::infinity();
    } else {
        return number_or_never(given.time, why);
    }
}

/// An output that depends on the model alone.
template <class Model, class Output>
struct output_of_model {
    const Output& output;

    void check(const uncertain_model<Model>& model) const { model.template check_start<void>(); }
    void add_to(ensemble_study&) const {}

    [[nodiscard]] auto operator()(const uncertain_model<Model>&, const Model& drawn,
                                  std::span<const double>) const
    {
        return output(drawn);
    }
};

/// An output that depends on the model and its start.
template <class Model, class Output>
struct output_from_start {
    const Output&          output;
    const state_of<Model>& start;

    void check(const uncertain_model<Model>& model) const { model.check_start(start); }
    void add_to(ensemble_study& all) const
    {
        unsigned field = 0;
        for (const double x : to_array<double>(start))
            all.add("start " + std::to_string(field++), x);
    }

    [[nodiscard]] auto operator()(const uncertain_model<Model>& model, const Model& drawn,
                                  std::span<const double> values) const
    {
        const auto from = model.start_with(values, start);
        orgscale::check_start(from);
        return output(drawn, from);
    }
};

/// The job of an ensemble of outputs (see run_record.hpp).
template <class Model, class Function>
class outputs {
public:
    static constexpr std::uint64_t block = 32; ///< small, since an output may take long

    outputs(const uncertain_model<Model>& model, const Function& function,
            const output_options& options)
        : model_{model}, function_{function}, options_{options},
          sequence_{options.sampling, options.seed, model.dimension()}
    {
        function.check(model);
    }

    [[nodiscard]] static std::size_t numbers() { return 1; }

    void operator()(ensemble_part& into, std::uint64_t begin, std::uint64_t end) const
    {
        const drawn_block<Model> drawn{model_, sequence_, begin, end, into.failed};
        for (std::size_t i = 0; i < drawn.models.size(); ++i) {
            std::optional<std::string> why;
            double                     x = 0;
            try {
                x = number_or_never(function_(model_, drawn.models[i], drawn.values_of(i)), why);
                if (!(x > -std::numeric_limits<double>::infinity()))
                    why = "the output is NaN or minus infinity";
            } catch (const parameter_error& error) {
                why = reason_of(error);
            }
            if (why) {
                into.failed.add(drawn.indices[i], *why);
            } else {
                into.sketches[0].add(x);
            }
        }
    }

    [[nodiscard]] ensemble_study study() const
    {
        ensemble_study all{model_};
        all.add("computes", "an output");
        function_.add_to(all);
        all.add("seed", std::to_string(options_.seed.value));
        all.add("sampling", options_.sampling == draws::random ? "random" : "low_discrepancy");
        return all;
    }

private:
    const uncertain_model<Model>& model_;
    Function                      function_;
    output_options                options_;
    draw_sequence                 sequence_;
};

} // namespace orgscale::detail
