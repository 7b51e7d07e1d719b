// A policy document, for everybody who takes one: what is read is written as an equal document, and
// what a bucket or queue takes is what IAM evaluates.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/assert.h"
#include "core/policy/document.h"
#include "fuzz/input.h"
#include "iam/evaluate.h"
#include "iam/policy_document.h"
#include "s3/bucket_policy.h"
#include "sqs/queue_policy.h"

using namespace emu;

namespace {

const Caller& ann() {
  static const Caller kAnn{.kind = Caller::Kind::kUser,
                           .account = "111122223333",
                           .region = "us-east-1",
                           .arn = "arn:aws:iam::111122223333:user/ann",
                           .principal_id = "AIDAANN",
                           .user_name = "ann"};
  return kAnn;
}

void evaluate(const iam::CompiledPolicy& compiled) {
  const std::vector<ConditionValue> keys = {{"s3:prefix", {"photos/", "films/"}},
                                            {"s3:max-keys", {"10"}}};
  for (const char* resource : {"arn:aws:s3:::photos/a:b", "arn:aws:sqs:us-east-1:111122223333:q"}) {
    const iam::NamedPolicy named{.name = "p", .policy = &compiled};
    iam::Question question{.caller = ann(), .action = "s3:GetObject", .resource = resource};
    question.resource_policy = named;
    iam::RequestContext context({.caller = ann(), .now = Time(), .keys = keys});
    const iam::Decision decision = iam::evaluate(question, context);
    if (!decision.is_allowed) static_cast<void>(iam::refusal_text(question, decision));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json = fuzz::Input(data, size).rest();
  for (const auto kind :
       {iam::DocumentKind::kPermissions, iam::DocumentKind::kManaged, iam::DocumentKind::kTrust}) {
    const auto compiled = iam::read_policy(kind, json);
    if (!compiled) continue;
    evaluate(**compiled);
    const std::string merged = iam::merge_documents(std::vector<std::string>(2, std::string(json)));
    policy::Document of_two;
    EMU_ASSERT(!policy::read(merged, of_two), "what was merged can be read");
  }
  policy::Document document;
  const bool is_read = !policy::read(json, document);
  EMU_ASSERT(is_read || !s3::check_policy(json, "photos"), "a bucket takes what can be read");
  EMU_ASSERT(is_read || !sqs::is_queue_policy(json), "a queue takes what can be read");
  if (!is_read) return 0;
  evaluate(*iam::read_resource_policy(json));
  policy::Document again;
  EMU_ASSERT(!policy::read(policy::write(document), again) && again == document,
             "a document is written as it was read");
  return 0;
}
