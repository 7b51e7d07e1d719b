// Run: three buckets beside the maps of what they have to hold. The steps of a run change both, and
// throw a Difference where a bucket is not as its map is.
#pragma once

#include <emu/s3.h>
#include <emu/time.h>

#include <string>
#include <utility>
#include <vector>

#include "core/hash/random.h"
#include "s3/model/model.h"
#include "support/fixture.h"
#include "support/model_test.h"

namespace emu::s3::model {

class Run {
 public:
  Run();
  void play(const Step& step);
  // Every bucket lists what its map has, by pages of several sizes.
  void check_all();

 private:
  // writes.cc
  void put(Random& random);
  void copy(Random& random);
  void tag(Random& random);
  void set_versioning(Random& random);
  // Of a put, a copy or a completed upload.
  void note_stored(Bucket& bucket, const std::string& key, const std::string& version_id,
                   Version version);

  // deletes.cc
  void remove(Random& random);
  void remove_version(Random& random);
  void remove_many(Random& random);
  // All versions of a bucket, as far as nothing holds them.
  void clean_up(Random& random);
  void remove_all(Bucket& bucket, const std::vector<ObjectIdentifier>& objects, bool bypasses);
  void note_removed(Bucket& bucket, const std::string& key, const std::string& requested_id,
                    bool says_marker, const std::string& marker_id);

  // reads.cc
  void read(Random& random);
  void list_objects(Random& random);
  void list_versions(Random& random);
  void check_versions(Bucket& bucket, std::int32_t page_size);
  void check_objects(Bucket& bucket, std::int32_t page_size);

  // locks.cc
  void retain(Random& random);
  void hold(Random& random);
  void set_default_retention(Random& random);

  // uploads.cc
  void upload(Random& random);
  void begin_upload(Random& random, Bucket& bucket);
  void upload_part(Random& random, const Bucket& bucket, Upload& upload);
  void abort_upload(Bucket& bucket, Uploads::iterator upload);
  void complete_upload(Random& random, Bucket& bucket, Uploads::iterator upload);
  void check_uploads(const Bucket& bucket);

  Bucket& random_bucket(Random& random) { return buckets_[random.below(buckets_.size())]; }
  Bucket& locked_bucket() { return buckets_.back(); }
  static std::string random_key(Random& random);
  // A version that there is, as a rule; else one of another key or "null".
  static std::string random_version(Random& random, Bucket& bucket, const std::string& key);
  Time now() const { return fixture_.cloud.now(); }

  test::Fixture fixture_;
  std::vector<Bucket> buckets_;
};

}  // namespace emu::s3::model
