// One line on stderr that says how far a run is, and is gone when the run has ended. On anything
// but a terminal there is none.
#pragma once

#include <emu/sim.h>
#include <emu/time.h>

namespace emu::cli {

class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Draws at most ten times a second.
  void show(const sim::Progress& progress);

 private:
  bool is_shown_;
  Duration drawn_ = {};
};

}  // namespace emu::cli
