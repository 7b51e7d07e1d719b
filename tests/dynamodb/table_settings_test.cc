#include <doctest/doctest.h>
#include <emu/json.h>

#include <string>
#include <utility>

#include "dynamodb/table.h"

namespace emu::test {

using namespace emu::dynamodb;

namespace {

TableSettings seats() {
  TableSettings settings{.name = "seats"};
  settings.arn = "arn:aws:dynamodb:us-east-1:000000000000:table/seats";
  settings.id = "0b2c";
  settings.created = from_epoch_millis(7000);
  settings.key_schema = {{.attribute_name = "bus", .key_type = "HASH"},
                         {.attribute_name = "row", .key_type = "RANGE"}};
  settings.attribute_definitions = {{.attribute_name = "row", .attribute_type = "N"},
                                    {.attribute_name = "bus", .attribute_type = "S"}};
  settings.tags = {{.key = "team", .value = "fleet"}};
  settings.throughput = {.read_capacity_units = 3, .write_capacity_units = 4};
  settings.last_decrease = from_epoch_millis(8000);
  settings.decreases_today = 2;
  settings.stream = StreamSpecification{.stream_enabled = true, .stream_view_type = "KEYS_ONLY"};
  settings.encryption = SseDescription{.status = "ENABLED", .sse_type = "KMS"};
  settings.is_protected = true;
  settings.changing = "UPDATING";
  settings.settled = from_epoch_millis(9000);
  return settings;
}

}  // namespace

TEST_SUITE("dynamodb: the settings of a table") {
  TEST_CASE("what is written of them can be read again") {
    const std::string written = to_json(seats());
    const TableSettings read = from_json<TableSettings>(written).value();
    CHECK(to_json(read) == written);
    CHECK(read.settled == seats().settled);
    CHECK(read.decreases_today == 2);
    CHECK(read.is_protected);
    CHECK(read.stream->stream_view_type == "KEYS_ONLY");
  }

  TEST_CASE("a table's key follows from them") {
    const Table table(seats());
    CHECK(table.hash_key.name == "bus");
    CHECK(table.hash_key.type == AttributeValue::Type::kS);
    CHECK(table.range_key->name == "row");
    CHECK(table.range_key->type == AttributeValue::Type::kN);
  }
}

}  // namespace emu::test
