// Describing a struct: its members, their names on the wire, and what they must keep to.
//
//   struct Booking {
//     std::string passenger;
//     std::optional<std::int32_t> seat = {};
//     static void describe(StructureShape<Booking>& s) {
//       s.member("passenger", &Booking::passenger).required();
//       s.member("seat", &Booking::seat).range(1, 80);
//     }
//   };
//   auto booking = from_json<Booking>(event).value();
//
// Types of members: std::string, std::string_view (a literal; it is never read in), bool,
// std::int32_t, std::int64_t, double, std::chrono::seconds and milliseconds (integers on the
// wire), Time, Blob, std::vector<T>, std::map<std::string, T>, a described struct, and
// std::optional of those. A plain (not optional) string, Blob, vector or map that is empty counts
// as absent, unless the struct records what was given (<emu/given_empty.h>).
#pragma once

#include <emu/aws.h>
#include <emu/blob.h>
#include <emu/description.h>
#include <emu/given_empty.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace emu {

// Collects the members of T while it describes itself.
template <class T>
class StructureShape {
 public:
  // Adjusts the member that was described last. Chains.
  class MemberRef {
   public:
    explicit MemberRef(Member& member) : member_(&member) {}
    MemberRef required() {
      return rule([](Member& m) { m.is_required = true; });
    }
    MemberRef flattened() {
      return with([](Member& m) { m.is_flattened = true; });
    }
    // What the entries of a list that is not flattened are called in XML.
    MemberRef entries_named(std::string_view n) {
      return with([n](Member& m) { m.element_name = n; });
    }
    // What it is called in the Query protocol of a service whose shapes speak of JSON.
    MemberRef query_name(std::string_view n) {
      return with([n](Member& m) { m.query_name = n; });
    }
    // What key and value of a map's entries are called in XML and Query.
    MemberRef map_named(std::string_view key, std::string_view value) {
      return with([=](Member& m) { m.map_key = key, m.map_value = value; });
    }
    // In XML an attribute of that name, "xsi:type"; the structure declares its namespace.
    MemberRef xml_attribute(std::string_view n) {
      return with([n](Member& m) { m.is_xml_attribute = true, m.wire_name = n; });
    }
    // The XML document is the member itself and holds its text, where others would hold members.
    MemberRef document_text() {
      return with([](Member& m) { m.is_document_text = true; });
    }
    // Written even when empty, as AWS does for some lists and maps of results.
    MemberRef always() {
      return with([](Member& m) { m.always_written = true; });
    }
    MemberRef wire_name(std::string_view n) {
      return with([n](Member& m) { m.wire_name = n; });
    }
    MemberRef header(std::string_view n) { return at(Location::kHeader, n); }
    MemberRef header_prefix(std::string_view n) { return at(Location::kHeaderPrefix, n); }
    MemberRef path(std::string_view n) { return at(Location::kPath, n); }
    MemberRef query(std::string_view n) { return at(Location::kQuery, n); }
    MemberRef status() { return at(Location::kStatus, {}); }
    MemberRef payload() { return at(Location::kPayload, {}); }
    // Bounds of a number's value, or of the length of anything else.
    MemberRef range(std::int64_t min, std::int64_t max) {
      return rule([=](Member& m) { m.constraints.min = min, m.constraints.max = max; });
    }
    MemberRef at_least(std::int64_t min) {
      return rule([=](Member& m) { m.constraints.min = min; });
    }
    MemberRef one_of(std::vector<std::string_view> values) {
      return rule([&](Member& m) { m.constraints.values = std::move(values); });
    }
    MemberRef pattern(bool (*matches)(std::string_view), std::string_view text) {
      return rule(
          [=](Member& m) { m.constraints.matches = matches, m.constraints.pattern = text; });
    }
    // Of each entry of a list or value of a map.
    MemberRef each(Constraints c) {
      return rule([&](Member& m) { m.element_constraints = std::move(c); });
    }

   private:
    template <class F>
    MemberRef with(F change) {
      change(*member_);
      return *this;
    }
    template <class F>
    MemberRef rule(F change) {
      member_->may_be_broken = true;
      return with(change);
    }
    MemberRef at(Location location, std::string_view name) {
      member_->location = location;
      if (!name.empty()) member_->wire_name = name;
      return *this;
    }
    Member* member_;
  };

  explicit StructureShape(Shape& shape) : shape_(shape) {}

  template <class M>
  MemberRef member(std::string_view name, M T::*where);

  // What the XML document of a result is called, where it is not the operation's name.
  void document(std::string_view name) { shape_.document_name = name; }

  // A namespace for its attributes in XML: "xmlns:xsi" and the URI.
  void xml_namespace(std::string_view name, std::string_view uri) {
    shape_.xml_namespace_name = name;
    shape_.xml_namespace_uri = uri;
  }

 private:
  Shape& shape_;
};

namespace shape_detail {

template <class M>
struct IsOptional : std::false_type {};
template <class M>
struct IsOptional<std::optional<M>> : std::true_type {};
template <class M>
struct IsVector : std::false_type {};
template <class M>
struct IsVector<std::vector<M>> : std::true_type {};
template <class M>
struct IsMap : std::false_type {};
template <class M>
struct IsMap<std::map<std::string, M>> : std::true_type {};
template <class M>
struct IsDuration : std::false_type {};
template <class R, class P>
struct IsDuration<std::chrono::duration<R, P>> : std::true_type {};

template <class M>
concept EmptyIsAbsent = std::is_same_v<M, std::string> || std::is_same_v<M, std::string_view> ||
    std::is_same_v<M, Blob> || IsVector<M>::value || IsMap<M>::value;

template <class M>
concept Custom = requires {
  M::custom_shape();
};

template <class M>
concept RecordsGivenEmpty = std::is_same_v<decltype(M::given_empty), GivenEmpty>;

template <class M>
concept Described = requires(StructureShape<M>& s) {
  M::describe(s);
};

// Whether structures, whose members may have rules, are anywhere in it.
template <class M>
constexpr bool holds_structures() {
  if constexpr (IsOptional<M>::value || IsVector<M>::value) {
    return holds_structures<typename M::value_type>();
  } else if constexpr (IsMap<M>::value) {
    return holds_structures<typename M::mapped_type>();
  } else {
    return Described<M>;
  }
}

template <class M>
M* field(void* structure, std::size_t offset) {
  return reinterpret_cast<M*>(static_cast<char*>(structure) + offset);
}
template <class M>
const M* field(const void* structure, std::size_t offset) {
  return reinterpret_cast<const M*>(static_cast<const char*>(structure) + offset);
}

template <class M>
const void* get(const void* structure, std::size_t offset) {
  const M* value = field<M>(structure, offset);
  if constexpr (IsOptional<M>::value) {
    return value->has_value() ? &**value : nullptr;
  } else if constexpr (EmptyIsAbsent<M>) {
    return value->empty() ? nullptr : value;
  } else {
    return value;
  }
}

template <class M>
void* emplace(void* structure, std::size_t offset) {
  M* value = field<M>(structure, offset);
  if constexpr (IsOptional<M>::value) {
    if (!value->has_value()) value->emplace();
    return &**value;
  } else {
    return value;
  }
}

// "KeySchemaElement" of emu::dynamodb::KeySchemaElement.
template <class V>
constexpr std::string_view type_name() {
  std::string_view text = __PRETTY_FUNCTION__;  // "… [with V = emu::dynamodb::KeySchemaElement; …]"
  text.remove_prefix(text.find("V = ") + 4);
  text = text.substr(0, text.find_first_of(";]"));
  return text.substr(text.rfind(':') + 1);
}

template <class M>
struct Unwrapped {
  using Type = M;
};
template <class M>
struct Unwrapped<std::optional<M>> {
  using Type = M;
};

template <class V>
void fill_text(Shape& s) {
  s.text = [](const void* v) { return std::string_view(*static_cast<const V*>(v)); };
  s.set_text = [](void* v, std::string text) { *static_cast<V*>(v) = V(std::move(text)); };
}

template <class V>
void fill_integer(Shape& s) {
  s.integer = [](const void* v) -> std::int64_t {
    const V& value = *static_cast<const V*>(v);
    if constexpr (IsDuration<V>::value) {
      return value.count();
    } else if constexpr (std::is_same_v<V, Time>) {
      return value.time_since_epoch().count();
    } else {
      return static_cast<std::int64_t>(value);
    }
  };
  s.set_integer = [](void* v, std::int64_t number) {
    V& value = *static_cast<V*>(v);
    if constexpr (IsDuration<V>::value) {
      value = V(number);
    } else if constexpr (std::is_same_v<V, Time>) {
      value = Time(Duration(number));
    } else {
      value = static_cast<V>(number);
    }
  };
  if constexpr (std::is_same_v<V, std::int32_t>) {
    s.integer_max = std::numeric_limits<std::int32_t>::max();
  } else {
    s.integer_max = std::numeric_limits<std::int64_t>::max();
  }
}

template <class V>
void fill_list(Shape& s) {
  s.element = &shape_of<typename V::value_type>;
  s.size = [](const void* v) { return static_cast<const V*>(v)->size(); };
  s.at = [](const void* v, std::size_t i) -> const void* {
    return &(*static_cast<const V*>(v))[i];
  };
  s.append = [](void* v) -> void* { return &static_cast<V*>(v)->emplace_back(); };
}

template <class V>
void fill_map(Shape& s) {
  s.element = &shape_of<typename V::mapped_type>;
  s.size = [](const void* v) { return static_cast<const V*>(v)->size(); };
  s.each = [](const void* v, void* visitor, void (*visit)(void*, std::string_view, const void*)) {
    for (const auto& [key, value] : *static_cast<const V*>(v)) visit(visitor, key, &value);
  };
  s.insert = [](void* v, std::string key) -> void* {
    return &(*static_cast<V*>(v))[std::move(key)];
  };
}

template <class V>
Shape build() {
  Shape s;
  if constexpr (Custom<V>) {
    s = V::custom_shape();
  } else if constexpr (std::is_same_v<V, std::string>) {
    s.kind = Kind::kString;
    fill_text<V>(s);
  } else if constexpr (std::is_same_v<V, std::string_view>) {
    s.kind = Kind::kString;
    s.text = [](const void* v) { return *static_cast<const std::string_view*>(v); };
  } else if constexpr (std::is_same_v<V, Blob>) {
    s.kind = Kind::kBlob;
    fill_text<V>(s);
  } else if constexpr (std::is_same_v<V, bool>) {
    s.kind = Kind::kBoolean;
    fill_integer<V>(s);
  } else if constexpr (std::is_same_v<V, std::int32_t> || std::is_same_v<V, std::int64_t> ||
                       IsDuration<V>::value) {
    s.kind = Kind::kInteger;
    fill_integer<V>(s);
  } else if constexpr (std::is_same_v<V, Time>) {
    s.kind = Kind::kTimestamp;
    fill_integer<V>(s);
  } else if constexpr (std::is_same_v<V, double>) {
    s.kind = Kind::kDouble;
    s.real = [](const void* v) { return *static_cast<const double*>(v); };
    s.set_real = [](void* v, double number) { *static_cast<double*>(v) = number; };
  } else if constexpr (IsVector<V>::value) {
    s.kind = Kind::kList;
    fill_list<V>(s);
  } else if constexpr (IsMap<V>::value) {
    s.kind = Kind::kMap;
    fill_map<V>(s);
  } else {
    static_assert(Described<V>, "this type has no describe(StructureShape<T>&)");
    s.name = type_name<V>();
    if constexpr (RecordsGivenEmpty<V>) {
      s.given_empty = [](void* v) { return &static_cast<V*>(v)->given_empty; };
    }
    StructureShape<V> structure(s);
    V::describe(structure);
  }
  return s;
}

}  // namespace shape_detail

// The one description of T.
template <class T>
const Shape& shape_of() {
  static const Shape kShape = shape_detail::build<T>();
  return kShape;
}

template <class T>
template <class M>
auto StructureShape<T>::member(std::string_view name, M T::*where) -> MemberRef {
  using Value = typename shape_detail::Unwrapped<M>::Type;
  static const T kProbe{};  // only its layout is looked at
  const auto* base = reinterpret_cast<const char*>(&kProbe);
  const auto* place = reinterpret_cast<const char*>(&(kProbe.*where));
  Member& m = shape_.members.emplace_back();
  m.name = m.wire_name = name;
  m.shape = &shape_of<Value>;
  m.holds_structures = shape_detail::holds_structures<M>();
  m.may_be_broken = m.holds_structures;
  m.get = &shape_detail::get<M>;
  m.emplace = &shape_detail::emplace<M>;
  m.offset = static_cast<std::size_t>(place - base);
  return MemberRef(m);
}

namespace shape_detail {
std::size_t next_operation_index();
}  // namespace shape_detail

template <class Op>
const Operation& operation() {
  static const Operation kOp{Op::kOperation, &shape_of<Op>, &shape_of<typename Op::Result>,
                             shape_detail::next_operation_index()};
  return kOp;
}

template <class Op>
Result<typename Op::Result> Aws::send(const Op& in, CallSite at) {
  Result<typename Op::Result> out(std::in_place);
  if (Status status = backend_->call(operation<Op>(), &in, &*out); !status) {
    status.error().operation = Op::kOperation.name;
    status.error().called_at = at;
    out.fail(std::move(status).failure());
  }
  return out;
}

}  // namespace emu

// Compiles what the library holds of a struct or an operation, so that nobody else has to. To be
// used inside namespace emu, once for each that a public header declares.
#define EMU_DESCRIBED(T) template const Shape& shape_of<T>()
#define EMU_DESCRIBED_OPERATION(Op)          \
  EMU_DESCRIBED(Op);                         \
  template const Operation& operation<Op>(); \
  template Result<typename Op::Result> Aws::send<Op>(const Op&, CallSite)
