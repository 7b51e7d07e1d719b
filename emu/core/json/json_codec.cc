#include "core/json/json_codec.h"

#include <emu/describe.h>
#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <utility>

#include "core/text/base64.h"
#include "core/time/iso_time.h"

namespace emu {

namespace {

void write_member(const Member& member, const void* structure, JsonWriter& writer, JsonTime time) {
  const void* value = member.get(structure, member.offset);
  if (value == nullptr) {
    if (!member.always_written) return;
    value = static_cast<const char*>(structure) + member.offset;  // an empty container
  }
  writer.key(member.wire_name);
  write_json(member.shape(), value, writer, time);
}

// How AWS's framework names what it found instead.
std::string_view token_name(const JsonView& json) {
  switch (json.type()) {
    case JsonView::Type::kBoolean:
      return json.boolean() ? "TRUE_VALUE" : "FALSE_VALUE";
    case JsonView::Type::kInteger:
      return "NUMBER_VALUE";
    case JsonView::Type::kReal:
      return "DECIMAL_VALUE";
    case JsonView::Type::kString:
      return "STRING_VALUE";
    default:
      return "NULL_VALUE";
  }
}

bool misfit(const JsonView& json, std::string_view wanted, std::string& why) {
  if (json.type() == JsonView::Type::kArray) {
    why = "Start of list found where not expected";
  } else if (json.type() == JsonView::Type::kObject) {
    why = "Start of structure or map found where not expected.";
  } else {
    why = fmt::format("{} can not be converted to {}", token_name(json), wanted);
  }
  return false;
}

bool read_integer(const Shape& shape, void* value, const JsonView& json, std::string& why) {
  if (json.type() != JsonView::Type::kInteger) {
    return misfit(json, shape.integer_max > INT32_MAX ? "Long" : "Integer", why);
  }
  const std::int64_t number = json.integer();
  if (number > shape.integer_max || number < -shape.integer_max - 1) {
    return misfit(json, "Integer", why);
  }
  shape.set_integer(value, number);
  return true;
}

// Seconds since the epoch; the fraction counts to the millisecond.
bool read_timestamp(const Shape& shape, void* value, const JsonView& json, std::string& why,
                    JsonTime form) {
  if (form == JsonTime::kIso8601) {
    const std::optional<Time> time = json.type() == JsonView::Type::kString
                                         ? parse_iso8601(json.string())
                                         : std::optional<Time>();
    if (!time) return misfit(json, "Timestamp", why);
    shape.set_integer(value, time->time_since_epoch().count());
    return true;
  }
  const bool is_number =
      json.type() == JsonView::Type::kInteger || json.type() == JsonView::Type::kReal;
  constexpr double kSecondsMax = 9.0e12;  // microseconds still fit 64 bits
  if (!is_number || !(std::fabs(json.real()) < kSecondsMax)) {
    return misfit(json, "Timestamp", why);
  }
  const Time time = from_epoch_millis(std::llround(json.real() * 1000.0));
  shape.set_integer(value, time.time_since_epoch().count());
  return true;
}

bool read_blob(const Shape& shape, void* value, const JsonView& json, std::string& why) {
  if (json.type() != JsonView::Type::kString) return misfit(json, "Blob", why);
  std::optional<std::string> bytes = base64_decode(json.string());
  if (!bytes) {
    why = "Invalid Base64";
    return false;
  }
  shape.set_text(value, std::move(*bytes));
  return true;
}

bool read_list(const Shape& shape, void* value, const JsonView& json, std::string& why,
               JsonTime time) {
  if (json.type() != JsonView::Type::kArray) return misfit(json, "List", why);
  return json.each_element([&](const JsonView& element) {
    return read_json(shape.element(), shape.append(value), element, why, time);
  });
}

bool read_map(const Shape& shape, void* value, const JsonView& json, std::string& why,
              JsonTime time) {
  if (json.type() != JsonView::Type::kObject) return misfit(json, "Map", why);
  return json.each_member([&](std::string_view key, const JsonView& element) {
    return read_json(shape.element(), shape.insert(value, std::string(key)), element, why, time);
  });
}

bool read_structure(const Shape& shape, void* value, const JsonView& json, std::string& why,
                    JsonTime time) {
  if (json.type() != JsonView::Type::kObject) return misfit(json, "Structure", why);
  std::size_t next = 0;  // writers mostly keep the order of the description
  return json.each_member([&](std::string_view key, const JsonView& element) {
    for (std::size_t tried = 0; tried < shape.members.size(); ++tried) {
      const std::size_t i =
          next + tried < shape.members.size() ? next + tried : next + tried - shape.members.size();
      const Member& member = shape.members[i];
      if (member.wire_name != key) continue;
      next = i + 1 == shape.members.size() ? 0 : i + 1;
      if (element.is_null()) return true;  // as if it were not there
      return read_json(member.shape(), member.emplace(value, member.offset), element, why, time);
    }
    return true;  // unknown members are passed over
  });
}

}  // namespace

void write_json(const Shape& shape, const void* value, JsonWriter& writer, JsonTime time) {
  switch (shape.kind) {
    case Kind::kString:
      return writer.string(shape.text(value));
    case Kind::kBlob:
      return writer.bytes(shape.text(value));
    case Kind::kBoolean:
      return writer.boolean(shape.integer(value) != 0);
    case Kind::kInteger:
      return writer.integer(shape.integer(value));
    case Kind::kDouble:
      return writer.real(shape.real(value));
    case Kind::kTimestamp:
      return time == JsonTime::kIso8601
                 ? writer.string(iso8601(Time(Duration(shape.integer(value)))))
                 : writer.timestamp(Time(Duration(shape.integer(value))));
    case Kind::kCustom:
      return shape.write_json(value, writer);
    case Kind::kList:
      writer.begin_array();
      for (std::size_t i = 0; i < shape.size(value); ++i) {
        write_json(shape.element(), shape.at(value, i), writer, time);
      }
      return writer.end_array();
    case Kind::kMap: {
      struct Visitor {
        const Shape& element;
        JsonWriter& writer;
        JsonTime time;
      } visitor{shape.element(), writer, time};
      writer.begin_object();
      shape.each(value, &visitor, [](void* v, std::string_view key, const void* entry) {
        const auto& to = *static_cast<Visitor*>(v);
        to.writer.key(key);
        write_json(to.element, entry, to.writer, to.time);
      });
      return writer.end_object();
    }
    case Kind::kStructure:
      writer.begin_object();
      for (const Member& member : shape.members) write_member(member, value, writer, time);
      return writer.end_object();
  }
}

bool read_json(const Shape& shape, void* value, const JsonView& json, std::string& why,
               JsonTime time) {
  switch (shape.kind) {
    case Kind::kString:
      if (json.type() != JsonView::Type::kString) return misfit(json, "a String", why);
      shape.set_text(value, std::string(json.string()));
      return true;
    case Kind::kBlob:
      return read_blob(shape, value, json, why);
    case Kind::kBoolean:
      if (json.type() != JsonView::Type::kBoolean) return misfit(json, "Boolean", why);
      shape.set_integer(value, json.boolean() ? 1 : 0);
      return true;
    case Kind::kInteger:
      return read_integer(shape, value, json, why);
    case Kind::kDouble:
      if (json.type() != JsonView::Type::kInteger && json.type() != JsonView::Type::kReal) {
        return misfit(json, "Double", why);
      }
      shape.set_real(value, json.real());
      return true;
    case Kind::kTimestamp:
      return read_timestamp(shape, value, json, why, time);
    case Kind::kCustom:
      return shape.read_json(value, json, why);
    case Kind::kList:
      return read_list(shape, value, json, why, time);
    case Kind::kMap:
      return read_map(shape, value, json, why, time);
    case Kind::kStructure:
      return read_structure(shape, value, json, why, time);
  }
  return false;
}

void write_json(const Shape& shape, const void* value, std::string& out) {
  JsonWriter writer(out);
  write_json(shape, value, writer);
}

Status read_json(const Shape& shape, void* value, std::string_view json) {
  std::string why;
  const auto document = JsonDocument::parse(json, why);
  if (!document || !read_json(shape, value, document->root(), why)) {
    return Error{.code = "SerializationException", .message = std::move(why)};
  }
  return {};
}

}  // namespace emu
