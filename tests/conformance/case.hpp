#pragma once

/// How a model joins the conformance suite: one file <room>/<name>.hpp for each header
/// include/orgscale/<room>/<name>.hpp, with a type <name>_case of one of these kinds. All its numbers
/// must be exact in every number type, including `float`: small sums of powers of two.

/// A law of one number or a dynamics, by itself.
///     model()                  over `double`
///     start, horizon           state at time 0, and end of the run
///     level                    crossed once, upwards, by the last number of its state
struct model_case {};

/// A growth model, for every policy: the same, with model(governance).
struct growth_case {};

/// A governance policy, for every growth model: policy<Real>, and settings() over `double`.
struct policy_case {};

/// A model without dynamics: model(), and answers(model, scale), an array of numbers for a scale from 1 to
/// 2.
struct function_case {};
