#include "s3/http/reading.h"

#include "core/hash/ids.h"
#include "wire/protocol/rest_binding.h"
#include "wire/protocol/rest_xml.h"

namespace emu::s3 {

ErrorIds new_ids(World& world) {
  return {.request_id = upper_alnum_id(world.random(), 16),
          .host_id = base62_id(world.random(), 76)};
}

HttpResponse to_response(const GetObjectResult& object) {
  HttpResponse response;
  wire::write_response_bindings(operation<GetObject>(), &object, response);
  return response;
}

HttpResponse to_response(const HeadObjectResult& object) {
  HttpResponse response;
  wire::write_response_bindings(operation<HeadObject>(), &object, response);
  return response;
}

HttpResponse error_response(const Error& error, const ErrorIds& ids) {
  HttpResponse response = wire::rest_xml_error(error, ids.request_id, ids.host_id);
  if (!response.body.empty()) {
    response.headers.add("Content-Length", std::to_string(response.body.size()));
  }
  return response;
}

}  // namespace emu::s3
