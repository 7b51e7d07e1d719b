#include "wire/protocol/cbor_codec.h"

#include <emu/time.h>
#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <optional>
#include <utility>

#include "core/base/assert.h"
#include "core/gate/given_members.h"
#include "core/text/utf8.h"
#include "wire/limits.h"

namespace emu::wire {

namespace {

constexpr std::uint8_t kUnsigned = 0x00;
constexpr std::uint8_t kNegative = 0x20;
constexpr std::uint8_t kBytes = 0x40;
constexpr std::uint8_t kText = 0x60;
constexpr std::uint8_t kList = 0x80;
constexpr std::uint8_t kMap = 0xa0;
constexpr std::uint8_t kEpochTag = 0xc1;
constexpr std::uint8_t kFalse = 0xf4;
constexpr std::uint8_t kTrue = 0xf5;
constexpr std::uint8_t kDouble = 0xfb;

void put_big_endian(std::uint64_t bits, int bytes, std::string& out) {
  while (bytes-- > 0) out.push_back(static_cast<char>(bits >> (8 * bytes) & 0xff));
}

void put_head(std::uint8_t major, std::uint64_t argument, std::string& out) {
  const auto put = [&](int info, int bytes) {
    out.push_back(static_cast<char>(major | info));
    put_big_endian(argument, bytes, out);
  };
  if (argument < 24) return put(static_cast<int>(argument), 0);
  if (argument <= 0xff) return put(24, 1);
  if (argument <= 0xffff) return put(25, 2);
  if (argument <= 0xffffffff) return put(26, 4);
  put(27, 8);
}

void put_integer(std::int64_t number, std::string& out) {
  if (number >= 0) return put_head(kUnsigned, static_cast<std::uint64_t>(number), out);
  put_head(kNegative, static_cast<std::uint64_t>(-(number + 1)), out);
}

void put_real(double number, std::string& out) {
  out.push_back(static_cast<char>(kDouble));
  put_big_endian(std::bit_cast<std::uint64_t>(number), 8, out);
}

void put_string(std::uint8_t major, std::string_view bytes, std::string& out) {
  put_head(major, bytes.size(), out);
  out += bytes;
}

// Seconds since the epoch, to the millisecond as the other protocols have them.
void put_time(std::int64_t micros, std::string& out) {
  out.push_back(static_cast<char>(kEpochTag));
  put_real(static_cast<double>(epoch_millis(Time(Duration(micros)))) / 1000.0, out);
}

// What is written for a member; null: nothing.
const void* written(const Shape& shape, std::size_t i, const void* structure) {
  const Member& member = shape.members[i];
  const void* value = shape.present(structure, i);
  if (value != nullptr || !member.always_written) return value;
  return static_cast<const char*>(structure) + member.offset;  // an empty container
}

void put_structure(const Shape& shape, const void* structure, std::string& out) {
  std::size_t present = 0;
  for (std::size_t i = 0; i < shape.members.size(); ++i) {
    if (written(shape, i, structure) != nullptr) ++present;
  }
  put_head(kMap, present, out);
  for (std::size_t i = 0; i < shape.members.size(); ++i) {
    const void* value = written(shape, i, structure);
    if (value == nullptr) continue;
    write_cbor_text(shape.members[i].wire_name, out);
    write_cbor(shape.members[i].shape(), value, out);
  }
}

void put_map(const Shape& shape, const void* value, std::string& out) {
  struct Visitor {
    const Shape& element;
    std::string& out;
  } visitor{shape.element(), out};
  put_head(kMap, shape.size(value), out);
  shape.each(value, &visitor, [](void* v, std::string_view key, const void* entry) {
    const auto& to = *static_cast<Visitor*>(v);
    write_cbor_text(key, to.out);
    write_cbor(to.element, entry, to.out);
  });
}

class Reading {
 public:
  Reading(CborReader& from, std::string& why) : from_(from), why_(why) {}

  bool read(const Shape& shape, void* value) {
    switch (shape.kind) {
      case Kind::kString:
        return read_text(shape, value);
      case Kind::kBlob:
        return read_blob(shape, value);
      case Kind::kBoolean: {
        const auto found = from_.boolean();
        if (found) shape.set_integer(value, *found ? 1 : 0);
        return found.has_value() || misfit("a boolean");
      }
      case Kind::kInteger:
        return read_integer(shape, value);
      case Kind::kDouble: {
        const auto found = from_.real();
        if (found) shape.set_real(value, *found);
        return found.has_value() || misfit("a number");
      }
      case Kind::kTimestamp:
        return read_time(shape, value);
      case Kind::kList:
        return read_list(shape, value);
      case Kind::kMap:
        return read_map(shape, value);
      case Kind::kStructure:
        return read_structure(shape, value);
      case Kind::kCustom:
        break;
    }
    EMU_ASSERT(false, "no service that speaks CBOR has shapes with a JSON form of their own");
    return false;
  }

 private:
  bool misfit(std::string_view wanted) {
    why_ = fmt::format("The request cannot be read: {} was expected.", wanted);
    return false;
  }

  bool read_text(const Shape& shape, void* value) {
    std::string text;
    if (!from_.text(text) || !is_valid_utf8(text)) return misfit("a text in UTF-8");
    shape.set_text(value, std::move(text));
    return true;
  }

  bool read_blob(const Shape& shape, void* value) {
    std::string bytes;
    if (!from_.bytes(bytes)) return misfit("a string of bytes");
    shape.set_text(value, std::move(bytes));
    return true;
  }

  bool read_integer(const Shape& shape, void* value) {
    const auto found = from_.integer();
    if (!found || *found > shape.integer_max || *found < -shape.integer_max - 1) {
      return misfit("an integer in its range");
    }
    shape.set_integer(value, *found);
    return true;
  }

  // The fraction counts to the millisecond.
  bool read_time(const Shape& shape, void* value) {
    constexpr double kSecondsMax = 9.0e12;  // microseconds still fit 64 bits
    const auto found = from_.real();
    if (!found || !(std::fabs(*found) < kSecondsMax)) return misfit("a time in seconds");
    const Time time = from_epoch_millis(std::llround(*found * 1000.0));
    shape.set_integer(value, time.time_since_epoch().count());
    return true;
  }

  bool read_list(const Shape& shape, void* value) {
    auto list = from_.begin_list();
    if (!list) return misfit("a list");
    while (from_.next(*list)) {
      if (!read(shape.element(), shape.append(value))) return false;
    }
    return true;
  }

  bool read_map(const Shape& shape, void* value) {
    auto map = from_.begin_map();
    if (!map) return misfit("a map");
    std::string key;
    while (from_.next(*map)) {
      if (!from_.text(key) || !is_valid_utf8(key)) return misfit("a key in UTF-8");
      if (!read(shape.element(), shape.insert(value, key))) return false;
    }
    return true;
  }

  bool read_structure(const Shape& shape, void* value) {
    auto map = from_.begin_map();
    // An empty one takes a byte there and hundreds here.
    if (!map || ++structures_ > kCborStructuresMax) return misfit("a structure");
    std::uint64_t seen = 0;  // by the members' places
    std::size_t next = 0;    // writers mostly keep the order of the description
    std::string key;
    while (from_.next(*map)) {
      if (!from_.text(key)) return misfit("the name of a member");
      const std::size_t i = find_member(shape, key, next);
      if (from_.null()) continue;  // as if it were not there
      if (i == shape.members.size()) {
        if (!from_.skip()) return misfit("a value");
        continue;
      }
      next = i + 1;
      if (i < 64) seen |= std::uint64_t{1} << i;
      const Member& member = shape.members[i];
      if (!read(member.shape(), member.emplace(value, member.offset))) return false;
      record_given(shape, i, value);
    }
    record_missing(shape, value, seen);
    return true;
  }

  // The number of members when there is none of that name.
  static std::size_t find_member(const Shape& shape, std::string_view name, std::size_t first) {
    const std::size_t count = shape.members.size();
    for (std::size_t tried = 0; tried < count; ++tried) {
      const std::size_t i = (first + tried) % count;
      if (shape.members[i].wire_name == name) return i;
    }
    return count;
  }

  CborReader& from_;
  std::size_t structures_ = 0;
  std::string& why_;
};

}  // namespace

void write_cbor_map_head(std::size_t members, std::string& out) { put_head(kMap, members, out); }

void write_cbor_text(std::string_view text, std::string& out) { put_string(kText, text, out); }

void write_cbor(const Shape& shape, const void* value, std::string& out) {
  switch (shape.kind) {
    case Kind::kString:
      return write_cbor_text(shape.text(value), out);
    case Kind::kBlob:
      return put_string(kBytes, shape.text(value), out);
    case Kind::kBoolean:
      out.push_back(static_cast<char>(shape.integer(value) != 0 ? kTrue : kFalse));
      return;
    case Kind::kInteger:
      return put_integer(shape.integer(value), out);
    case Kind::kDouble:
      return put_real(shape.real(value), out);
    case Kind::kTimestamp:
      return put_time(shape.integer(value), out);
    case Kind::kList:
      put_head(kList, shape.size(value), out);
      for (std::size_t i = 0; i < shape.size(value); ++i) {
        write_cbor(shape.element(), shape.at(value, i), out);
      }
      return;
    case Kind::kMap:
      return put_map(shape, value, out);
    case Kind::kStructure:
      return put_structure(shape, value, out);
    case Kind::kCustom:
      EMU_ASSERT(false, "no service that speaks CBOR has shapes with a JSON form of their own");
  }
}

bool read_cbor(const Shape& shape, void* value, CborReader& reader, std::string& why) {
  return Reading(reader, why).read(shape, value);
}

}  // namespace emu::wire
