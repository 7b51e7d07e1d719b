#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

#include "core/text/find.h"
#include "logs/filter_pattern.h"

namespace emu::logs {

namespace {

class Terms final : public EventMatcher {
 public:
  // False when what stands there is no term.
  bool read(std::string_view& rest, std::string& why) {
    const char sign = rest.front();
    std::vector<std::string>* into = &required_;
    if (sign == '?' || sign == '-') {
      into = sign == '?' ? &optional_ : &excluded_;
      rest.remove_prefix(1);
    }
    std::string term;
    const bool ok = !rest.empty() && rest.front() == '"' ? read_quoted(rest, term, why)
                                                         : read_word(rest, term, why);
    if (ok) into->push_back(std::move(term));
    return ok;
  }

  int regular_expressions() const override { return 0; }
  std::size_t cost() const override {
    return 1 + required_.size() + optional_.size() + excluded_.size();
  }

  bool matches(const Message& message) const override {
    auto occurs = [text = message.text()](const std::string& term) {
      return find_text(text, term) != text.npos;
    };
    if (std::any_of(excluded_.begin(), excluded_.end(), occurs)) return false;
    if (!required_.empty()) return std::all_of(required_.begin(), required_.end(), occurs);
    return optional_.empty() || std::any_of(optional_.begin(), optional_.end(), occurs);
  }

 private:
  static bool read_quoted(std::string_view& rest, std::string& term, std::string& why) {
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
      if (rest.front() == '\\' && rest.size() > 1) rest.remove_prefix(1);
      term += rest.front();
      rest.remove_prefix(1);
    }
    if (rest.empty()) {
      why = "a quotation mark is missing";
      return false;
    }
    rest.remove_prefix(1);
    return true;
  }

  static bool read_word(std::string_view& rest, std::string& term, std::string& why) {
    const std::size_t end = std::min(rest.find_first_of(" \t\n"), rest.size());
    term = rest.substr(0, end);
    rest.remove_prefix(end);
    const bool plain = std::all_of(term.begin(), term.end(), [](char c) {
      const auto byte = static_cast<unsigned char>(c);
      return std::isalnum(byte) != 0 || c == '_' || byte >= 0x80;
    });
    if (plain && !term.empty()) return true;
    why = fmt::format("Invalid character(s) in term '{}'", term);
    return false;
  }

  std::vector<std::string> required_;
  std::vector<std::string> optional_;
  std::vector<std::string> excluded_;
};

}  // namespace

std::unique_ptr<EventMatcher> parse_terms(std::string_view text, std::string& why) {
  auto terms = std::make_unique<Terms>();
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
    if (text.empty()) return terms;
    if (!terms->read(text, why)) return nullptr;
  }
}

}  // namespace emu::logs
