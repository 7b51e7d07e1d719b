#include "core/time/time_zone.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <iterator>

#include "core/text/ascii.h"

namespace emu {

namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;

constexpr std::string_view kFolder = "/usr/share/zoneinfo/";
constexpr std::size_t kNameMax = 64;
constexpr std::size_t kFileMax = std::size_t{256} * 1024;

// What else lies in the folder: links to the machine's own zone and to its rules, the same zones
// with and without leap seconds, and what is no zone.
constexpr std::array<std::string_view, 5> kNotZones = {"localtime", "posixrules", "posix", "right",
                                                       "Factory"};

// "Europe/Berlin" and the like: nothing that leads out of the folder.
bool is_zone_name(std::string_view name) {
  if (name.empty() || name.size() > kNameMax || !is_letter(name.front())) return false;
  const std::string_view first = name.substr(0, name.find('/'));
  if (std::find(kNotZones.begin(), kNotZones.end(), first) != kNotZones.end()) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return is_alphanumeric(c) || c == '/' || c == '_' || c == '-' || c == '+';
  });
}

std::int64_t big_endian(std::string_view bytes) {
  std::uint64_t value = (static_cast<unsigned char>(bytes.front()) & 0x80) != 0 ? ~0ULL : 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(value);
}

// One of the two blocks of a file.
struct Block {
  std::size_t times = 0;
  std::size_t types = 0;
  std::size_t size = 0;  // of what follows the head
};

constexpr std::size_t kHeadSize = 44;

std::optional<Block> read_head(std::string_view file, std::size_t time_size) {
  constexpr std::size_t kCountsAt = 20;
  if (file.size() < kHeadSize || !file.starts_with("TZif")) return std::nullopt;
  std::array<std::size_t, 6> counts = {};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::int64_t count = big_endian(file.substr(kCountsAt + 4 * i, 4));
    if (count < 0 || static_cast<std::size_t>(count) > kFileMax) return std::nullopt;
    counts[i] = static_cast<std::size_t>(count);
  }
  const auto [ut_count, standard_count, leap_count, time_count, type_count, char_count] = counts;
  return Block{.times = time_count,
               .types = type_count,
               .size = time_count * (time_size + 1) + type_count * 6 + char_count +
                       leap_count * (time_size + 4) + standard_count + ut_count};
}

int take_number(std::string_view& text) {
  int value = 0;
  while (!text.empty() && is_digit(text.front()) && value < 100'000) {
    value = value * 10 + (text.front() - '0');
    text.remove_prefix(1);
  }
  return value;
}

bool take_mark(std::string_view& text, char mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(1);
  return true;
}

// "CET" or "<+03>".
bool take_zone_name(std::string_view& text) {
  const std::size_t before = text.size();
  if (take_mark(text, '<')) {
    take_until(text, '>');
  } else {
    while (!text.empty() && is_letter(text.front())) text.remove_prefix(1);
  }
  return text.size() != before;
}

// "-1", "5:30", "+2:00:00".
Duration take_time(std::string_view& text) {
  const bool is_negative = take_mark(text, '-');
  if (!is_negative) take_mark(text, '+');
  seconds total = std::chrono::hours(take_number(text));
  if (take_mark(text, ':')) total += std::chrono::minutes(take_number(text));
  if (take_mark(text, ':')) total += seconds(take_number(text));
  return is_negative ? -total : total;
}

}  // namespace

Time TimeZone::Change::in(int in_year) const {
  const year y(in_year);
  if (kind == Kind::kMonthDay) {
    const auto on = std::chrono::weekday(static_cast<unsigned>(day));
    const std::chrono::month m(static_cast<unsigned>(month));
    constexpr int kLastWeek = 5;
    if (week == kLastWeek) return Time(sys_days(y / m / on[std::chrono::last])) + time;
    return Time(sys_days(y / m / on[static_cast<unsigned>(week)])) + time;
  }
  int number = day;
  // Numbers from 1 leave the leap day out.
  constexpr int kFebruaryEnd = 59;
  if (kind == Kind::kJulian) number += (y.is_leap() && day > kFebruaryEnd ? 1 : 0) - 1;
  return Time(sys_days(y / 1 / 1) + days(number)) + time;
}

std::shared_ptr<const TimeZone> TimeZone::find(std::string_view name) {
  if (name == "UTC") return std::make_shared<const TimeZone>();
  if (!is_zone_name(name)) return nullptr;
  std::ifstream in(std::string(kFolder).append(name), std::ios::binary);
  if (!in) return nullptr;
  std::string file(kFileMax, '\0');
  in.read(file.data(), static_cast<std::streamsize>(file.size()));
  file.resize(static_cast<std::size_t>(in.gcount()));
  return parse(file);
}

std::shared_ptr<const TimeZone> TimeZones::find(std::string_view name) {
  if (const auto known = zones_.find(name); known != zones_.end()) {
    if (auto zone = known->second.lock()) return zone;
  }
  auto zone = TimeZone::find(name);
  if (zone == nullptr) return zone;
  std::erase_if(zones_, [](const auto& entry) { return entry.second.expired(); });
  zones_.insert_or_assign(std::string(name), zone);
  return zone;
}

std::shared_ptr<const TimeZone> TimeZone::parse(std::string_view file) {
  auto zone = std::make_shared<TimeZone>();
  if (!zone->read(file)) return nullptr;
  return zone;
}

// The first block has times of 32 bits, and is there for old readers only.
bool TimeZone::read(std::string_view file) {
  constexpr std::size_t kTimeSize = 8;
  const auto old_block = read_head(file, 4);
  if (!old_block || file.size() < kHeadSize + old_block->size) return false;
  file.remove_prefix(kHeadSize + old_block->size);
  const auto block = read_head(file, kTimeSize);
  if (!block || block->types == 0 || file.size() < kHeadSize + block->size) return false;
  const std::string_view times = file.substr(kHeadSize);
  const std::string_view indices = times.substr(block->times * kTimeSize);
  const std::string_view types = indices.substr(block->times);
  const auto offset_of = [&](std::size_t type) {
    return Duration(seconds(big_endian(types.substr(type * 6, 4))));
  };
  first_offset_ = offset_of(0);
  standard_ = first_offset_;
  for (std::size_t i = 0; i < block->times; ++i) {
    const auto type = static_cast<std::size_t>(static_cast<unsigned char>(indices[i]));
    if (type >= block->types) return false;
    transitions_.push_back(from_epoch_seconds(big_endian(times.substr(i * kTimeSize, kTimeSize))));
    offsets_.push_back(offset_of(type));
    standard_ = offsets_.back();
  }
  if (!std::is_sorted(transitions_.begin(), transitions_.end())) return false;
  std::string_view rule = file.substr(kHeadSize + block->size);
  if (!take_mark(rule, '\n')) return true;
  return read_rule(take_until(rule, '\n'));
}

// "CET-1CEST,M3.5.0,M10.5.0/3": offsets are to the west.
bool TimeZone::read_rule(std::string_view text) {
  if (text.empty()) return true;
  if (!take_zone_name(text)) return false;
  standard_ = -take_time(text);
  has_rule_ = true;
  if (text.empty()) return true;
  if (!take_zone_name(text)) return false;
  Daylight daylight{.offset = standard_ + std::chrono::hours(1), .begin = {}, .end = {}};
  if (!text.starts_with(',')) daylight.offset = -take_time(text);
  if (!read_change(text, daylight.begin) || !read_change(text, daylight.end)) return false;
  daylight_ = daylight;
  return true;
}

bool TimeZone::read_change(std::string_view& text, Change& to) {
  if (!take_mark(text, ',')) return false;
  if (take_mark(text, 'M')) {
    to.month = take_number(text);
    if (!take_mark(text, '.')) return false;
    to.week = take_number(text);
    if (!take_mark(text, '.')) return false;
    to.day = take_number(text);
    if (to.month < 1 || to.month > 12 || to.week < 1 || to.week > 5 || to.day > 6) return false;
  } else {
    to.kind = take_mark(text, 'J') ? Change::Kind::kJulian : Change::Kind::kZeroBased;
    to.day = take_number(text);
    if (to.day > 366) return false;
  }
  if (take_mark(text, '/')) to.time = take_time(text);
  return true;
}

Duration TimeZone::offset_by_rule(Time utc) const {
  if (!daylight_) return standard_;
  const auto date = std::chrono::floor<days>(utc + standard_);
  const int in_year = static_cast<int>(std::chrono::year_month_day(date).year());
  const Time begin = daylight_->begin.in(in_year)-standard_;
  const Time end = daylight_->end.in(in_year)-daylight_->offset;
  const bool is_daylight = begin < end ? utc >= begin && utc < end : utc >= begin || utc < end;
  return is_daylight ? daylight_->offset : standard_;
}

Duration TimeZone::offset_at(Time utc) const {
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), utc);
  if (next == transitions_.begin()) {
    return transitions_.empty() && has_rule_ ? offset_by_rule(utc) : first_offset_;
  }
  if (next == transitions_.end() && has_rule_) return offset_by_rule(utc);
  return offsets_[static_cast<std::size_t>(next - transitions_.begin()) - 1];
}

std::optional<Time> TimeZone::to_utc(Time local) const {
  // No clock is changed twice within two days.
  std::optional<Time> first;
  for (const Duration offset : {offset_at(local - days(1)), offset_at(local + days(1))}) {
    const Time utc = local - offset;
    if (offset_at(utc) == offset && (!first || utc < *first)) first = utc;
  }
  return first;
}

}  // namespace emu
