#include "study/study_of_file.hpp"

#include <utility>

#include "scenario/read_scenario.hpp"
#include "study/make_study.hpp"

namespace program {

study study_of_file(const std::filesystem::path&                file,
                    const std::function<void(const scenario&)>& once_read)
{
    auto all = read_scenario(file);
    once_read(all.plan);
    return make_study(std::move(all));
}

} // namespace program
