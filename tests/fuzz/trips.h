// A live account with a table `trips`, whose item "a" is there again before each input.
#pragma once

#include <emu/cloud.h>
#include <emu/dynamodb.h>

namespace emu::fuzz {

class Trips {
 public:
  Trips() {
    aws_.send(dynamodb::CreateTable{
                  .attribute_definitions = {{.attribute_name = "id", .attribute_type = "S"}},
                  .table_name = "trips",
                  .key_schema = {{.attribute_name = "id", .key_type = "HASH"}},
                  .billing_mode = "PAY_PER_REQUEST"})
        .value();
  }

  // The client, after an item with values of most types has been put.
  Aws& with_item() {
    using namespace dynamodb;
    static_cast<void>(aws_.send(PutItem{.table_name = "trips",
                                        .item = {{"id", S("a")},
                                                 {"n", N("41.5")},
                                                 {"t", S("text")},
                                                 {"l", L({N("1"), S("b")})},
                                                 {"m", M({{"k", N("2")}})},
                                                 {"ss", SS({"a", "b"})},
                                                 {"ns", NS({"1", "2"})}}}));
    return aws_;
  }

 private:
  Cloud cloud_;
  Aws aws_ = cloud_.aws();
};

}  // namespace emu::fuzz
