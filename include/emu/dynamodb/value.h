// AttributeValue: one value of a DynamoDB item, and Item: its attributes by name.
//
//   using namespace emu::dynamodb;
//   Item item{{"id", "total"}, {"requests", 1}, {"open", true}, {"tags", SS{"red", "blue"}}};
//   item.at("requests").integer()  == 1
//   item.at("id")                  == "total"
//
// Text stands for S, a whole number for N, true and false for Bool; what else there is says its
// type, a fraction as N("1.5"), the digits of a number that is text as S("12").
//
// A value is one of ten types, each a small struct here. Numbers travel as text of up to 38
// significant digits. Text given to N is not looked at until it is sent; answers hold it in
// canonical form ("1.5", never "1.50"). Sets in answers are in ascending order. Copies are deep,
// except that a Blob shares its bytes. Source: Amazon DynamoDB Developer Guide, "Supported data
// types and naming rules in Amazon DynamoDB".
#pragma once

#include <emu/blob.h>
#include <emu/shape.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace emu::dynamodb {

class AttributeValue;
using Item = std::map<std::string, AttributeValue>;

// Text in UTF-8.
struct S {
  S() = default;
  explicit S(std::string text) : value(std::move(text)) {}
  std::string value;
};

// A number, as text.
struct N {
  N() = default;
  template <std::integral T>
  explicit N(T number) : value(std::to_string(number)) {}
  explicit N(std::string text) : value(std::move(text)) {}
  std::string value = "0";
};

// Bytes.
struct B {
  B() = default;
  explicit B(Blob bytes) : value(std::move(bytes)) {}
  Blob value;
};

struct SS {
  SS() = default;
  SS(std::initializer_list<std::string> texts) : values(texts) {}
  explicit SS(std::vector<std::string> texts) : values(std::move(texts)) {}
  std::vector<std::string> values;
};

// Numbers, as text.
struct NS {
  NS() = default;
  NS(std::initializer_list<std::string> numbers) : values(numbers) {}
  explicit NS(std::vector<std::string> numbers) : values(std::move(numbers)) {}
  std::vector<std::string> values;
};

struct BS {
  BS() = default;
  BS(std::initializer_list<Blob> blobs) : values(blobs) {}
  explicit BS(std::vector<Blob> blobs) : values(std::move(blobs)) {}
  std::vector<Blob> values;
};

struct Bool {
  Bool() = default;
  explicit Bool(bool flag) : value(flag) {}
  bool value = false;
};

// DynamoDB refuses a Null whose value is not true.
struct Null {
  bool value = true;
};

// A map. Never moved from into use: assign to it first.
class M {
 public:
  M();
  M(std::initializer_list<std::pair<const std::string, AttributeValue>> entries);
  explicit M(Item entries);
  M(const M& other);
  M(M&& other) noexcept;
  M& operator=(M other) noexcept;
  ~M();

  Item& entries();
  const Item& entries() const;

 private:
  std::unique_ptr<Item> entries_;
};

// A list.
struct L {
  L();
  L(std::initializer_list<AttributeValue> elements);
  explicit L(std::vector<AttributeValue> elements);
  std::vector<AttributeValue> values;
};

template <class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

// No type at all, or several of them at once: what can be written in JSON and is always refused.
struct NoType {};
struct SeveralTypes {};

class AttributeValue {
 public:
  enum class Type : std::uint8_t {
    kNone,
    kSeveral,
    kS,
    kN,
    kB,
    kSs,
    kNs,
    kBs,
    kM,
    kL,
    kNull,
    kBool
  };

  AttributeValue() = default;
  AttributeValue(std::string text) : value_(S(std::move(text))) {}         // NOLINT
  AttributeValue(std::string_view text) : value_(S(std::string(text))) {}  // NOLINT
  AttributeValue(const char* text) : value_(S(std::string(text))) {}       // NOLINT
  template <WholeNumber T>
  AttributeValue(T number) : value_(N(number)) {}  // NOLINT
  template <std::same_as<bool> T>
  AttributeValue(T flag) : value_(Bool(flag)) {}  // NOLINT
  // A fraction has digits of its own choice: N("0.1").
  template <std::floating_point T>
  AttributeValue(T number) = delete;
  AttributeValue(std::nullptr_t) = delete;
  AttributeValue(S value) : value_(std::move(value)) {}   // NOLINT
  AttributeValue(N value) : value_(std::move(value)) {}   // NOLINT
  AttributeValue(B value) : value_(std::move(value)) {}   // NOLINT
  AttributeValue(SS value) : value_(std::move(value)) {}  // NOLINT
  AttributeValue(NS value) : value_(std::move(value)) {}  // NOLINT
  AttributeValue(BS value) : value_(std::move(value)) {}  // NOLINT
  AttributeValue(M value) : value_(std::move(value)) {}   // NOLINT
  AttributeValue(L value) : value_(std::move(value)) {}   // NOLINT
  AttributeValue(Null value) : value_(value) {}           // NOLINT
  AttributeValue(Bool value) : value_(value) {}           // NOLINT
  AttributeValue(SeveralTypes value) : value_(value) {}   // NOLINT

  Type type() const { return static_cast<Type>(value_.index()); }

  // The value, when it is of that type; else std::bad_variant_access is thrown.
  const std::string& s() const { return std::get<S>(value_).value; }
  const std::string& n() const { return std::get<N>(value_).value; }
  const Blob& b() const { return std::get<B>(value_).value; }
  const std::vector<std::string>& ss() const { return std::get<SS>(value_).values; }
  const std::vector<std::string>& ns() const { return std::get<NS>(value_).values; }
  const std::vector<Blob>& bs() const { return std::get<BS>(value_).values; }
  const Item& m() const { return std::get<M>(value_).entries(); }
  const std::vector<AttributeValue>& l() const { return std::get<L>(value_).values; }
  bool boolean() const { return std::get<Bool>(value_).value; }
  bool is_null() const { return std::holds_alternative<Null>(value_); }

  // A number that is a whole one of 64 bits; otherwise std::bad_variant_access or std::out_of_range
  // is thrown.
  std::int64_t integer() const;

  // The struct of that type, or null: value.get_if<dynamodb::M>().
  template <class T>
  const T* get_if() const {
    return std::get_if<T>(&value_);
  }
  template <class T>
  T* get_if() {
    return std::get_if<T>(&value_);
  }

  // Equal as DynamoDB's `=` has it: numbers by value, sets without regard to order.
  friend bool operator==(const AttributeValue& a, const AttributeValue& b);

  static Shape custom_shape();

 private:
  std::variant<NoType, SeveralTypes, S, N, B, SS, NS, BS, M, L, Null, Bool> value_;
};

inline M::M() : entries_(std::make_unique<Item>()) {}
inline M::M(std::initializer_list<std::pair<const std::string, AttributeValue>> entries)
    : entries_(std::make_unique<Item>(entries)) {}
inline M::M(Item entries) : entries_(std::make_unique<Item>(std::move(entries))) {}
inline M::M(const M& other) : entries_(std::make_unique<Item>(*other.entries_)) {}
inline M::M(M&& other) noexcept = default;
inline M& M::operator=(M other) noexcept {
  entries_ = std::move(other.entries_);
  return *this;
}
inline M::~M() = default;
inline Item& M::entries() { return *entries_; }
inline const Item& M::entries() const { return *entries_; }

inline L::L() = default;
inline L::L(std::initializer_list<AttributeValue> elements) : values(elements) {}
inline L::L(std::vector<AttributeValue> elements) : values(std::move(elements)) {}

}  // namespace emu::dynamodb
