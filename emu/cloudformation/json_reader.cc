#include "cloudformation/json_reader.h"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "cloudformation/template_limits.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace emu::cloudformation {

namespace {

class JsonReader {
 public:
  JsonReader(std::string_view text, std::string_view file) : text_(text), file_(file) {}

  Result<Node> read() {
    Node root;
    if (!value(root, 0)) return *error_;
    skip_space();
    if (at_ != text_.size()) {
      malformed("one value only; nothing may follow the last brace");
      return *error_;
    }
    return root;
  }

 private:
  bool fail(Error error) {
    if (!error_) error_ = std::move(error);
    return false;
  }

  bool malformed(std::string_view advice) {
    const Place place = here();
    return fail(
        make_error(file_, place,
                   fmt::format("Template format error: JSON not well-formed. (line {}, column {})",
                               place.line, place.column),
                   advice));
  }

  Place here() const { return {.line = line_, .column = static_cast<int>(at_ - line_begin_) + 1}; }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_space() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return;
      ++at_;
      if (c != '\n') continue;
      ++line_;
      line_begin_ = at_;
    }
  }

  bool value(Node& into, int depth) {
    skip_space();
    into.place = here();
    if (++nodes_ > kNodesMax) {
      return fail(make_error(file_, into.place, "Template format error: too many values.",
                             fmt::format("at most {}", kNodesMax)));
    }
    if (depth > kNodeDepthMax) {
      return fail(make_error(file_, into.place, "Template format error: nested too deeply.",
                             fmt::format("at most {} levels", kNodeDepthMax)));
    }
    switch (peek()) {
      case '{':
        return object(into, depth);
      case '[':
        return array(into, depth);
      case '"':
        into.kind = Node::Kind::kText;
        return string(into.text);
      case 't':
        return word("true", Node::Kind::kBoolean, into);
      case 'f':
        return word("false", Node::Kind::kBoolean, into);
      case 'n':
        return word("null", Node::Kind::kNull, into);
      default:
        return number(into);
    }
  }

  bool word(std::string_view word, Node::Kind kind, Node& into) {
    if (!text_.substr(at_).starts_with(word)) return malformed("texts stand in double quotes");
    at_ += word.size();
    into.kind = kind;
    if (kind == Node::Kind::kBoolean) into.text = word;
    return true;
  }

  bool digits() {
    const std::size_t begin = at_;
    while (is_digit(peek())) ++at_;
    return at_ > begin;
  }

  bool number(Node& into) {
    const std::size_t begin = at_;
    if (peek() == '-') ++at_;
    const bool leads_with_zero = peek() == '0';
    const std::size_t first = at_;
    if (!digits()) {
      return malformed("a value is expected: a text in double quotes, a number, { or [");
    }
    if (leads_with_zero && at_ - first > 1) return malformed("a number has no leading zero");
    if (peek() == '.') {
      ++at_;
      if (!digits()) return malformed("digits are expected after the point");
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (peek() == '+' || peek() == '-') ++at_;
      if (!digits()) return malformed("digits are expected in the exponent");
    }
    into.kind = Node::Kind::kNumber;
    into.text = text_.substr(begin, at_ - begin);
    return true;
  }

  bool object(Node& into, int depth) {
    into.kind = Node::Kind::kMap;
    std::set<std::string, std::less<>> seen;
    ++at_;
    skip_space();
    if (peek() == '}') return ++at_, true;
    while (true) {
      skip_space();
      Node::Key key{.place = here()};
      if (peek() != '"') {
        return malformed(peek() == '}' ? "no comma stands before a closing brace"
                                       : "a key in double quotes is expected");
      }
      if (!string(key.name)) return false;
      if (!seen.insert(key.name).second) {
        for (const Node::Key& other : into.keys) {
          if (other.name == key.name) return fail(twice(file_, key, other.place));
        }
      }
      skip_space();
      if (peek() != ':') return malformed("a colon is expected after the key");
      ++at_;
      into.keys.push_back(std::move(key));
      if (!value(into.items.emplace_back(), depth + 1)) return false;
      skip_space();
      if (peek() == '}') return ++at_, true;
      if (peek() != ',') return malformed("a comma or } is expected");
      ++at_;
    }
  }

  bool array(Node& into, int depth) {
    into.kind = Node::Kind::kList;
    ++at_;
    skip_space();
    if (peek() == ']') return ++at_, true;
    while (true) {
      skip_space();
      if (peek() == ']') return malformed("no comma stands before a closing bracket");
      if (!value(into.items.emplace_back(), depth + 1)) return false;
      skip_space();
      if (peek() == ']') return ++at_, true;
      if (peek() != ',') return malformed("a comma or ] is expected");
      ++at_;
    }
  }

  bool unit(std::uint32_t& into) {
    into = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = to_lower(peek());
      if (!is_digit(c) && (c < 'a' || c > 'f')) return malformed("\\u has four hex digits");
      into = into * 16 + static_cast<std::uint32_t>(is_digit(c) ? c - '0' : c - 'a' + 10);
      ++at_;
    }
    return true;
  }

  bool escape(std::string& into) {
    const char c = peek();
    ++at_;
    constexpr std::string_view kLetters = "\"\\/bfnrt";
    constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
    if (const auto letter = kLetters.find(c); c != '\0' && letter != kLetters.npos) {
      into += kMeanings[letter];
      return true;
    }
    if (c != 'u') return malformed("there is no such escape in JSON");
    std::uint32_t code = 0;
    if (!unit(code)) return false;
    if (code >= 0xd800 && code < 0xdc00 && text_.substr(at_).starts_with("\\u")) {
      at_ += 2;
      std::uint32_t low = 0;
      if (!unit(low)) return false;
      if (low < 0xdc00 || low > 0xdfff) return malformed("half of a character");
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
    } else if (code >= 0xd800 && code <= 0xdfff) {
      return malformed("half of a character");
    }
    append_utf8(code, into);
    return true;
  }

  static void append_utf8(std::uint32_t code, std::string& into) {
    const auto put = [&](std::uint32_t byte) { into += static_cast<char>(byte); };
    if (code < 0x80) return put(code);
    if (code < 0x800) return put(0xc0 | code >> 6), put(0x80 | (code & 0x3f));
    if (code < 0x10000) {
      put(0xe0 | code >> 12);
    } else {
      put(0xf0 | code >> 18);
      put(0x80 | (code >> 12 & 0x3f));
    }
    put(0x80 | (code >> 6 & 0x3f));
    put(0x80 | (code & 0x3f));
  }

  bool string(std::string& into) {
    const std::size_t begin = ++at_;
    while (true) {
      if (at_ == text_.size()) return malformed("a text ends with a double quote");
      const char c = text_[at_];
      if (c == '"') break;
      if (static_cast<unsigned char>(c) < 0x20) {
        return malformed("a text ends in its line, with a double quote; a line break is \\n");
      }
      ++at_;
      if (c != '\\') {
        into += c;
      } else if (!escape(into)) {
        return false;
      }
    }
    if (!is_valid_utf8(text_.substr(begin, at_ - begin))) return malformed("it is no UTF-8");
    ++at_;
    return true;
  }

  std::string_view text_;
  std::string_view file_;
  std::size_t at_ = 0;
  std::size_t line_begin_ = 0;
  int line_ = 1;
  std::size_t nodes_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<Node> read_json_text(std::string_view text, std::string_view file) {
  return JsonReader(text, file).read();
}

Error twice(std::string_view file, const Node::Key& key, Place first) {
  return make_error(file, key.place,
                    fmt::format("Template format error: the key {} comes twice.", key.name),
                    fmt::format("the first is in line {}; take one of them away", first.line));
}

}  // namespace emu::cloudformation
