// LiveClock: the machine's time, as a served account tells it: as it is, so many times as fast, or
// held still.
//
// Time never goes back, and stops at kLatestTime. Not thread-safe: its owner's lock guards it.
#pragma once

#include <emu/time.h>

#include <algorithm>
#include <chrono>
#include <optional>

namespace emu {

inline constexpr double kClockScaleMin = 1e-6;
inline constexpr double kClockScaleMax = 1e6;

class LiveClock {
 public:
  using Real = std::chrono::steady_clock;

  // Begins at `start`; real time passes `scale` times as fast, from kClockScaleMin to
  // kClockScaleMax.
  LiveClock(Time start, double scale, bool held)
      : scale_(scale), held_(held), anchor_(start), real_anchor_(Real::now()) {}

  Time now() const {
    return held_ ? anchor_ : std::min(anchor_ + passed(Real::now()), kLatestTime);
  }
  bool held() const { return held_; }
  double scale() const { return scale_; }

  // When the machine's clock will show it that this time has come; nothing while held, and for what
  // comes after the end. Of what is more than a day away it says tomorrow, and has to be asked
  // again: a slow clock would leave 64 bits.
  std::optional<Real::time_point> real(Time time) const {
    if (held_ || time > kLatestTime) return std::nullopt;
    const std::chrono::duration<double, std::micro> ahead = (time - anchor_) / scale_;
    const Real::time_point tomorrow = Real::now() + std::chrono::days(1);
    if (ahead > tomorrow - real_anchor_) return tomorrow;
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
    const std::chrono::duration<double, std::micro> most = kLatestTime - Time();
    return std::chrono::floor<Duration>(std::min(since * scale_, most));
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
