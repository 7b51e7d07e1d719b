// LiveClock: the machine's time, as a served account tells it: as it is, so many times as fast, or
// held still.
//
// Time never goes back. Not thread-safe: its owner's lock guards it.
#pragma once

#include <emu/time.h>

#include <chrono>
#include <optional>

namespace emu {

class LiveClock {
 public:
  using Real = std::chrono::steady_clock;

  // Begins at `start`; real time passes `scale` times as fast, 0 < scale <= 1,000,000.
  LiveClock(Time start, double scale, bool held)
      : scale_(scale), held_(held), anchor_(start), real_anchor_(Real::now()) {}

  Time now() const { return held_ ? anchor_ : anchor_ + passed(Real::now()); }
  bool held() const { return held_; }
  double scale() const { return scale_; }

  // When the machine's clock will show it that this time has come; nothing while held.
  std::optional<Real::time_point> real(Time time) const {
    if (held_) return std::nullopt;
    const std::chrono::duration<double, std::micro> ahead = (time - anchor_) / scale_;
    return real_anchor_ + std::chrono::ceil<Real::duration>(ahead);
  }

  void hold() {
    anchor_ = now();
    held_ = true;
  }
  void resume() { rebase(now(), false); }
  void set_scale(double scale) {
    const bool was_held = held_;
    rebase(now(), was_held);
    scale_ = scale;
  }
  // To a time that is not before now().
  void jump(Time time) { rebase(time, held_); }

 private:
  Duration passed(Real::time_point real) const {
    const std::chrono::duration<double, std::micro> since = real - real_anchor_;
    return std::chrono::floor<Duration>(since * scale_);
  }
  void rebase(Time time, bool held) {
    anchor_ = time;
    real_anchor_ = Real::now();
    held_ = held;
  }

  double scale_;
  bool held_;
  Time anchor_;
  Real::time_point real_anchor_;
};

}  // namespace emu
