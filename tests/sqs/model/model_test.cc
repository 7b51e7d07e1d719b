// Random operations on a FIFO queue beside a list.
//
//   EMU_MODEL_STEPS=100000 EMU_MODEL_SEED=7 sqs_test -ts='sqs: model'
#include "sqs/model/model.h"

#include <doctest/doctest.h>

#include "support/model_test.h"

namespace emu::sqs {

TEST_SUITE("sqs: model") {
  TEST_CASE("random operations give what they give on a list") {
    test::check_model(&model::random_steps, &model::first_difference, &model::describe);
  }
}

}  // namespace emu::sqs
