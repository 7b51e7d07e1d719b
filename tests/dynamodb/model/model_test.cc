// Random operations and statements on a table with indexes and a stream, beside a map.
//
//   EMU_MODEL_STEPS=100000 EMU_MODEL_SEED=7 dynamodb_test -ts='dynamodb: model'
#include "dynamodb/model/model.h"

#include <doctest/doctest.h>

#include "support/model_test.h"

namespace emu::test {

TEST_SUITE("dynamodb: model") {
  TEST_CASE("random operations give what they give on a map") {
    check_model(&model::random_steps, &model::first_difference, &model::describe);
  }
}

}  // namespace emu::test
