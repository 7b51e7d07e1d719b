#include "s3/model/run.h"

#include <chrono>
#include <iterator>

namespace emu::s3::model {

Run::Run() {
  for (const char* name : {"never", "versioned", "locked"}) {
    const bool is_locked = name == std::string("locked");
    fixture_.aws.send(CreateBucket{.bucket = name, .object_lock_enabled_for_bucket = is_locked})
        .value();
    buckets_.push_back({.name = name, .status = is_locked ? "Enabled" : "", .has_lock = is_locked});
  }
}

void Run::play(const Step& step) {
  Random random(step.seed);
  switch (step.kind) {
    case Step::Kind::kPut:
      return put(random);
    case Step::Kind::kCopy:
      return copy(random);
    case Step::Kind::kDelete:
      return remove(random);
    case Step::Kind::kDeleteVersion:
      return remove_version(random);
    case Step::Kind::kDeleteMany:
      return remove_many(random);
    case Step::Kind::kCleanUp:
      return clean_up(random);
    case Step::Kind::kSetVersioning:
      return set_versioning(random);
    case Step::Kind::kRead:
      return read(random);
    case Step::Kind::kListObjects:
      return list_objects(random);
    case Step::Kind::kListVersions:
      return list_versions(random);
    case Step::Kind::kTag:
      return tag(random);
    case Step::Kind::kRetain:
      return retain(random);
    case Step::Kind::kHold:
      return hold(random);
    case Step::Kind::kSetDefaultRetention:
      return set_default_retention(random);
    case Step::Kind::kUpload:
      return upload(random);
    case Step::Kind::kPassTime:
      return fixture_.cloud.advance(std::chrono::hours(random.below(60)));
  }
}

void Run::check_all() {
  for (Bucket& bucket : buckets_) {
    for (const std::int32_t page_size : {1, 3, 1000}) {
      check_objects(bucket, page_size);
      check_versions(bucket, page_size);
    }
    check_uploads(bucket);
  }
}

std::string Run::random_key(Random& random) {
  static constexpr const char* kKeys[] = {"a", "a/b", "a/c", "b", "c/", "c/d/e", "d"};
  return kKeys[random.below(std::size(kKeys))];
}

std::string Run::random_version(Random& random, Bucket& bucket, const std::string& key) {
  const auto found = bucket.keys.find(random.chance(1, 10) ? random_key(random) : key);
  if (found == bucket.keys.end() || random.chance(1, 10)) return "null";
  return found->second[random.below(found->second.size())].id;
}

}  // namespace emu::s3::model
