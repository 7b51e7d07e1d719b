#include <doctest/doctest.h>
#include <emu/arn.h>

namespace emu {
namespace {

// Source: AWS IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".
TEST_SUITE("core: ARNs") {
  TEST_CASE("an ARN is read into its parts and written back") {
    const auto arn = Arn::parse("arn:aws:sqs:ap-northeast-2:123456789012:aram-queue");
    REQUIRE(arn);
    CHECK(arn->service == "sqs");
    CHECK(arn->region == "ap-northeast-2");
    CHECK(arn->account == "123456789012");
    CHECK(arn->name() == "aram-queue");
    CHECK(arn->str() == "arn:aws:sqs:ap-northeast-2:123456789012:aram-queue");
  }

  TEST_CASE("the resource keeps its colons and slashes; its name is the last part") {
    CHECK(Arn::parse("arn:aws:s3:::bucket/a/b.txt")->resource == "bucket/a/b.txt");
    CHECK(Arn::parse("arn:aws:lambda:us-east-1:1:function:hello")->name() == "hello");
    CHECK(Arn::parse("arn:aws:iam::1:role/service/worker")->name() == "worker");
  }

  TEST_CASE("anything else is no ARN") {
    for (const char* text : {"", "arn", "arn:aws:sqs:r:a", "arn:aws:sqs:r:a:", "urn:aws:sqs:r:a:q",
                             "arn::sqs:r:a:q", "arn:aws::r:a:q"}) {
      CAPTURE(text);
      CHECK_FALSE(Arn::parse(text));
    }
  }
}

}  // namespace
}  // namespace emu
