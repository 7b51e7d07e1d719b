// INSERT and REPLACE.
#include <algorithm>
#include <map>
#include <utility>

#include "rdsdata/errors.h"
#include "rdsdata/limits.h"
#include "rdsdata/sql/translate.h"

namespace emu::rdsdata {

namespace {

class Insert {
 public:
  Insert(const TranslationContext& context, Tokens in)
      : context_(context), mysql_(context.dialect.is_mysql()), in_(std::move(in)) {
    statement_.kind = Statement::Kind::kInsert;
    statement_.takes_lock = true;
  }

  Result<Statement> run() {
    EMU_CHECK(read_head());
    if (mysql_ && peek().is("set")) EMU_CHECK(turn_set_into_values());
    EMU_CHECK(read_columns());
    if (peek().is("values") || (mysql_ && peek().is("value"))) {
      EMU_CHECK(read_values());
    } else {
      read_query();
    }
    EMU_CHECK(read_conflict());
    while (at_ < in_.size()) out_.push_back(in_[at_++]);
    EMU_TRY(const Tokens translated, translate_expressions(context_, out_, statement_));
    statement_.sql.push_back(to_sql(translated));
    return std::move(statement_);
  }

 private:
  const Token& peek(std::size_t n = 0) const {
    static const Token kEnd;
    return at_ + n < in_.size() ? in_[at_ + n] : kEnd;
  }
  Error unexpected() const { return syntax_error(context_.dialect, peek().text); }

  Status read_head() {
    out_.push_back(in_[at_++]);
    while (mysql_ &&
           (peek().is("low_priority") || peek().is("delayed") || peek().is("high_priority"))) {
      ++at_;
    }
    if (mysql_ && peek().is("ignore")) {
      ++at_;
      out_.insert(out_.end(), {word("OR"), word("IGNORE")});
    }
    if (peek().is("into")) ++at_;
    out_.push_back(word("INTO"));
    EMU_TRY(statement_.table, read_table_name(context_, in_, at_));
    out_.push_back(quoted(statement_.table));
    if (peek().is("as") && peek(1).is_name()) {
      out_.insert(out_.end(), {word("AS"), in_[at_ + 1]});
      at_ += 2;
    }
    return {};
  }

  // INSERT INTO t SET a = 1, b = 2
  Status turn_set_into_values() {
    Tokens columns = {symbol("(")};
    Tokens values = {word("VALUES"), symbol("(")};
    std::size_t i = at_;
    do {
      ++i;
      if (i + 1 >= in_.size() || !in_[i].is_name() || !in_[i + 1].is_symbol("=")) {
        return unexpected();
      }
      if (columns.size() > 1) columns.push_back(symbol(","));
      if (values.size() > 2) values.push_back(symbol(","));
      columns.push_back(in_[i]);
      i += 2;
      for (std::size_t depth = 0; i < in_.size(); ++i) {
        if (in_[i].is_symbol("(")) ++depth;
        if (in_[i].is_symbol(")")) --depth;
        if (depth == 0 && (in_[i].is_symbol(",") || begins_update(i))) break;
        values.push_back(in_[i]);
      }
    } while (i < in_.size() && in_[i].is_symbol(","));
    columns.push_back(symbol(")"));
    values.push_back(symbol(")"));
    columns.insert(columns.end(), values.begin(), values.end());
    columns.insert(columns.end(), in_.begin() + static_cast<std::ptrdiff_t>(i), in_.end());
    in_.resize(at_);
    in_.insert(in_.end(), columns.begin(), columns.end());
    return {};
  }

  bool begins_update(std::size_t i) const {
    return in_[i].is("on") && i + 1 < in_.size() && in_[i + 1].is("duplicate");
  }

  Status read_columns() {
    if (!peek().is_symbol("(") || peek(1).is("select") || peek(1).is("with")) {
      statement_.columns = context_.tables.columns_of(statement_.table);
      return {};
    }
    const std::size_t end = behind_group(in_, at_);
    const bool is_empty = end == at_ + 2;
    for (std::size_t i = at_ + 1; i + 1 < end; ++i) {
      if (in_[i].is_symbol(",")) continue;
      if (in_[i].is_symbol(".")) return unexpected();
      statement_.columns.push_back(in_[i].text);
    }
    if (!is_empty) {
      out_.push_back(symbol("("));
      for (std::size_t i = 0; i < statement_.columns.size(); ++i) {
        if (i != 0) out_.push_back(symbol(","));
        out_.push_back(quoted(statement_.columns[i]));
      }
      out_.push_back(symbol(")"));
    }
    at_ = end;
    return {};
  }

  Status read_values() {
    ++at_;
    if (peek().is_symbol("(") && peek(1).is_symbol(")")) {
      at_ += 2;
      out_.insert(out_.end(), {word("DEFAULT"), word("VALUES")});
      return {};
    }
    out_.push_back(word("VALUES"));
    bool more = true;
    while (more) {
      EMU_CHECK(read_row());
      more = peek().is_symbol(",");
      if (more) out_.push_back(in_[at_++]);
    }
    return {};
  }

  Status read_row() {
    if (!peek().is_symbol("(")) return unexpected();
    const std::size_t end = behind_group(in_, at_);
    out_.push_back(symbol("("));
    statement_.rows.emplace_back();
    std::size_t begin = ++at_;
    std::size_t depth = 1;
    for (; at_ < end; ++at_) {
      if (in_[at_].is_symbol("(")) ++depth;
      if (in_[at_].is_symbol(")")) --depth;
      const bool ends = depth == 0 || (depth == 1 && in_[at_].is_symbol(","));
      if (!ends) continue;
      EMU_CHECK(add_value({in_.begin() + static_cast<std::ptrdiff_t>(begin),
                           in_.begin() + static_cast<std::ptrdiff_t>(at_)}));
      out_.push_back(in_[at_]);
      begin = at_ + 1;
    }
    return {};
  }

  Status add_value(const Tokens& value) {
    const std::size_t index = statement_.rows.back().size();
    if (value.size() == 1 && value.front().is("default")) {
      const std::string column =
          index < statement_.columns.size() ? statement_.columns[index] : std::string();
      const std::string& text = default_of(column);
      expanded_ += text.size();
      if (expanded_ > kExpandedBytesMax)
        return no_equivalent(context_.dialect, "defaults that long");
      statement_.rows.back().push_back("SELECT " + text);
      out_.push_back(word("(" + text + ")"));
      return {};
    }
    Statement ignored;
    EMU_TRY(const Tokens translated, translate_expressions(context_, value, ignored));
    statement_.rows.back().push_back("SELECT " + to_sql(translated));
    out_.insert(out_.end(), value.begin(), value.end());
    return {};
  }

  const std::string& default_of(const std::string& column) {
    const auto [known, is_new] = defaults_.try_emplace(column);
    if (is_new) known->second = context_.tables.default_of(statement_.table, column);
    return known->second;
  }

  // INSERT … SELECT … ON is ambiguous for SQLite unless a WHERE stands between.
  // Source: SQLite, "UPSERT", Parsing Ambiguity.
  void read_query() {
    bool has_clause = false;
    std::size_t depth = 0;
    for (; at_ < in_.size(); ++at_) {
      if (in_[at_].is_symbol("(")) ++depth;
      if (in_[at_].is_symbol(")") && depth > 0) --depth;
      if (depth == 0 && is_conflict_clause(at_)) break;
      if (depth == 0 && (in_[at_].is("where") || in_[at_].is("group") || in_[at_].is("order") ||
                         in_[at_].is("limit"))) {
        has_clause = true;
      }
      out_.push_back(in_[at_]);
    }
    if (at_ < in_.size() && !has_clause) out_.insert(out_.end(), {word("WHERE"), word("true")});
  }

  bool is_conflict_clause(std::size_t i) const {
    return in_[i].is("on") && i + 1 < in_.size() &&
           (in_[i + 1].is("duplicate") || in_[i + 1].is("conflict"));
  }

  // ON DUPLICATE KEY UPDATE a = VALUES(a); the new row may have a name.
  // ON CONFLICT ON CONSTRAINT name has no equivalent.
  Status read_conflict() {
    std::string alias;
    if (mysql_ && peek().is("as") && peek(1).is_name()) {
      alias = peek(1).text;
      at_ += 2;
    }
    if (!mysql_ && peek().is("on") && peek(1).is("conflict") && peek(2).is("on")) {
      return no_equivalent(context_.dialect, "ON CONFLICT ON CONSTRAINT");
    }
    if (!mysql_ || !peek().is("on")) return {};
    if (!peek(1).is("duplicate") || !peek(2).is("key") || !peek(3).is("update")) {
      return unexpected();
    }
    at_ += 4;
    out_.insert(out_.end(),
                {word("ON"), word("CONFLICT"), word("DO"), word("UPDATE"), word("SET")});
    for (; at_ < in_.size(); ++at_) {
      const bool is_new =
          !alias.empty() && peek().is_name() && peek().text == alias && peek(1).is_symbol(".");
      out_.push_back(is_new ? word("excluded") : in_[at_]);
    }
    return {};
  }

  const TranslationContext& context_;
  const bool mysql_;
  Tokens in_;
  std::size_t at_ = 0;
  Tokens out_;
  Statement statement_;
  std::map<std::string, std::string> defaults_;  // of columns, as they were asked for
  std::size_t expanded_ = 0;
};

}  // namespace

Result<Statement> translate_insert(const TranslationContext& context, Tokens tokens) {
  return Insert(context, std::move(tokens)).run();
}

}  // namespace emu::rdsdata
