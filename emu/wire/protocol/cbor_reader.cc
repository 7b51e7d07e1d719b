#include "wire/protocol/cbor_reader.h"

#include <bit>
#include <cmath>
#include <limits>

namespace emu::wire {

namespace {

constexpr std::uint8_t kMajorUnsigned = 0;
constexpr std::uint8_t kMajorNegative = 1;
constexpr std::uint8_t kMajorBytes = 2;
constexpr std::uint8_t kMajorText = 3;
constexpr std::uint8_t kMajorList = 4;
constexpr std::uint8_t kMajorMap = 5;
constexpr std::uint8_t kMajorTag = 6;
constexpr std::uint8_t kMajorSimple = 7;

constexpr std::uint8_t kInfoOpen = 31;  // no length said; of kMajorSimple: the mark of the end
constexpr std::uint8_t kInfoFalse = 20;
constexpr std::uint8_t kInfoTrue = 21;
constexpr std::uint8_t kInfoNull = 22;
constexpr std::uint8_t kInfoUndefined = 23;
constexpr std::uint8_t kInfoHalf = 25;
constexpr std::uint8_t kInfoSingle = 26;
constexpr std::uint8_t kInfoDouble = 27;
constexpr auto kEndMark = static_cast<char>(0xff);

// RFC 8949, appendix D.
double half_to_double(std::uint64_t half) {
  const int exponent = static_cast<int>(half >> 10 & 0x1f);
  const auto mantissa = static_cast<double>(half & 0x3ff);
  double value = 0;
  if (exponent == 0) {
    value = std::ldexp(mantissa, -24);
  } else if (exponent != 31) {
    value = std::ldexp(mantissa + 1024, exponent - 25);
  } else {
    value = mantissa == 0 ? std::numeric_limits<double>::infinity()
                          : std::numeric_limits<double>::quiet_NaN();
  }
  return (half & 0x8000) != 0 ? -value : value;
}

std::optional<double> as_real(std::uint8_t info, std::uint64_t bits) {
  switch (info) {
    case kInfoHalf:
      return half_to_double(bits);
    case kInfoSingle:
      return std::bit_cast<float>(static_cast<std::uint32_t>(bits));
    case kInfoDouble:
      return std::bit_cast<double>(bits);
    default:
      return std::nullopt;
  }
}

constexpr std::uint64_t kIntegerMax = std::numeric_limits<std::int64_t>::max();

}  // namespace

CborReader::Type CborReader::peek() {
  while (!rest_.empty() && static_cast<std::uint8_t>(rest_.front()) >> 5 == kMajorTag) head();
  if (rest_.empty()) return Type::kBroken;
  const auto first = static_cast<std::uint8_t>(rest_.front());
  const std::uint8_t info = first & 0x1f;
  switch (first >> 5) {
    case kMajorUnsigned:
    case kMajorNegative:
      return Type::kInteger;
    case kMajorBytes:
      return Type::kBytes;
    case kMajorText:
      return Type::kText;
    case kMajorList:
      return Type::kList;
    case kMajorMap:
      return Type::kMap;
    default:
      if (info == kInfoFalse || info == kInfoTrue) return Type::kBoolean;
      if (info == kInfoNull || info == kInfoUndefined) return Type::kNull;
      return info >= kInfoHalf && info <= kInfoDouble ? Type::kReal : Type::kBroken;
  }
}

std::optional<CborReader::Head> CborReader::head() {
  if (rest_.empty()) {
    fail();
    return std::nullopt;
  }
  const auto first = static_cast<std::uint8_t>(rest_.front());
  Head found{.major = static_cast<std::uint8_t>(first >> 5),
             .info = static_cast<std::uint8_t>(first & 0x1f),
             .argument = static_cast<std::uint64_t>(first & 0x1f)};
  rest_.remove_prefix(1);
  if (found.info < 24 || found.info == kInfoOpen) return found;
  const std::size_t length = std::size_t{1} << (found.info - 24);
  if (found.info > kInfoDouble || rest_.size() < length) {
    fail();
    return std::nullopt;
  }
  found.argument = 0;
  for (const char byte : rest_.substr(0, length)) {
    found.argument = found.argument << 8 | static_cast<std::uint8_t>(byte);
  }
  rest_.remove_prefix(length);
  return found;
}

std::optional<std::int64_t> CborReader::integer() {
  if (peek() != Type::kInteger) return std::nullopt;
  const std::string_view before = rest_;
  const auto found = head();
  if (!found) return std::nullopt;
  if (found->info == kInfoOpen || found->argument > kIntegerMax) {
    rest_ = before;
    return std::nullopt;
  }
  const auto number = static_cast<std::int64_t>(found->argument);
  return found->major == kMajorNegative ? -1 - number : number;
}

std::optional<double> CborReader::real() {
  const Type type = peek();
  if (type != Type::kInteger && type != Type::kReal) return std::nullopt;
  const auto found = head();
  if (!found || (type == Type::kInteger && found->info == kInfoOpen)) {
    fail();
    return std::nullopt;
  }
  if (type == Type::kReal) return as_real(found->info, found->argument);
  const auto number = static_cast<double>(found->argument);
  return found->major == kMajorNegative ? -1 - number : number;
}

std::optional<bool> CborReader::boolean() {
  if (peek() != Type::kBoolean) return std::nullopt;
  return head()->info == kInfoTrue;
}

bool CborReader::null() { return peek() == Type::kNull && head().has_value(); }

bool CborReader::text(std::string& out) { return peek() == Type::kText && string(kMajorText, out); }

bool CborReader::bytes(std::string& out) {
  return peek() == Type::kBytes && string(kMajorBytes, out);
}

bool CborReader::append(std::uint64_t length, std::string& out) {
  if (length > rest_.size()) return fail();
  out += rest_.substr(0, length);
  rest_.remove_prefix(length);
  return true;
}

// With its length, or in parts of which each has one.
bool CborReader::string(std::uint8_t major, std::string& out) {
  out.clear();
  const auto found = head();
  if (!found) return false;
  if (found->info != kInfoOpen) return append(found->argument, out);
  for (;;) {
    const auto part = head();
    if (!part) return false;
    if (part->major == kMajorSimple && part->info == kInfoOpen) return true;
    if (part->major != major || part->info == kInfoOpen) return fail();
    if (!append(part->argument, out)) return false;
  }
}

std::optional<CborReader::Container> CborReader::begin(std::uint8_t major) {
  const auto found = head();
  if (!found || found->major != major || depth_ == kCborDepthMax) {
    fail();
    return std::nullopt;
  }
  ++depth_;
  Container container;
  if (found->info != kInfoOpen) container.left = found->argument;
  return container;
}

std::optional<CborReader::Container> CborReader::begin_list() {
  return peek() == Type::kList ? begin(kMajorList) : std::nullopt;
}

std::optional<CborReader::Container> CborReader::begin_map() {
  return peek() == Type::kMap ? begin(kMajorMap) : std::nullopt;
}

bool CborReader::next(Container& container) {
  if (broken_) return false;
  const bool is_over =
      container.left ? *container.left == 0 : !rest_.empty() && rest_.front() == kEndMark;
  if (!is_over && rest_.empty()) return fail();
  if (is_over) {
    if (!container.left) rest_.remove_prefix(1);
    --depth_;
    return false;
  }
  if (container.left) --*container.left;
  return true;
}

bool CborReader::skip() {
  std::string ignored;
  switch (peek()) {
    case Type::kText:
      return string(kMajorText, ignored);
    case Type::kBytes:
      return string(kMajorBytes, ignored);
    case Type::kList: {
      auto list = begin(kMajorList);
      while (list && next(*list)) skip();
      return !broken_;
    }
    case Type::kMap: {
      auto map = begin(kMajorMap);
      while (map && next(*map)) skip() && skip();
      return !broken_;
    }
    case Type::kBroken:
      return fail();
    default:
      return head().has_value();
  }
}

}  // namespace emu::wire
