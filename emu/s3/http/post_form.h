// Uploads from a browser's form: a POST to a bucket that becomes a PutObject.
// Source: Amazon S3 API Reference, "POST Object", "Creating a POST policy", "Browser-based uploads
// using HTTP POST".
#pragma once

#include <emu/blob.h>
#include <emu/http.h>
#include <emu/result.h>
#include <emu/time.h>

#include <string>
#include <string_view>

#include "core/gate/http_front.h"
#include "core/gate/request_parts.h"

namespace emu::s3 {

// The name of the file stands in the place of ${filename} in every field.
struct PostForm {
  HttpHeaders fields = {};  // names are compared without case
  Blob file = {};

  // Empty when there is no such field.
  std::string_view field(std::string_view name) const;
};

// Whether a request to a bucket may be such a form; any other POST of it is none.
bool is_post_form(const HttpRequest& request);

// The form, if everything that it must have is there.
Result<PostForm> read_post_form(const HttpRequest& request);

// The signature of the form's policy, by Signature Version 4 or, as older forms have it, 2.
Result<FormSignature> signature_of(const PostForm& form);

// Whether the form keeps to its own policy, if it has one: not expired, every condition met, and no
// field that the policy does not speak of.
Status check_post_policy(const PostForm& form, std::string_view bucket, Time now);

// What the form asks for, as a client would put it. `bucket_path` is raw and in path style. Fails
// when a field is not in the form that it must have.
Result<HttpRequest> put_of_form(const PostForm& form, const HttpRequest& request,
                                std::string_view bucket_path);

// The answer that the form wants, from that to the PutObject.
HttpResponse answer_post(const PostForm& form, const RequestParts& parts, std::string_view bucket,
                         HttpResponse put);

}  // namespace emu::s3
