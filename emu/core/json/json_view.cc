#include "core/json/json_view.h"

#include <simdjson.h>

#include <cstring>
#include <utility>
#include <vector>

#include "core/base/assert.h"

namespace emu {

namespace dom = simdjson::dom;

// Moves the library's reference in and out of a view's opaque storage.
struct JsonViewAccess {
  static_assert(sizeof(dom::element) == sizeof(JsonView::element_) &&
                    std::is_trivially_copyable_v<dom::element>,
                "a view holds the library's reference by value");
  static JsonView wrap(const dom::element& element) {
    JsonView view;
    std::memcpy(view.element_, &element, sizeof element);
    return view;
  }
  static dom::element unwrap(const JsonView& view) {
    dom::element element;
    std::memcpy(static_cast<void*>(&element), view.element_, sizeof element);
    return element;
  }
};

namespace {

// Small documents come in streams: parsers keep their buffers and are used again. One grown by a
// huge document is let go.
constexpr std::size_t kIdleParsersMax = 8;
constexpr std::size_t kInitialCapacity = 4096;
constexpr std::size_t kKeptCapacityMax = std::size_t{1} << 20;

dom::element unwrap(const JsonView& view) { return JsonViewAccess::unwrap(view); }

}  // namespace

struct JsonDocument::Parser {
  dom::parser parser;
  dom::element root;

  static std::vector<std::unique_ptr<Parser>>& idle() {
    thread_local std::vector<std::unique_ptr<Parser>> parsers;
    return parsers;
  }
};

std::unique_ptr<JsonDocument::Parser> JsonDocument::take_parser() {
  auto& idle = Parser::idle();
  if (!idle.empty()) {
    std::unique_ptr<Parser> parser = std::move(idle.back());
    idle.pop_back();
    return parser;
  }
  auto parser = std::make_unique<Parser>();
  const auto error = parser->parser.allocate(kInitialCapacity, kJsonDepthMax);
  EMU_ASSERT(error == simdjson::SUCCESS, "memory for a small parser is there");
  return parser;
}

JsonDocument::JsonDocument(std::unique_ptr<Parser> parser) : parser_(std::move(parser)) {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;

JsonDocument::~JsonDocument() {
  if (parser_ == nullptr || parser_->parser.capacity() > kKeptCapacityMax) return;
  auto& idle = Parser::idle();
  if (idle.size() < kIdleParsersMax) idle.push_back(std::move(parser_));
}

std::optional<JsonDocument> JsonDocument::parse(std::string_view text, std::string& why) {
  std::unique_ptr<Parser> parser = take_parser();
  // The parser library copies from the place that it is given, also when there is nothing there.
  const char* begin = text.empty() ? "" : text.data();
  if (const auto error = parser->parser.parse(begin, text.size()).get(parser->root)) {
    why = simdjson::error_message(error);
    return std::nullopt;
  }
  return JsonDocument(std::move(parser));
}

JsonView JsonDocument::root() const { return JsonViewAccess::wrap(parser_->root); }

JsonView::Type JsonView::type() const {
  switch (unwrap(*this).type()) {
    case dom::element_type::ARRAY:
      return Type::kArray;
    case dom::element_type::OBJECT:
      return Type::kObject;
    case dom::element_type::INT64:
      return Type::kInteger;
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
      return Type::kReal;
    case dom::element_type::STRING:
      return Type::kString;
    case dom::element_type::BOOL:
      return Type::kBoolean;
    case dom::element_type::NULL_VALUE:
      return Type::kNull;
  }
  return Type::kNull;
}

bool JsonView::boolean() const { return unwrap(*this).get_bool().value_unsafe(); }
std::int64_t JsonView::integer() const { return unwrap(*this).get_int64().value_unsafe(); }
double JsonView::real() const { return unwrap(*this).get_double().value_unsafe(); }
std::string_view JsonView::string() const { return unwrap(*this).get_string().value_unsafe(); }

std::size_t JsonView::size() const {
  const dom::element element = unwrap(*this);
  return element.is_array() ? element.get_array().value_unsafe().size()
                            : element.get_object().value_unsafe().size();
}

std::optional<JsonView> JsonView::find(std::string_view key) const {
  dom::element value;
  if (unwrap(*this).get_object().value_unsafe().at_key(key).get(value)) return std::nullopt;
  return JsonViewAccess::wrap(value);
}

bool JsonView::walk_elements(void* visitor, bool (*visit)(void*, const JsonView&)) const {
  const dom::array elements = unwrap(*this).get_array().value_unsafe();
  for (const dom::element element : elements) {
    if (!visit(visitor, JsonViewAccess::wrap(element))) return false;
  }
  return true;
}

bool JsonView::walk_members(void* visitor,
                            bool (*visit)(void*, std::string_view, const JsonView&)) const {
  const dom::object members = unwrap(*this).get_object().value_unsafe();
  for (const auto [key, value] : members) {
    if (!visit(visitor, key, JsonViewAccess::wrap(value))) return false;
  }
  return true;
}

}  // namespace emu
