#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

/// The order conditions of a Runge-Kutta method, from the rooted trees they belong to.
///
/// A method has order p if for every rooted tree t of at most p nodes the elementary weight
/// sum_i b_i phi_i(t) is 1/gamma(t), where phi_i(t) is the product over its branches u of
/// sum_j a_ij phi_j(u) and gamma(t) the product of the sizes of all its subtrees. Its interpolant has
/// order p if the weights at a part θ of the step give θ^size(t)/gamma(t).
///
/// Butcher, J. C. (1963). Coefficients for the study of Runge-Kutta integration processes. Journal of
/// the Australian Mathematical Society 3, 185-201. doi:10.1017/S1446788700027932
struct rooted_tree {
    std::vector<std::size_t> branches; ///< indices of smaller trees, in descending order
    std::size_t              size;
    long double              gamma;
};

/// All rooted trees with at most `most` nodes: 1, 1, 2, 4, 9, 20, 48 of 1 to 7 nodes.
inline std::vector<rooted_tree> trees_up_to(std::size_t most)
{
    std::vector<rooted_tree> trees{{{}, 1, 1.0L}};
    for (std::size_t size = 2; size <= most; ++size) {
        const std::size_t smaller = trees.size();
        // Every descending list of smaller trees whose sizes sum to size - 1.
        const auto grow = [&](const auto& self, std::vector<std::size_t>& branches,
                              std::size_t left, std::size_t largest) -> void {
            if (left == 0) {
                long double gamma = static_cast<long double>(size);
                for (const auto branch : branches) gamma *= trees[branch].gamma;
                trees.push_back({branches, size, gamma});
                return;
            }
            for (std::size_t branch = 0; branch <= largest && branch < smaller; ++branch) {
                if (trees[branch].size > left) continue;
                branches.push_back(branch);
                self(self, branches, left - trees[branch].size, branch);
                branches.pop_back();
            }
        };
        std::vector<std::size_t> branches;
        grow(grow, branches, size - 1, smaller);
    }
    return trees;
}

/// phi_i(t) for every tree and every stage of a table a.
template <class Table>
std::vector<std::vector<long double>> stage_weights(const std::vector<rooted_tree>& trees,
                                                    const Table&                    a)
{
    std::vector<std::vector<long double>> phi;
    for (const auto& tree : trees) {
        std::vector<long double> of_tree(a.size(), 1.0L);
        for (const auto branch : tree.branches)
            for (std::size_t i = 0; i < a.size(); ++i) {
                long double sum = 0;
                for (std::size_t j = 0; j < a.size(); ++j) sum += a[i][j] * phi[branch][j];
                of_tree[i] *= sum;
            }
        phi.push_back(of_tree);
    }
    return phi;
}
