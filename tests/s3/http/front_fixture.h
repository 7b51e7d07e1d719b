// S3 behind its wire, with a bucket.
#pragma once

#include <emu/s3.h>

#include <string>
#include <utility>

#include "server/api_fixture.h"

namespace emu::s3 {

struct FrontFixture : test::ApiFixture {
  FrontFixture() { rest("s3", "PUT", "/photos"); }

  HttpResponse send(std::string method, std::string target, const HttpHeaders& headers,
                    std::string body = {}) {
    HttpRequest request = signed_request("s3", std::move(method), std::move(target));
    for (const auto& [name, value] : headers) request.headers.add(name, value);
    request.body = Blob(std::move(body));
    return api.answer(request);
  }
  HttpResponse visit(std::string method, std::string target, HttpHeaders headers = {}) {
    HttpRequest request{.method = std::move(method),
                        .host = std::string(kHost),
                        .target = std::move(target),
                        .headers = std::move(headers)};
    return api.answer(request);
  }
  void make_public() {
    aws.send(s3::DeletePublicAccessBlock{.bucket = "photos"}).value();
    aws
        .send(s3::PutBucketPolicy{
            .bucket = "photos",
            .policy = R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",)"
                      R"("Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]})"})
        .value();
  }
};

}  // namespace emu::s3
