// Functions of MySQL and PostgreSQL, for SQLite.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/hash/ids.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "rdsdata/engine/connection.h"
#include "rdsdata/engine/dates.h"
#include "rdsdata/engine/like.h"
#include "rdsdata/engine/text_search.h"
#include "rdsdata/limits.h"

namespace emu::rdsdata {

namespace {

using Arguments = sqlite3_value**;

Connection& connection_of(sqlite3_context* context) {
  return *static_cast<Connection*>(sqlite3_user_data(context));
}

bool is_null(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  if (text == nullptr) return {};
  return {text, static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void answer(sqlite3_context* context, std::string_view text) {
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

bool any_null(int count, Arguments values) {
  for (int i = 0; i < count; ++i) {
    if (is_null(values[i])) return true;
  }
  return false;
}

// PostgreSQL tells more of the second.
void now(sqlite3_context* context, int, Arguments) {
  Connection& connection = connection_of(context);
  const int digits = connection.dialect().is_mysql() ? 0 : 6;
  answer(context, date_text(connection.facts().now, digits));
}

void now_with_digits(sqlite3_context* context, int, Arguments values) {
  answer(context, date_text(connection_of(context).facts().now, sqlite3_value_int(values[0])));
}

void curdate(sqlite3_context* context, int, Arguments) {
  answer(context, date_text(connection_of(context).facts().now, 0).substr(0, 10));
}

void curtime(sqlite3_context* context, int, Arguments) {
  answer(context, date_text(connection_of(context).facts().now, 0).substr(11));
}

void unix_timestamp(sqlite3_context* context, int count, Arguments values) {
  if (count == 0) {
    return sqlite3_result_int64(context, epoch_seconds(connection_of(context).facts().now));
  }
  const std::optional<Time> time = read_date(text_of(values[0]));
  if (time) sqlite3_result_int64(context, epoch_seconds(*time));
}

// Source: MySQL Reference Manual, "Date and Time Functions", FROM_UNIXTIME.
void from_unixtime(sqlite3_context* context, int, Arguments values) {
  constexpr std::int64_t kLast = 32'536'771'199;
  if (is_null(values[0])) return;
  const std::int64_t seconds = sqlite3_value_int64(values[0]);
  if (seconds < 0 || seconds > kLast) return;
  answer(context, date_text(from_epoch_seconds(seconds), 0));
}

void add_interval(sqlite3_context* context, Arguments values, int sign) {
  if (any_null(3, values)) return;
  const std::optional<std::string> moved =
      move_date(text_of(values[0]), text_of(values[1]), text_of(values[2]), sign);
  if (moved) answer(context, *moved);
}

void date_add(sqlite3_context* context, int, Arguments values) { add_interval(context, values, 1); }
void date_sub(sqlite3_context* context, int, Arguments values) {
  add_interval(context, values, -1);
}

void date_format(sqlite3_context* context, int, Arguments values) {
  if (any_null(2, values)) return;
  const std::optional<Time> time = read_date(text_of(values[0]));
  if (time) answer(context, format_date(*time, text_of(values[1])));
}

void datediff(sqlite3_context* context, int, Arguments values) {
  const std::optional<Time> a = read_date(text_of(values[0]));
  const std::optional<Time> b = read_date(text_of(values[1]));
  if (!a || !b) return;
  sqlite3_result_int64(context, (std::chrono::floor<std::chrono::days>(*a) -
                                 std::chrono::floor<std::chrono::days>(*b))
                                    .count());
}

void emu_date(sqlite3_context* context, int, Arguments values) {
  const std::optional<Time> time = read_date(text_of(values[0]));
  if (time) answer(context, date_text(*time, 0).substr(0, 10));
}

void emu_time(sqlite3_context* context, int, Arguments values) {
  if (is_null(values[0])) return;
  const std::string_view text = text_of(values[0]);
  answer(context, text.size() > 11 ? text.substr(11, 8) : text);
}

void emu_boolean(sqlite3_context* context, int, Arguments values) {
  if (is_null(values[0])) return;
  const std::string text = lower_case(text_of(values[0]));
  sqlite3_result_int(context, text == "t" || text == "true" || text == "y" || text == "yes" ||
                                      text == "on" || text == "1"
                                  ? 1
                                  : 0);
}

// False: it would be longer than a value may be, as the answer says.
bool append(sqlite3_context* context, std::string_view part, std::string& text) {
  if (text.size() + part.size() > static_cast<std::size_t>(kValueBytesMax)) {
    sqlite3_result_error_toobig(context);
    return false;
  }
  text += part;
  return true;
}

// MySQL's is null when a part of it is; PostgreSQL's passes over them.
void concat(sqlite3_context* context, int count, Arguments values) {
  if (connection_of(context).dialect().is_mysql() && any_null(count, values)) return;
  std::string text;
  for (int i = 0; i < count; ++i) {
    if (!append(context, text_of(values[i]), text)) return;
  }
  answer(context, text);
}

void concat_ws(sqlite3_context* context, int count, Arguments values) {
  if (count == 0 || is_null(values[0])) return;
  std::string text;
  bool is_first = true;
  for (int i = 1; i < count; ++i) {
    if (is_null(values[i])) continue;
    if (!is_first && !append(context, text_of(values[0]), text)) return;
    if (!append(context, text_of(values[i]), text)) return;
    is_first = false;
  }
  answer(context, text);
}

void char_length(sqlite3_context* context, int, Arguments values) {
  if (is_null(values[0])) return;
  sqlite3_result_int64(context, static_cast<std::int64_t>(count_code_points(text_of(values[0]))));
}

// In MySQL these are bytes.
void length(sqlite3_context* context, int count, Arguments values) {
  if (is_null(values[0])) return;
  if (!connection_of(context).dialect().is_mysql() &&
      sqlite3_value_type(values[0]) != SQLITE_BLOB) {
    return char_length(context, count, values);
  }
  sqlite3_result_int64(context, static_cast<std::int64_t>(text_of(values[0]).size()));
}

void left(sqlite3_context* context, int, Arguments values) {
  if (any_null(2, values)) return;
  const std::string_view text = text_of(values[0]);
  std::int64_t left = sqlite3_value_int64(values[1]);
  std::size_t at = 0;
  while (at < text.size() && left-- > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) ++at;
  }
  answer(context, text.substr(0, at));
}

void like(sqlite3_context* context, int count, Arguments values, bool ignores_case) {
  if (any_null(2, values)) return;
  LikeRules rules{.ignores_case = ignores_case};
  if (count == 3) {
    const std::string_view escape = text_of(values[2]);
    rules.escape = escape.empty() ? std::nullopt : std::optional(escape.front());
  }
  const std::string_view pattern = text_of(values[0]);
  if (pattern.size() > kPatternBytesMax) {
    sqlite3_result_error(context, "LIKE or GLOB pattern too complex", -1);
    return;
  }
  const LikeAnswer found = is_like(text_of(values[1]), pattern, rules);
  if (!connection_of(context).count_steps(found.steps)) {
    return sqlite3_result_error(context, "LIKE goes back and forth too often", -1);
  }
  sqlite3_result_int(context, found.is_like ? 1 : 0);
}

void like_of_dialect(sqlite3_context* context, int count, Arguments values) {
  like(context, count, values, connection_of(context).dialect().is_mysql());
}
void ilike(sqlite3_context* context, int count, Arguments values) {
  like(context, count, values, true);
}

// In characters from 1, or 0.
void instr(sqlite3_context* context, int, Arguments values) {
  if (any_null(2, values)) return;
  const std::string_view text = text_of(values[0]);
  const std::string_view wanted = text_of(values[1]);
  const std::size_t at = wanted.empty() ? 0 : TextSearch(wanted).find(text, 0);
  sqlite3_result_int64(
      context,
      at == text.npos ? 0 : static_cast<std::int64_t>(count_code_points(text.substr(0, at))) + 1);
}

void replace(sqlite3_context* context, int, Arguments values) {
  if (any_null(3, values)) return;
  const std::string_view text = text_of(values[0]);
  const std::string_view wanted = text_of(values[1]);
  if (wanted.empty()) return answer(context, text);
  const TextSearch search(wanted);
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = search.find(text, 0); at != text.npos; at = search.find(text, done)) {
    if (!append(context, text.substr(done, at - done), out)) return;
    if (!append(context, text_of(values[2]), out)) return;
    done = at + wanted.size();
  }
  if (append(context, text.substr(done), out)) answer(context, out);
}

void trim_ends(sqlite3_context* context, int count, Arguments values, TrimmedEnds ends) {
  if (any_null(count, values)) return;
  const std::string_view characters = count == 1 ? " " : text_of(values[1]);
  answer(context, trim_characters(text_of(values[0]), characters, ends));
}

void trim_both(sqlite3_context* context, int count, Arguments values) {
  trim_ends(context, count, values, {});
}
void trim_begin(sqlite3_context* context, int count, Arguments values) {
  trim_ends(context, count, values, {.end = false});
}
void trim_end(sqlite3_context* context, int count, Arguments values) {
  trim_ends(context, count, values, {.begin = false});
}

void uuid(sqlite3_context* context, int, Arguments) {
  answer(context, uuid4(connection_of(context).random()));
}

// From 0 to less than 1.
void random_real(sqlite3_context* context, int, Arguments) {
  constexpr double kSteps = 9007199254740992.0;  // 2^53
  sqlite3_result_double(context,
                        static_cast<double>(connection_of(context).random().next() >> 11) / kSteps);
}

void randomblob(sqlite3_context* context, int, Arguments values) {
  std::string bytes(static_cast<std::size_t>(std::clamp(sqlite3_value_int(values[0]), 1, 1024)),
                    '\0');
  connection_of(context).random().fill(
      {reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
  sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
}

void last_insert_id(sqlite3_context* context, int, Arguments) {
  sqlite3_result_int64(context, connection_of(context).facts().last_insert_id);
}
void row_count(sqlite3_context* context, int, Arguments) {
  sqlite3_result_int64(context, connection_of(context).facts().row_count);
}
void database(sqlite3_context* context, int, Arguments) {
  answer(context, connection_of(context).facts().database);
}
void user(sqlite3_context* context, int, Arguments) {
  answer(context, connection_of(context).facts().user);
}
void version(sqlite3_context* context, int, Arguments) {
  answer(context, connection_of(context).dialect().is_mysql() ? "8.0.39" : "PostgreSQL 16.6");
}

struct Function {
  const char* name;
  int arguments;
  void (*function)(sqlite3_context*, int, Arguments);
  bool is_deterministic = true;
};

constexpr Function kFunctions[] = {
    {"now", 0, &now, false},
    {"now", 1, &now_with_digits, false},
    {"sysdate", 0, &now, false},
    {"utc_timestamp", 0, &now, false},
    {"clock_timestamp", 0, &now, false},
    {"transaction_timestamp", 0, &now, false},
    {"curdate", 0, &curdate, false},
    {"utc_date", 0, &curdate, false},
    {"curtime", 0, &curtime, false},
    {"unix_timestamp", 0, &unix_timestamp, false},
    {"unix_timestamp", 1, &unix_timestamp},
    {"from_unixtime", 1, &from_unixtime},
    {"date_add", 3, &date_add},
    {"date_sub", 3, &date_sub},
    {"date_format", 2, &date_format},
    {"datediff", 2, &datediff},
    {"emu_date", 1, &emu_date},
    {"emu_time", 1, &emu_time},
    {"emu_boolean", 1, &emu_boolean},
    {"concat", -1, &concat},
    {"concat_ws", -1, &concat_ws},
    {"char_length", 1, &char_length},
    {"character_length", 1, &char_length},
    {"length", 1, &length},
    {"left", 2, &left},
    {"like", 2, &like_of_dialect},
    {"like", 3, &like_of_dialect},
    {"match", 2, &ilike},
    {"instr", 2, &instr},
    {"replace", 3, &replace},
    {"trim", 1, &trim_both},
    {"trim", 2, &trim_both},
    {"ltrim", 1, &trim_begin},
    {"ltrim", 2, &trim_begin},
    {"rtrim", 1, &trim_end},
    {"rtrim", 2, &trim_end},
    {"uuid", 0, &uuid, false},
    {"gen_random_uuid", 0, &uuid, false},
    {"uuid_generate_v4", 0, &uuid, false},
    {"rand", 0, &random_real, false},
    {"random", 0, &random_real, false},
    {"randomblob", 1, &randomblob, false},
    {"last_insert_id", 0, &last_insert_id, false},
    {"row_count", 0, &row_count, false},
    {"database", 0, &database, false},
    {"schema", 0, &database, false},
    {"current_database", 0, &database, false},
    {"user", 0, &user, false},
    {"version", 0, &version},
};

}  // namespace

void add_functions(Connection& connection) {
  for (const Function& each : kFunctions) {
    const int flags = SQLITE_UTF8 | (each.is_deterministic ? SQLITE_DETERMINISTIC : 0);
    sqlite3_create_function_v2(connection.handle(), each.name, each.arguments, flags, &connection,
                               each.function, nullptr, nullptr, nullptr);
  }
}

}  // namespace emu::rdsdata
