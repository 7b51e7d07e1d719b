#include "wire/protocol/generate.h"

#include <emu/describe.h>
#include <emu/dynamodb/value.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace emu::test {

namespace {

constexpr int kDepthMax = 5;

std::string text(Random& random) {
  constexpr std::array<std::string_view, 10> kPieces = {"a", "seat 12A", "&<b>\"'", "100%", "x+y",
                                                        "/", "=",        "\u00fc",  "{}",   "Z9"};
  std::string out = "k";
  const auto pieces = random.below(4);
  for (std::uint64_t i = 0; i < pieces; ++i) out += kPieces[random.below(kPieces.size())];
  return out;
}

// Of what travels outside of a body.
std::string plain_text(Random& random) { return "v" + std::to_string(random.below(1000)); }

class Generator {
 public:
  explicit Generator(Random& random) : random_(random) {}

  void fill(const Shape& shape, void* value, int depth, bool is_plain) {
    switch (shape.kind) {
      case Kind::kString:
      case Kind::kBlob:
        shape.set_text(value, is_plain ? plain_text(random_) : text(random_));
        break;
      case Kind::kBoolean:
        shape.set_integer(value, 1);
        break;
      case Kind::kInteger:
        shape.set_integer(value, static_cast<std::int64_t>(random_.below(2'000'000'000)));
        break;
      case Kind::kTimestamp:
        shape.set_integer(value,
                          static_cast<std::int64_t>(random_.below(2'000'000'000)) * 1'000'000);
        break;
      case Kind::kDouble:
        shape.set_real(value, static_cast<double>(random_.below(1000)) / 8);
        break;
      case Kind::kList:
        for (std::uint64_t i = 0; i <= random_.below(3); ++i) {
          fill(shape.element(), shape.append(value), depth + 1, is_plain);
        }
        break;
      case Kind::kMap:
        for (std::uint64_t i = 0; i <= random_.below(3); ++i) {
          fill(shape.element(), shape.insert(value, plain_text(random_)), depth + 1, is_plain);
        }
        break;
      case Kind::kStructure:
        structure(shape, value, depth);
        break;
      case Kind::kCustom:
        *static_cast<dynamodb::AttributeValue*>(value) = dynamodb::S(text(random_));
        break;
    }
  }

 private:
  void structure(const Shape& shape, void* value, int depth) {
    for (const Member& member : shape.members) {
      // A structure without any member would not show in a form.
      const bool is_wanted = member.is_required || member.location == Location::kPath ||
                             &member == &shape.members.front() ||
                             (depth < kDepthMax && random_.below(4) != 0);
      // The length belongs to whoever sends the body, and answers have statuses of success.
      if (!is_wanted || member.wire_name == "Content-Length") continue;
      if (member.location == Location::kStatus) continue;
      const bool is_plain =
          member.location != Location::kBody && member.location != Location::kPayload;
      fill(member.shape(), member.emplace(value, member.offset), depth + 1, is_plain);
    }
  }

  Random& random_;
};

}  // namespace

void generate(const Shape& shape, void* value, Random& random) {
  Generator(random).fill(shape, value, 0, false);
}

}  // namespace emu::test
