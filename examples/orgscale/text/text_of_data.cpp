#include "text/text_of_data.hpp"

#include "format/wrapped.hpp"
#include "text/figures_of_data.hpp"
#include "text/text_parts.hpp"
#include "text/words_on_data.hpp"

namespace program {

std::string text_of(const identified& found)
{
    auto text = wrapped(found.title, widest_text, 0) +
                wrapped(situation_of(found), widest_text, 0) + "\n" +
                headline_in_text(headline_of(found));
    for (const auto& table : tables_of(found)) text += "\n" + in_text(table);
    for (const auto& said : {on_reasons(found), on_back_tests(found), on_file(found)})
        text += in_text(said);
    return text;
}

} // namespace program
