// What tests of S3 start from: an account with one bucket.
#pragma once

#include <emu/s3.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/fixture.h"

namespace emu::s3 {

struct S3Fixture : test::Fixture {
  S3Fixture() { aws.send(CreateBucket{.bucket = "photos"}).value(); }

  PutObjectResult put(std::string key, Blob body = "x") {
    return aws.send(PutObject{.bucket = "photos", .key = std::move(key), .body = std::move(body)})
        .value();
  }
  std::string body_of(const std::string& key) {
    return aws.send(GetObject{.bucket = "photos", .key = key}).value().body.str();
  }
  bool exists(const std::string& key) {
    return aws.send(HeadObject{.bucket = "photos", .key = key}).ok();
  }

  // Lets everyone read the objects of the bucket, as websites need it.
  void publish() {
    aws.send(DeletePublicAccessBlock{.bucket = "photos"}).value();
    aws.send(PutBucketPolicy{.bucket = "photos", .policy = kPublicRead}).value();
  }
  static constexpr const char* kPublicRead =
      R"({"Version":"2012-10-17","Statement":[{"Sid":"PublicReadWebsite","Effect":"Allow",
          "Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]})";

  static std::string field(const Error& error, std::string_view name) {
    for (const auto& [key, value] : error.fields) {
      if (key == name) return value;
    }
    return {};
  }
};

}  // namespace emu::s3
