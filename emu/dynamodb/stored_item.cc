#include "dynamodb/stored_item.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "core/base/assert.h"
#include "dynamodb/values.h"

namespace emu::dynamodb {

namespace {

constexpr std::size_t length_of_length(std::size_t length) {
  std::size_t bytes = 1;
  for (; length >= 0x80; length >>= 7) ++bytes;
  return bytes;
}

constexpr std::size_t text_space(std::size_t bytes) { return length_of_length(bytes) + bytes; }

// The longest that a number becomes as it is stored: the digits between it and its point are
// written out.
std::size_t number_space(std::string_view text) {
  constexpr std::size_t kLongest = 3 + 130 + 38;
  const bool is_plain =
      std::none_of(text.begin(), text.end(), [](char c) { return c == 'e' || c == 'E'; });
  return text_space(is_plain ? text.size() + 1 : kLongest);
}

// At least the bytes that a value takes behind its type.
std::size_t space_of(const AttributeValue& value) {
  std::size_t space = kPartsLengthBytes;
  switch (value.type()) {
    case Type::kS:
      return text_space(value.s().size());
    case Type::kN:
      return number_space(value.n());
    case Type::kB:
      return text_space(value.b().size());
    case Type::kBool:
      return 1;
    case Type::kSs:
      for (const std::string& text : value.ss()) space += text_space(text.size());
      return space;
    case Type::kNs:
      for (const std::string& text : value.ns()) space += number_space(text);
      return space;
    case Type::kBs:
      for (const Blob& blob : value.bs()) space += text_space(blob.size());
      return space;
    case Type::kM:
      for (const auto& [name, entry] : value.m()) {
        space += text_space(name.size()) + 1 + space_of(entry);
      }
      return space;
    case Type::kL:
      for (const AttributeValue& element : value.l()) space += 1 + space_of(element);
      return space;
    default:
      return 0;
  }
}

std::size_t attribute_space(std::string_view name, const AttributeValue& value) {
  return text_space(name.size()) + 1 + space_of(value);
}

}  // namespace

// Fills the block of an item.
class StoredItem::Writer {
 public:
  explicit Writer(std::size_t space) : item_(), space_(space), start_(new char[space]) {
    at_ = start_.get();
  }

  void attribute(std::string_view name, const AttributeValue& attribute_value) {
    text(name);
    value(attribute_value);
  }
  // Attributes as they lie in another item.
  void copy(const char* begin, const char* end) {
    if (begin == end) return;
    std::memcpy(at_, begin, static_cast<std::size_t>(end - begin));
    at_ += end - begin;
  }

  StoredItem finish(std::size_t size) {
    const auto length = static_cast<std::size_t>(at_ - start_.get());
    EMU_ASSERT(length <= space_, "the space was measured");
    // Space that was measured too large is given back when it is worth a copy.
    if (space_ - length > 16 + length / 8) {
      std::unique_ptr<char[]> exact(new char[length]);
      std::memcpy(exact.get(), start_.get(), length);
      start_ = std::move(exact);
    }
    item_.block_ = std::move(start_);
    item_.length_ = static_cast<std::uint32_t>(length);
    item_.size_ = static_cast<std::uint32_t>(size);
    return std::move(item_);
  }

 private:
  void length(std::size_t length) {
    for (; length >= 0x80; length >>= 7) *at_++ = static_cast<char>(length | 0x80);
    *at_++ = static_cast<char>(length);
  }

  void text(std::string_view bytes) {
    length(bytes.size());
    copy(bytes.data(), bytes.data() + bytes.size());
  }

  void value(const AttributeValue& of) {
    *at_++ = static_cast<char>(of.type());
    switch (of.type()) {
      case Type::kS:
        return text(of.s());
      case Type::kN:
        return number(of.n());
      case Type::kB:
        return text(of.b().view());
      case Type::kBool:
        *at_++ = of.boolean() ? 1 : 0;
        return;
      case Type::kNull:
        return;
      default:
        return parts(of);
    }
  }

  void number(std::string_view digits) {
    // Most numbers are whole and as they are stored.
    const bool is_canonical =
        digits == "0" ||
        (!digits.empty() && digits.size() < 18 && digits.front() != '0' &&
         std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }));
    if (is_canonical) return text(digits);
    text(stored_number(digits).to_string());
  }

  // What is no scalar, behind its type.
  void parts(const AttributeValue& of) {
    char* const length_at = at_;
    at_ += kPartsLengthBytes;
    switch (of.type()) {
      case Type::kM:
        for (const auto& [name, entry] : of.m()) attribute(name, entry);
        break;
      case Type::kL:
        for (const AttributeValue& element : of.l()) value(element);
        break;
      default:
        elements(stored_value(of));
    }
    const auto length =
        static_cast<std::uint32_t>(static_cast<std::size_t>(at_ - length_at) - kPartsLengthBytes);
    std::memcpy(length_at, &length, kPartsLengthBytes);
  }

  void elements(const AttributeValue& set) {
    switch (set.type()) {
      case Type::kSs:
        for (const std::string& element : set.ss()) text(element);
        return;
      case Type::kNs:
        for (const std::string& element : set.ns()) text(element);
        return;
      case Type::kBs:
        for (const Blob& element : set.bs()) text(element.view());
        return;
      default:
        EMU_ASSERT(false, "values without a type are never stored");
    }
  }

  StoredItem item_;
  std::size_t space_;
  std::unique_ptr<char[]> start_;
  char* at_;
};

StoredItem::StoredItem(const StoredItem& other)
    : block_(other.block_ == nullptr ? nullptr : new char[other.length_]),
      length_(other.length_),
      size_(other.size_) {
  if (length_ != 0) std::memcpy(block_.get(), other.block_.get(), length_);
}

StoredItem StoredItem::pack(const Item& item) {
  std::size_t space = 0;
  for (const auto& [name, value] : item) space += attribute_space(name, value);
  Writer writer(space);
  for (const auto& [name, value] : item) writer.attribute(name, value);
  return writer.finish(item_size(item));
}

Item StoredItem::unpack() const { return unpack_attributes(bytes()); }

Item StoredItem::unpack(std::span<const std::string_view> names) const {
  Item item;
  auto wanted = names.begin();
  for (PackedReader reader(bytes()); !reader.at_end() && wanted != names.end();) {
    const std::string_view name = reader.text();
    const StoredValue value = reader.value();
    while (wanted != names.end() && *wanted < name) ++wanted;
    if (wanted == names.end() || *wanted != name) continue;
    item.emplace_hint(item.end(), name, Unpacked{value});
  }
  return item;
}

Item StoredItem::unpack(const std::set<std::string, std::less<>>& names) const {
  Item item;
  for (PackedReader reader(bytes()); !reader.at_end();) {
    const std::string_view name = reader.text();
    const StoredValue value = reader.value();
    if (names.contains(name)) item.emplace_hint(item.end(), name, value.unpack());
  }
  return item;
}

std::optional<StoredValue> StoredItem::find(std::string_view name) const {
  for (PackedReader reader(bytes()); !reader.at_end();) {
    const std::string_view at = reader.text();
    const StoredValue value = reader.value();
    if (at == name) return value;
  }
  return std::nullopt;
}

std::size_t StoredItem::size_of(const std::set<std::string, std::less<>>& names) const {
  std::size_t size = 0;
  for (PackedReader reader(bytes()); !reader.at_end();) {
    const std::string_view name = reader.text();
    const StoredValue value = reader.value();
    if (names.contains(name)) size += name.size() + value.size();
  }
  return size;
}

StoredItem StoredItem::with(std::vector<Change> changes) const {
  if (changes.size() > 1) {
    std::sort(changes.begin(), changes.end(),
              [](const Change& a, const Change& b) { return a.name < b.name; });
  }
  std::size_t space = length_;
  for (const Change& change : changes) {
    if (change.value) space += attribute_space(change.name, *change.value);
  }
  Writer writer(space);
  std::size_t size = size_;
  const auto write = [&](const Change& change) {
    if (!change.value) return;
    writer.attribute(change.name, *change.value);
    size += change.name.size() + value_size(*change.value);
  };

  PackedReader reader(bytes());
  auto change = changes.begin();
  const char* kept_from = reader.at();
  while (!reader.at_end() && change != changes.end()) {
    const char* const attribute = reader.at();
    const std::string_view name = reader.text();
    const StoredValue value = reader.value();
    int order = name.compare(change->name);
    if (order < 0) continue;
    writer.copy(kept_from, attribute);
    kept_from = attribute;
    while (order > 0) {
      write(*change++);
      order = change == changes.end() ? -1 : name.compare(change->name);
    }
    if (order < 0) continue;
    write(*change++);
    size -= name.size() + value.size();
    kept_from = reader.at();
  }
  writer.copy(kept_from, bytes().data() + length_);
  while (change != changes.end()) write(*change++);
  return writer.finish(size);
}

}  // namespace emu::dynamodb
