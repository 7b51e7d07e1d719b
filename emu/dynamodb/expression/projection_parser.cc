
#include <utility>

#include "dynamodb/expression/parser.h"

namespace emu::dynamodb::expression {

namespace {

class ProjectionParser : private Parser {
 public:
  explicit ProjectionParser(std::string_view source) : Parser(Kind::kProjection, source) {}

  Result<Parsed<Projection>> parse() {
    Projection projection;
    do {
      projection.paths.push_back(path());
    } while (!failed() && accept_symbol(","));
    return finish(std::move(projection));
  }
};

}  // namespace

Result<Parsed<Projection>> parse_projection(std::string_view source) {
  return ProjectionParser(source).parse();
}

}  // namespace emu::dynamodb::expression
