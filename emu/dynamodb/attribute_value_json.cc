// The JSON form of attribute values: an object with one member, named after the type.
#include <emu/describe.h>
#include <emu/dynamodb/value.h>
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/json/json_view.h"
#include "core/json/json_writer.h"
#include "core/text/base64.h"
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

// Reads JSON into values; false with a reason when it does not fit.
class Reader {
 public:
  explicit Reader(std::string& why) : why_(why) {}

  bool read(AttributeValue& value, const JsonView& json) {
    if (json.type() != JsonType::kObject) return mismatch("an attribute value must be an object");
    std::size_t types = 0;
    const bool fine = json.each_member([&](std::string_view type, const JsonView& content) {
      if (content.is_null()) return true;
      ++types;
      return read_content(value, type, content);
    });
    if (types > 1) value = SeveralTypes();
    return fine;
  }

 private:
  bool mismatch(std::string_view why) {
    why_ = why;
    return false;
  }

  bool read_content(AttributeValue& value, std::string_view type, const JsonView& json) {
    if (type == "S" || type == "N" || type == "B") return read_text(value, type, json);
    if (type == "BOOL" || type == "NULL") {
      if (json.type() != JsonType::kBoolean) return mismatch("expected true or false");
      value = type == "BOOL" ? AttributeValue(Bool(json.boolean()))
                             : AttributeValue(Null{json.boolean()});
      return true;
    }
    if (type == "M") return read_map(value, json);
    if (type == "L") return read_list(value, json);
    if (type == "SS") return read_texts<SS>(value, json);
    if (type == "NS") return read_texts<NS>(value, json);
    if (type == "BS") return read_blobs(value, json);
    return mismatch(fmt::format("unknown type of an attribute value: {}", type));
  }

  bool read_text(AttributeValue& value, std::string_view type, const JsonView& json) {
    if (json.type() != JsonType::kString) return mismatch("expected a string");
    if (type == "S") {
      value = S(std::string(json.string()));
    } else if (type == "N") {
      value = N(std::string(json.string()));
    } else {
      std::optional<std::string> bytes = base64_decode(json.string());
      if (!bytes) return mismatch("expected Base64");
      value = B(Blob(std::move(*bytes)));
    }
    return true;
  }

  bool read_map(AttributeValue& value, const JsonView& json) {
    if (json.type() != JsonType::kObject) return mismatch("expected an object");
    M map;
    const bool fine = json.each_member([&](std::string_view name, const JsonView& entry) {
      return read(map.entries()[std::string(name)], entry);
    });
    value = std::move(map);
    return fine;
  }

  bool read_list(AttributeValue& value, const JsonView& json) {
    if (json.type() != JsonType::kArray) return mismatch("expected an array");
    L list;
    const bool fine = json.each_element(
        [&](const JsonView& element) { return read(list.values.emplace_back(), element); });
    value = std::move(list);
    return fine;
  }

  template <class Set>
  bool read_texts(AttributeValue& value, const JsonView& json) {
    if (json.type() != JsonType::kArray) return mismatch("expected an array");
    Set set;
    const bool fine = json.each_element([&](const JsonView& element) {
      if (element.type() != JsonType::kString) return mismatch("expected a string");
      set.values.emplace_back(element.string());
      return true;
    });
    value = std::move(set);
    return fine;
  }

  bool read_blobs(AttributeValue& value, const JsonView& json) {
    if (json.type() != JsonType::kArray) return mismatch("expected an array");
    BS set;
    const bool fine = json.each_element([&](const JsonView& element) {
      if (element.type() != JsonType::kString) return mismatch("expected a string");
      std::optional<std::string> bytes = base64_decode(element.string());
      if (!bytes) return mismatch("expected Base64");
      set.values.emplace_back(std::move(*bytes));
      return true;
    });
    value = std::move(set);
    return fine;
  }

  std::string& why_;
};

}  // namespace

Shape AttributeValue::custom_shape() {
  Shape shape;
  shape.kind = Kind::kCustom;
  shape.write_json = [](const void* value, JsonWriter& writer) {
    write(*static_cast<const AttributeValue*>(value), writer);
  };
  shape.read_json = [](void* value, const JsonView& json, std::string& why) {
    return Reader(why).read(*static_cast<AttributeValue*>(value), json);
  };
  return shape;
}

}  // namespace emu::dynamodb
