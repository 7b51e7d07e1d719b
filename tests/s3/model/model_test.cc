// Random operations on buckets that were never versioned, are versioned or locked, beside maps.
//
//   EMU_MODEL_STEPS=100000 EMU_MODEL_SEED=7 s3_test -ts='s3: model'
#include "s3/model/model.h"

#include <doctest/doctest.h>

#include "support/model_test.h"

namespace emu::s3 {

TEST_SUITE("s3: model") {
  TEST_CASE("random operations give what they give on maps") {
    test::check_model(&model::random_steps, &model::first_difference, &model::describe);
  }
}

}  // namespace emu::s3
