// Forms that browsers post to buckets: a body in parts, or the policy of a form.

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/text/base64.h"
#include "fuzz/input.h"
#include "s3/http/post_form.h"

using namespace emu;

namespace {

void check(const s3::PostForm& form, const HttpRequest& request) {
  static_cast<void>(s3::check_post_policy(form, "photos", Time()));
  static_cast<void>(s3::put_of_form(form, request, "/photos"));
  static_cast<void>(s3::answer_post(form, RequestParts(request), "photos", {.status = 200}));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input in(data, size);
  HttpRequest request{.method = "POST", .host = "localhost", .target = "/photos"};
  request.headers.add("Content-Type", "multipart/form-data; " + std::string(in.line()));
  if (in.byte() % 2 == 0) {
    request.body = Blob(std::string(in.rest()));
    if (!s3::is_post_form(request)) return 0;
    if (const auto form = s3::read_post_form(request)) check(*form, request);
    return 0;
  }
  s3::PostForm form{.file = Blob(std::string("hello"))};
  form.fields.add("key", "a");
  form.fields.add("x-amz-meta-a", "b");
  form.fields.add("policy", base64_encode(in.rest()));
  check(form, request);
  return 0;
}
