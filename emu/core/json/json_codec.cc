#include "core/json/json_codec.h"

#include <emu/description.h>
#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <utility>

#include "core/gate/given_members.h"
#include "core/text/base64.h"
#include "core/time/iso_time.h"

namespace emu {

namespace {

void write_member(const Shape& shape, std::size_t i, const void* structure, JsonWriter& writer,
                  JsonTime time) {
  const Member& member = shape.members[i];
  const void* value = shape.present(structure, i);
  if (value == nullptr) {
    if (!member.always_written) return;
    value = static_cast<const char*>(structure) + member.offset;  // an empty container
  }
  writer.key(member.wire_name);
  write_json(member.shape(), value, writer, time);
}

class Reader {
 public:
  using Place = first_words::Place;

  Reader(const JsonReading& how, std::string& why) : how_(how), why_(why) {}

  bool read(const Shape& shape, void* value, const JsonView& json, Place place) {
    switch (shape.kind) {
      case Kind::kString:
        if (json.type() != JsonView::Type::kString) return not_scalar(json, "a String", "String");
        shape.set_text(value, std::string(json.string()));
        return true;
      case Kind::kBlob:
        return read_blob(shape, value, json);
      case Kind::kBoolean:
        if (json.type() != JsonView::Type::kBoolean) return not_scalar(json, "Boolean", "Boolean");
        shape.set_integer(value, json.boolean() ? 1 : 0);
        return true;
      case Kind::kInteger:
        return read_integer(shape, value, json);
      case Kind::kDouble:
        if (json.type() != JsonView::Type::kInteger && json.type() != JsonView::Type::kReal) {
          return not_scalar(json, "Double", "Double");
        }
        shape.set_real(value, json.real());
        return true;
      case Kind::kTimestamp:
        return read_timestamp(shape, value, json);
      case Kind::kCustom:
        if (has_first_words() && json.type() != JsonView::Type::kObject) {
          return misfit(first_words::not_structure(json, class_of(shape), place));
        }
        return shape.read_json(value, json, why_);
      case Kind::kList:
        return read_list(shape, value, json);
      case Kind::kMap:
        return read_map(shape, value, json);
      case Kind::kStructure:
        return read_structure(shape, value, json, place);
    }
    return false;
  }

 private:
  bool has_first_words() const { return !how_.java_package.empty(); }

  // "com.amazonaws.dynamodb.v20120810.Tag"
  std::string class_of(const Shape& shape) const {
    switch (shape.kind) {
      case Kind::kStructure:
      case Kind::kCustom:
        return fmt::format("{}.{}", how_.java_package, shape.name);
      case Kind::kList:
        return fmt::format("java.util.List<{}>", class_of(shape.element()));
      case Kind::kMap:
        return fmt::format("java.util.Map<java.lang.String, {}>", class_of(shape.element()));
      default:
        return "java.lang.String";
    }
  }

  bool misfit(std::string why) {
    why_ = std::move(why);
    return false;
  }

  // In today's words. `wanted` is what a scalar should have been.
  bool misfit(const JsonView& json, std::string_view wanted) {
    if (json.type() == JsonView::Type::kArray) {
      return misfit("Start of list found where not expected");
    }
    if (json.type() == JsonView::Type::kObject) {
      return misfit("Start of structure or map found where not expected.");
    }
    return misfit(fmt::format("{} can not be converted to {}", json_token_name(json), wanted));
  }

  bool not_scalar(const JsonView& json, std::string_view wanted, std::string_view java_type) {
    if (has_first_words()) return misfit(first_words::not_scalar(json, java_type));
    return misfit(json, wanted);
  }

  bool read_integer(const Shape& shape, void* value, const JsonView& json) {
    const std::string_view type = shape.integer_max > INT32_MAX ? "Long" : "Integer";
    if (json.type() != JsonView::Type::kInteger) return not_scalar(json, type, type);
    const std::int64_t number = json.integer();
    if (number > shape.integer_max || number < -shape.integer_max - 1) {
      return not_scalar(json, "Integer", "Integer");
    }
    shape.set_integer(value, number);
    return true;
  }

  // Seconds since the epoch; the fraction counts to the millisecond.
  bool read_timestamp(const Shape& shape, void* value, const JsonView& json) {
    if (how_.time == JsonTime::kIso8601) {
      const std::optional<Time> time = json.type() == JsonView::Type::kString
                                           ? parse_iso8601(json.string())
                                           : std::optional<Time>();
      if (!time) return misfit(json, "Timestamp");
      shape.set_integer(value, time->time_since_epoch().count());
      return true;
    }
    const bool is_number =
        json.type() == JsonView::Type::kInteger || json.type() == JsonView::Type::kReal;
    constexpr double kSecondsMax = 9.0e12;  // microseconds still fit 64 bits
    if (!is_number || !(std::fabs(json.real()) < kSecondsMax)) {
      return not_scalar(json, "Timestamp", "Date");
    }
    const Time time = from_epoch_millis(std::llround(json.real() * 1000.0));
    shape.set_integer(value, time.time_since_epoch().count());
    return true;
  }

  bool read_blob(const Shape& shape, void* value, const JsonView& json) {
    if (json.type() != JsonView::Type::kString) {
      return has_first_words() ? misfit(first_words::not_blob(json)) : misfit(json, "Blob");
    }
    std::optional<std::string> bytes = base64_decode(json.string());
    if (!bytes) {
      return misfit(has_first_words() ? first_words::not_base64(json.string()) : "Invalid Base64");
    }
    shape.set_text(value, std::move(*bytes));
    return true;
  }

  bool read_list(const Shape& shape, void* value, const JsonView& json) {
    if (json.type() != JsonView::Type::kArray) {
      return has_first_words() ? misfit(first_words::not_list(json)) : misfit(json, "List");
    }
    return json.each_element([&](const JsonView& element) {
      return read(shape.element(), shape.append(value), element, Place::kEntry);
    });
  }

  bool read_map(const Shape& shape, void* value, const JsonView& json) {
    if (json.type() != JsonView::Type::kObject) {
      return has_first_words() ? misfit(first_words::not_map(json, class_of(shape.element())))
                               : misfit(json, "Map");
    }
    return json.each_member([&](std::string_view key, const JsonView& element) {
      return read(shape.element(), shape.insert(value, std::string(key)), element, Place::kEntry);
    });
  }

  bool read_structure(const Shape& shape, void* value, const JsonView& json, Place place) {
    if (json.type() != JsonView::Type::kObject) {
      return has_first_words() ? misfit(first_words::not_structure(json, class_of(shape), place))
                               : misfit(json, "Structure");
    }
    std::size_t next = 0;    // writers mostly keep the order of the description
    std::uint64_t seen = 0;  // by the members' places
    const bool fits = json.each_member([&](std::string_view key, const JsonView& element) {
      for (std::size_t tried = 0; tried < shape.members.size(); ++tried) {
        const std::size_t i = next + tried < shape.members.size()
                                  ? next + tried
                                  : next + tried - shape.members.size();
        if (shape.members[i].wire_name != key) continue;
        next = i + 1 == shape.members.size() ? 0 : i + 1;
        if (element.is_null()) return true;  // as if it were not there
        if (i < 64) seen |= std::uint64_t{1} << i;
        return read_member(shape, i, value, element);
      }
      return true;  // unknown members are passed over
    });
    if (fits) record_missing(shape, value, seen);
    return fits;
  }

  bool read_member(const Shape& shape, std::size_t i, void* structure, const JsonView& json) {
    const Member& member = shape.members[i];
    void* value = member.emplace(structure, member.offset);
    if (!read(member.shape(), value, json, Place::kMember)) return false;
    record_given(shape, i, structure);
    return true;
  }

  const JsonReading& how_;
  std::string& why_;
};

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
      for (std::size_t i = 0; i < shape.members.size(); ++i) {
        write_member(shape, i, value, writer, time);
      }
      return writer.end_object();
  }
}

bool read_json(const Shape& shape, void* value, const JsonView& json, std::string& why,
               const JsonReading& how) {
  return Reader(how, why).read(shape, value, json, first_words::Place::kMember);
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
