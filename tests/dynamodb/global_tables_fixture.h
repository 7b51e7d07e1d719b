// An account with tables that can be replicas, in two regions.
#pragma once

#include <doctest/doctest.h>
#include <emu/dynamodb.h>
#include <emu/printing.h>

#include <string>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::test {

using namespace emu::dynamodb;

struct GlobalTablesFixture : Fixture {
  using Fixture::Fixture;

  Aws europe = cloud.aws({.region = "eu-west-1"});

  static CreateTable table(std::string name) {
    return {.attribute_definitions = {{"id", "S"}},
            .table_name = std::move(name),
            .key_schema = {{"id", "HASH"}},
            .billing_mode = billing_modes::kPayPerRequest,
            .stream_specification = StreamSpecification{.stream_enabled = true,
                                                        .stream_view_type = "NEW_AND_OLD_IMAGES"}};
  }
  static void make(std::string name, Aws& where) { where.send(table(std::move(name))).value(); }

  static CreateGlobalTable create(const std::vector<std::string>& regions) {
    CreateGlobalTable in{.global_table_name = "stats", .replication_group = {}};
    for (const std::string& region : regions) in.replication_group.push_back({region});
    return in;
  }
};

}  // namespace emu::test
