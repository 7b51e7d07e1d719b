// The JSON form of attribute values: an object with one member, named after the type.
#include <emu/description.h>
#include <emu/dynamodb/value.h>
#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/json/json_reading.h"
#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/text/base64.h"
#include "dynamodb/java_package.h"
#include "dynamodb/limits.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

using JsonType = JsonView::Type;

void write(const AttributeValue& value, JsonWriter& writer);

void write_content(const AttributeValue& value, JsonWriter& writer) {
  switch (value.type()) {
    case Type::kS:
      return writer.string(value.s());
    case Type::kN:
      return writer.string(value.n());
    case Type::kB:
      return writer.bytes(value.b().view());
    case Type::kSs:
      writer.begin_array();
      for (const std::string& text : value.ss()) writer.string(text);
      return writer.end_array();
    case Type::kNs:
      writer.begin_array();
      for (const std::string& text : value.ns()) writer.string(text);
      return writer.end_array();
    case Type::kBs:
      writer.begin_array();
      for (const Blob& blob : value.bs()) writer.bytes(blob.view());
      return writer.end_array();
    case Type::kM:
      writer.begin_object();
      for (const auto& [name, entry] : value.m()) {
        writer.key(name);
        write(entry, writer);
      }
      return writer.end_object();
    case Type::kL:
      writer.begin_array();
      for (const AttributeValue& element : value.l()) write(element, writer);
      return writer.end_array();
    case Type::kNull:
      return writer.boolean(value.get_if<Null>()->value);
    case Type::kBool:
      return writer.boolean(value.boolean());
    case Type::kNone:
    case Type::kSeveral:
      return;
  }
}

void write(const AttributeValue& value, JsonWriter& writer) {
  writer.begin_object();
  if (const std::string_view type = type_name(value.type()); !type.empty()) {
    writer.key(type);
    write_content(value, writer);
  }
  writer.end_object();
}

constexpr std::string_view kShapeName = "AttributeValue";

std::string class_name() { return fmt::format("{}.{}", kJavaPackage, kShapeName); }

// Reads JSON into values; false with a reason when it does not fit.
class Reader {
 public:
  explicit Reader(std::string& why) : why_(why) {}

  // A value inside `containers` maps and lists. What is nested so deeply that it is refused is not
  // read any further. Types that are not known are passed over, as unknown members are.
  bool read(AttributeValue& value, const JsonView& json, std::size_t containers) {
    if (json.is_null()) return true;
    if (json.type() != JsonType::kObject) {
      return misfit(first_words::not_structure(json, class_name(), first_words::Place::kEntry));
    }
    if (containers > kNestingMax) return true;
    std::size_t types = 0;
    const bool fits = json.each_member([&](std::string_view type, const JsonView& content) {
      if (content.is_null()) return true;
      bool is_known = true;
      if (!read_content(value, type, content, containers, is_known)) return false;
      if (is_known) ++types;
      return true;
    });
    if (fits && types > 1) value = of_several_types(json);
    return fits;
  }

 private:
  // A wrong number is refused before there being other types. Source: as clients report.
  static AttributeValue of_several_types(const JsonView& json) {
    const std::optional<JsonView> number = json.find("N");
    if (number && number->type() == JsonType::kString && !parse_number(number->string())) {
      return N(std::string(number->string()));
    }
    return SeveralTypes();
  }

  bool misfit(std::string why) {
    why_ = std::move(why);
    return false;
  }

  bool read_content(AttributeValue& value, std::string_view type, const JsonView& json,
                    std::size_t containers, bool& is_known) {
    if (type == "S" || type == "N") return read_text(value, type, json);
    if (type == "B") return read_bytes(value, json);
    if (type == "BOOL" || type == "NULL") return read_flag(value, type, json);
    if (type == "M") return read_map(value, json, containers);
    if (type == "L") return read_list(value, json, containers);
    if (type == "SS") return read_texts<SS>(value, json);
    if (type == "NS") return read_texts<NS>(value, json);
    if (type == "BS") return read_blobs(value, json);
    is_known = false;
    return true;
  }

  bool read_text(AttributeValue& value, std::string_view type, const JsonView& json) {
    if (json.type() != JsonType::kString) return misfit(first_words::not_scalar(json, "String"));
    std::string text(json.string());
    value = type == "S" ? AttributeValue(S(std::move(text))) : AttributeValue(N(std::move(text)));
    return true;
  }

  bool read_bytes(AttributeValue& value, const JsonView& json) {
    std::optional<Blob> bytes = blob(json);
    if (bytes) value = B(std::move(*bytes));
    return bytes.has_value();
  }

  bool read_flag(AttributeValue& value, std::string_view type, const JsonView& json) {
    if (json.type() != JsonType::kBoolean) return misfit(first_words::not_scalar(json, "Boolean"));
    value = type == "BOOL" ? AttributeValue(Bool(json.boolean()))
                           : AttributeValue(Null{json.boolean()});
    return true;
  }

  bool read_map(AttributeValue& value, const JsonView& json, std::size_t containers) {
    if (json.type() != JsonType::kObject) return misfit(first_words::not_map(json, class_name()));
    M map;
    const bool fits = json.each_member([&](std::string_view name, const JsonView& entry) {
      return read(map.entries()[std::string(name)], entry, containers + 1);
    });
    value = std::move(map);
    return fits;
  }

  bool read_list(AttributeValue& value, const JsonView& json, std::size_t containers) {
    if (json.type() != JsonType::kArray) return misfit(first_words::not_list(json));
    L list;
    const bool fits = json.each_element([&](const JsonView& element) {
      return read(list.values.emplace_back(), element, containers + 1);
    });
    value = std::move(list);
    return fits;
  }

  template <class Set>
  bool read_texts(AttributeValue& value, const JsonView& json) {
    if (json.type() != JsonType::kArray) return misfit(first_words::not_list(json));
    Set set;
    const bool fits = json.each_element([&](const JsonView& element) {
      if (element.type() != JsonType::kString) {
        return misfit(first_words::not_scalar(element, "String"));
      }
      set.values.emplace_back(element.string());
      return true;
    });
    value = std::move(set);
    return fits;
  }

  bool read_blobs(AttributeValue& value, const JsonView& json) {
    if (json.type() != JsonType::kArray) return misfit(first_words::not_list(json));
    BS set;
    const bool fits = json.each_element([&](const JsonView& element) {
      std::optional<Blob> bytes = blob(element);
      if (bytes) set.values.push_back(std::move(*bytes));
      return bytes.has_value();
    });
    value = std::move(set);
    return fits;
  }

  std::optional<Blob> blob(const JsonView& json) {
    if (json.type() != JsonType::kString) {
      misfit(first_words::not_blob(json));
      return std::nullopt;
    }
    std::optional<std::string> bytes = base64_decode(json.string());
    if (!bytes) {
      misfit(first_words::not_base64(json.string()));
      return std::nullopt;
    }
    return Blob(std::move(*bytes));
  }

  std::string& why_;
};

}  // namespace

Shape AttributeValue::custom_shape() {
  Shape shape;
  shape.kind = Kind::kCustom;
  shape.name = kShapeName;
  shape.write_json = [](const void* value, JsonWriter& writer) {
    write(*static_cast<const AttributeValue*>(value), writer);
  };
  shape.read_json = [](void* value, const JsonView& json, std::string& why) {
    return Reader(why).read(*static_cast<AttributeValue*>(value), json, 0);
  };
  return shape;
}

}  // namespace emu::dynamodb
