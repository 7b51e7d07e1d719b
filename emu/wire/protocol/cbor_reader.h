// CborReader: the items of a CBOR document, one after the other.
//
//   CborReader reader(body);
//   auto map = reader.begin_map();
//   while (map && reader.next(*map)) reader.text(key) && reader.skip();
//
// It reads what is well-formed, with lengths said before or left open. Whatever is not makes every
// later call fail, so that it is enough to ask at the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emu::wire {

inline constexpr std::size_t kCborDepthMax = 64;

class CborReader {
 public:
  enum class Type { kInteger, kReal, kText, kBytes, kList, kMap, kBoolean, kNull, kBroken };

  explicit CborReader(std::string_view document) : rest_(document) {}

  // Of the next item; tags are passed over.
  Type peek();
  // Whether the document has ended, without a fault.
  bool at_end() const { return !broken_ && rest_.empty(); }

  // Nothing when the next item is another. An integer beyond 64 signed bits is a real number.
  std::optional<std::int64_t> integer();
  std::optional<double> real();  // of an integer too
  std::optional<bool> boolean();
  bool text(std::string& out);
  bool bytes(std::string& out);
  bool null();
  // Passes over the next item with all that it holds.
  bool skip();

  // What is left of a list or a map; nothing said: until the mark of its end.
  struct Container {
    std::optional<std::uint64_t> left;
  };
  std::optional<Container> begin_list();
  std::optional<Container> begin_map();
  // Whether another entry follows. Called before each, and until it says no.
  bool next(Container& container);

 private:
  struct Head {
    std::uint8_t major;
    std::uint8_t info;
    std::uint64_t argument;
  };
  std::optional<Head> head();
  std::optional<Container> begin(std::uint8_t major);
  bool string(std::uint8_t major, std::string& out);
  bool append(std::uint64_t length, std::string& out);
  bool fail() {
    broken_ = true;
    rest_ = {};
    return false;
  }

  std::string_view rest_;
  std::size_t depth_ = 0;
  bool broken_ = false;
};

}  // namespace emu::wire
