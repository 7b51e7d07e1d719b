#include <chrono>

#include "s3/model/run.h"

namespace emu::s3::model {

using test::expect;
using test::expect_equal;
using test::Fixture;

void Run::retain(Random& random) {
  Bucket& bucket = locked_bucket();
  const std::string key = random_key(random);
  const std::string id = random_version(random, bucket, key);
  const bool bypasses = random.chance(1, 3);
  ObjectLockRetention wanted;
  if (random.chance(4, 5)) {
    wanted = {.mode = random.chance(2, 3) ? "GOVERNANCE" : "COMPLIANCE",
              .retain_until_date = now() + std::chrono::hours(1 + random.below(100))};
  }
  const auto result =
      fixture_.aws.send(PutObjectRetention{.bucket = bucket.name,
                                           .key = key,
                                           .retention = wanted,
                                           .version_id = id,
                                           .bypass_governance_retention = bypasses});
  Version* version = bucket.find(key, id);
  if (version == nullptr || version->is_marker) {
    return expect(!result.ok(), "a retention of what is no object");
  }
  const bool grows = wanted.mode == version->mode && wanted.retain_until_date &&
                     *wanted.retain_until_date >= version->retain_until;
  const bool passes = bypasses && version->mode == "GOVERNANCE";
  if (version->is_retained(now()) && !grows && !passes) {
    return expect_equal(Fixture::code(result), "AccessDenied", "a retention that takes away");
  }
  expect(result.ok(), "a retention: " + Fixture::message(result));
  version->mode = wanted.mode;
  version->retain_until = wanted.retain_until_date.value_or(Time());
}

void Run::hold(Random& random) {
  Bucket& bucket = locked_bucket();
  const std::string key = random_key(random);
  const std::string id = random_version(random, bucket, key);
  const bool on = random.chance(1, 3);
  const auto result =
      fixture_.aws.send(PutObjectLegalHold{.bucket = bucket.name,
                                           .key = key,
                                           .legal_hold = {.status = on ? "ON" : "OFF"},
                                           .version_id = id});
  Version* version = bucket.find(key, id);
  if (version == nullptr || version->is_marker) {
    return expect(!result.ok(), "a hold of what is no object");
  }
  expect(result.ok(), "a legal hold: " + Fixture::message(result));
  version->on_hold = on;
}

void Run::set_default_retention(Random& random) {
  Bucket& bucket = locked_bucket();
  bucket.retention.reset();
  if (random.chance(1, 2)) {
    bucket.retention = DefaultRetention{.mode = random.chance(1, 2) ? "GOVERNANCE" : "COMPLIANCE",
                                        .days = static_cast<std::int32_t>(1 + random.below(3))};
  }
  ObjectLockConfiguration configuration{.object_lock_enabled = "Enabled"};
  if (bucket.retention) {
    configuration.rule = ObjectLockRule{.default_retention = bucket.retention};
  }
  const auto result = fixture_.aws.send(PutObjectLockConfiguration{
      .bucket = bucket.name, .object_lock_configuration = configuration});
  expect(result.ok(), "a default retention: " + Fixture::message(result));
}

}  // namespace emu::s3::model
