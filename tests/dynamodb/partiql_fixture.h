// The account of TableFixture, spoken to in PartiQL.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dynamodb/fixture.h"

namespace emu::test {

struct PartiqlFixture : TableFixture {
  Result<ExecuteStatementResult> run(std::string statement,
                                     std::vector<AttributeValue> parameters = {}) {
    return aws.send(
        ExecuteStatement{.statement = std::move(statement), .parameters = std::move(parameters)});
  }
};

}  // namespace emu::test
