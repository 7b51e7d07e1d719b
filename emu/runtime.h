// How the time of a Cloud passes and its tasks run: simulated on the caller's thread, or live on
// threads.
#pragma once

#include <emu/cloud.h>

#include <memory>

#include "core/task/driven_scheduler.h"

namespace emu {

// Throws std::invalid_argument when the clock's scale is out of range.
std::unique_ptr<DrivenScheduler> make_scheduler(const CloudOptions& options);
double checked_scale(double scale);

}  // namespace emu
