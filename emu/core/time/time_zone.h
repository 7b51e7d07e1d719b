// Time zones by their names in the tz database: "Europe/Berlin".
//
//   const auto zone = TimeZone::find("Europe/Berlin");
//   zone->to_utc(local);       // the moment at which a clock there first shows that time
//
// The machine's own database (/usr/share/zoneinfo) is read, which is nothing but a table of facts:
// no run reads anything else from the machine. Where there is none, UTC alone is known.
// Source: RFC 9636, "The Time Zone Information Format (TZif)".
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emu {

class TimeZone {
 public:
  // Null when there is no such zone. Names that depend on the machine or count leap seconds, such
  // as "localtime" and "right/UTC", are none.
  static std::shared_ptr<const TimeZone> find(std::string_view name);
  // Of the contents of a TZif file; null when they are not valid.
  static std::shared_ptr<const TimeZone> parse(std::string_view file);

  // What the clocks there show at a moment, as if it were UTC.
  Time to_local(Time utc) const { return utc + offset_at(utc); }
  // The first moment at which they show it; nothing for what they leave out.
  std::optional<Time> to_utc(Time local) const;

 private:
  // A day of the year on which a rule of today's changes over: "M3.2.0/2".
  struct Change {
    enum class Kind : std::uint8_t { kMonthDay, kJulian, kZeroBased };
    Kind kind = Kind::kMonthDay;
    int month = 0;
    int week = 0;
    int day = 0;
    Duration time = std::chrono::hours(2);

    Time in(int year) const;  // on the clocks that are changed
  };
  struct Daylight {
    Duration offset;
    Change begin;
    Change end;
  };

  Duration offset_at(Time utc) const;
  Duration offset_by_rule(Time utc) const;
  bool read(std::string_view file);
  bool read_rule(std::string_view text);
  static bool read_change(std::string_view& text, Change& to);

  std::vector<Time> transitions_ = {};
  std::vector<Duration> offsets_ = {};  // from each transition on
  Duration first_offset_ = {};
  // What holds after the last transition.
  Duration standard_ = {};
  std::optional<Daylight> daylight_ = {};
  bool has_rule_ = false;
};

// The zones that somebody has at the moment, each once.
class TimeZones {
 public:
  // As TimeZone::find().
  std::shared_ptr<const TimeZone> find(std::string_view name);

 private:
  std::map<std::string, std::weak_ptr<const TimeZone>, std::less<>> zones_ = {};
};

}  // namespace emu
