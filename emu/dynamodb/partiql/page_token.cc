#include "dynamodb/partiql/page_token.h"

#include <emu/describe.h>
#include <emu/json.h>

#include "core/hash/rolling_hash.h"
#include "core/json/json_codec.h"
#include "core/text/base64.h"
#include "dynamodb/partiql/texts.h"
#include "dynamodb/transaction.h"
#include "dynamodb/values.h"

namespace emu::dynamodb::partiql {

namespace {

struct PageToken {
  std::string statement = {};  // a digest
  Item last = {};
  static void describe(StructureShape<PageToken>& s) {
    s.member("s", &PageToken::statement);
    s.member("k", &PageToken::last);
  }
};

std::string statement_digest(const ExecuteStatement& request) {
  const ExecuteStatement bare{.statement = request.statement, .parameters = request.parameters};
  return digest_of(shape_of<ExecuteStatement>(), &bare).hex();
}

}  // namespace

std::string token_of(const ExecuteStatement& request, const Item& last) {
  const PageToken token{.statement = statement_digest(request), .last = last};
  std::string json;
  JsonWriter writer(json);
  write_json(shape_of<PageToken>(), &token, writer);
  return base64_encode(json);
}

Result<Item> start_of(const ExecuteStatement& request) {
  if (!request.next_token) return Item();
  PageToken token;
  const auto json = base64_decode(*request.next_token);
  if (!json || !read_json(shape_of<PageToken>(), &token, *json) ||
      token.statement != statement_digest(request) || !check_item(token.last)) {
    return token_does_not_fit();
  }
  return std::move(token.last);
}

}  // namespace emu::dynamodb::partiql
