// What S3's operations cost in a bucket of a million objects, beside the same in one of a thousand.
#include <emu/cloud.h>
#include <emu/s3.h>
#include <fmt/format.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"

namespace emu::bench {

namespace {

constexpr int kFewObjects = 1'000;
constexpr int kManyObjects = 1'000'000;
constexpr int kObjectsInFolder = 10;
constexpr int kPageEntries = 100;

// "photos/000001/3.jpg": ten objects in each folder.
std::string object_key(int i) {
  return fmt::format("photos/{:06}/{}.jpg", i / kObjectsInFolder, i % kObjectsInFolder);
}

// The i-th of so many objects, in an order that is not theirs.
int scattered(int i, int count) { return static_cast<int>(i * 7919LL % count); }

struct Bucket {
  std::string name;
  int objects;
};

void fill_bucket(Aws& aws, const Bucket& bucket) {
  aws.send(s3::CreateBucket{.bucket = bucket.name}).value();
  for (int i = 0; i < bucket.objects; ++i) {
    aws.send(s3::PutObject{.bucket = bucket.name, .key = object_key(i), .body = "x"}).value();
  }
}

// A page from somewhere in the bucket; at its end from the beginning.
void list_page(Aws& aws, const Bucket& bucket, int i, s3::ListObjectsV2 in) {
  in.bucket = bucket.name;
  in.max_keys = kPageEntries;
  in.prefix = "photos/";
  // A page lists so many folders, or so many objects: it begins where it is not cut short.
  const int most = bucket.objects - kPageEntries * kObjectsInFolder;
  in.start_after = most <= 0 ? std::string() : object_key(scattered(i, most));
  const auto page = aws.send(in).value();
  if (page.key_count != kPageEntries) std::abort();
}

// The same work at few objects and at many.
Row cost_growth(std::string name, int operations,
                const std::function<void(const Bucket&, int)>& work) {
  const Bucket few{.name = "bench-few", .objects = kFewObjects};
  const Bucket many{.name = "bench-many", .objects = kManyObjects};
  const double few_ns = best_ns(operations, [&](int i) { work(few, i); });
  const double many_ns = best_ns(operations, [&](int i) { work(many, i); });
  return {.name = std::move(name),
          .emu_ns = many_ns,
          .bare_ns = few_ns,
          .wanted_ratio = 1 / kGrowthMax};
}

}  // namespace

std::vector<Row> s3_growth_rows() {
  Cloud cloud;
  Aws aws = cloud.aws();
  fill_bucket(aws, {.name = "bench-few", .objects = kFewObjects});
  fill_bucket(aws, {.name = "bench-many", .objects = kManyObjects});

  std::vector<Row> rows;
  rows.push_back(cost_growth("ListObjectsV2, a page of 100 common prefixes", 2'000,
                             [&](const Bucket& bucket, int i) {
                               list_page(aws, bucket, i, {.bucket = {}, .delimiter = "/"});
                             }));
  rows.push_back(
      cost_growth("ListObjectsV2, a page of 100 objects", 2'000,
                  [&](const Bucket& bucket, int i) { list_page(aws, bucket, i, {.bucket = {}}); }));
  rows.push_back(cost_growth("S3 PutObject", 50'000, [&](const Bucket& bucket, int i) {
    aws
        .send(s3::PutObject{
            .bucket = bucket.name, .key = object_key(scattered(i, bucket.objects)), .body = "x"})
        .value();
  }));
  rows.push_back(cost_growth("S3 GetObject", 50'000, [&](const Bucket& bucket, int i) {
    aws.send(s3::GetObject{.bucket = bucket.name, .key = object_key(scattered(i, bucket.objects))})
        .value();
  }));
  return rows;
}

}  // namespace emu::bench
