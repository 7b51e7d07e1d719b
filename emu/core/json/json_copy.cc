#include "core/json/json_copy.h"

namespace emu {

// The depth is that of a document, which the parser bounds.
void copy_json(const JsonView& from, JsonWriter& to) {
  switch (from.type()) {
    case JsonView::Type::kNull:
      return to.null();
    case JsonView::Type::kBoolean:
      return to.boolean(from.boolean());
    case JsonView::Type::kInteger:
      return to.integer(from.integer());
    case JsonView::Type::kReal:
      return to.real(from.real());
    case JsonView::Type::kString:
      return to.string(from.string());
    case JsonView::Type::kArray:
      to.begin_array();
      from.each_element([&](const JsonView& element) {
        copy_json(element, to);
        return true;
      });
      return to.end_array();
    case JsonView::Type::kObject:
      to.begin_object();
      from.each_member([&](std::string_view name, const JsonView& value) {
        to.key(name);
        copy_json(value, to);
        return true;
      });
      return to.end_object();
  }
}

std::string json_text(const JsonView& value) {
  std::string text;
  JsonWriter writer(text);
  copy_json(value, writer);
  return text;
}

}  // namespace emu
