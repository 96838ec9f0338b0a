#include "table/column_figures.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "format/bad_input.hpp"
#include "format/shortened.hpp"

namespace program {

namespace {

struct place {
    std::size_t row, column;
};

std::string quoted(const raw_table& all, const place& at)
{
    return "\"" + shortened(all.cell(at.row, at.column)) + "\"";
}

const char* name(decimal_mark mark)
{
    return mark == decimal_mark::point ? "a decimal point" : "a decimal comma";
}

/// What the cells of the columns show about the decimal mark.
class marks {
public:
    explicit marks(const raw_table& all) : all_{&all} {}

    void add(const written_number& one, const place& at)
    {
        if (one.shows) {
            auto& seen = *one.shows == decimal_mark::point ? point_ : comma_;
            if (!seen) seen = at;
            const auto& other = *one.shows == decimal_mark::point ? comma_ : point_;
            if (other)
                throw bad_input{all_->place(at.row, at.column) + ": " + quoted(*all_, at) +
                                " needs " + name(*one.shows) + ", but row " +
                                std::to_string(all_->line(other->row)) + " has " +
                                quoted(*all_, *other)};
        } else if (one.open && !open_) {
            open_     = at;
            by_comma_ = one.digits.find(',') != std::string::npos;
        } else if (one.open && by_comma_ != (one.digits.find(',') != std::string::npos)) {
            mixed_ = at;
        }
    }

    /// The mark that fits, if the file shows it. Between cells that are separated by commas a comma groups
    /// thousands, and a point parts decimals.
    [[nodiscard]] decimal_mark found() const
    {
        if (comma_) return decimal_mark::comma;
        if (point_ || !open_) return decimal_mark::point;
        if (!mixed_ && all_->separator == ',') return decimal_mark::point;
        const auto& at  = mixed_ ? *mixed_ : *open_;
        const auto  one = *number_in(all_->cell(at.row, at.column));
        throw bad_input{all_->place(at.row, at.column) +
                        fmt::format(": {} may mean {:.10g} or {:.10g}, and no other row shows "
                                    "which; write it as one of these",
                                    quoted(*all_, at), *value_of(one, decimal_mark::point),
                                    *value_of(one, decimal_mark::comma))};
    }

private:
    const raw_table*     all_;
    std::optional<place> point_, comma_, open_, mixed_;
    bool                 by_comma_ = false;
};

} // namespace

std::vector<column_figures> figures_in(const raw_table&                all,
                                       const std::vector<std::size_t>& columns,
                                       std::optional<decimal_mark>     mark)
{
    marks                       shown{all};
    std::vector<column_figures> found(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::optional<place> signed_by;
        for (std::size_t row = 0; row < all.rows(); ++row) {
            const auto cell = all.cell(row, columns[i]);
            if (is_missing(cell)) continue;
            const place at{row, columns[i]};
            const auto  one = number_in(cell);
            if (!one)
                throw bad_input{all.place(at.row, at.column) + ": " + quoted(all, at) +
                                " is not a number"};
            if (!mark) shown.add(*one, at);
            if (signed_by && one->sign != found[i].sign)
                throw bad_input{all.place(at.row, at.column) + ": " + quoted(all, at) +
                                " is in another unit than row " +
                                std::to_string(all.line(signed_by->row)) + " (" +
                                quoted(all, *signed_by) + ")"};
            if (!signed_by) signed_by = at;
            found[i].sign = one->sign;
        }
    }
    const auto with = mark ? *mark : shown.found();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        found[i].figures.resize(all.rows());
        for (std::size_t row = 0; row < all.rows(); ++row) {
            const auto cell = all.cell(row, columns[i]);
            if (is_missing(cell)) continue;
            found[i].figures[row] = value_of(*number_in(cell), with);
            if (!found[i].figures[row])
                throw bad_input{all.place(row, columns[i]) + ": " + quoted(all, {row, columns[i]}) +
                                " is not a number" +
                                (mark ? std::string{" with "} + name(with) : " that can be used")};
        }
    }
    return found;
}

double share_of_numbers(const raw_table& all, std::size_t column)
{
    double cells = 0, numbers = 0;
    for (std::size_t row = 0; row < all.rows(); ++row) {
        if (is_missing(all.cell(row, column))) continue;
        ++cells;
        if (looks_like_number(all.cell(row, column))) ++numbers;
    }
    return cells > 0 ? numbers / cells : 0;
}

} // namespace program
