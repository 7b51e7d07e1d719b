#include "s3/http/reading.h"

#include "core/hash/ids.h"
#include "s3/http/metadata_text.h"
#include "s3/service.h"
#include "wire/protocol/rest_binding.h"
#include "wire/protocol/rest_xml.h"

namespace emu::s3 {

AnswerIds new_ids(World& world) {
  return {.request_id = upper_alnum_id(world.random(), 16),
          .host_id = base62_id(world.random(), 76)};
}

HttpResponse empty_response(int status, const AnswerIds& ids) {
  HttpResponse response{.status = status};
  wire::add_rest_xml_ids(kProfile, {.request_id = ids.request_id, .host_id = ids.host_id},
                         response);
  return response;
}

HttpResponse to_response(const GetObjectResult& object, const AnswerIds& ids) {
  HttpResponse response = empty_response(200, ids);
  wire::write_response_bindings(operation<GetObject>(), &object, response);
  encode_metadata(response.headers);
  return response;
}

HttpResponse to_response(const HeadObjectResult& object, const AnswerIds& ids) {
  HttpResponse response = empty_response(200, ids);
  wire::write_response_bindings(operation<HeadObject>(), &object, response);
  encode_metadata(response.headers);
  return response;
}

HttpResponse error_response(const Error& error, const AnswerIds& ids) {
  HttpResponse response =
      wire::rest_xml_error(kProfile, error, {.request_id = ids.request_id, .host_id = ids.host_id});
  if (!response.body.empty()) {
    response.headers.add("Content-Length", std::to_string(response.body.size()));
  }
  return response;
}

}  // namespace emu::s3
