#include "wire/protocol/service_wire.h"

#include <algorithm>
#include <array>

namespace emu::wire {

namespace {

constexpr std::array<ServiceWire, 8> kServices = {{
    {.service = "apigateway",
     .protocol = ProtocolKind::kRestJson,
     .signing_name = "apigateway",
     .endpoint_prefix = "apigateway",
     .api_version = "2018-11-29"},
    {.service = "dynamodb",
     .protocol = ProtocolKind::kJson,
     .signing_name = "dynamodb",
     .endpoint_prefix = "dynamodb",
     .api_version = "2012-08-10",
     .target_prefix = "DynamoDB_20120810",
     .json_version = "1.0",
     .error_namespace = "com.amazonaws.dynamodb.v20120810#"},
    {.service = "iam",
     .protocol = ProtocolKind::kQuery,
     .signing_name = "iam",
     .endpoint_prefix = "iam",
     .api_version = "2010-05-08",
     .xml_namespace = "https://iam.amazonaws.com/doc/2010-05-08/"},
    {.service = "lambda",
     .protocol = ProtocolKind::kRestJson,
     .signing_name = "lambda",
     .endpoint_prefix = "lambda",
     .api_version = "2015-03-31"},
    {.service = "logs",
     .protocol = ProtocolKind::kJson,
     .signing_name = "logs",
     .endpoint_prefix = "logs",
     .api_version = "2014-03-28",
     .target_prefix = "Logs_20140328",
     .json_version = "1.1"},
    {.service = "s3",
     .protocol = ProtocolKind::kRestXml,
     .signing_name = "s3",
     .endpoint_prefix = "s3",
     .api_version = "2006-03-01",
     .xml_namespace = "http://s3.amazonaws.com/doc/2006-03-01/"},
    {.service = "sqs",
     .protocol = ProtocolKind::kJson,
     .signing_name = "sqs",
     .endpoint_prefix = "sqs",
     .api_version = "2012-11-05",
     .older_protocol = ProtocolKind::kQuery,
     .target_prefix = "AmazonSQS",
     .json_version = "1.0",
     .error_namespace = "com.amazonaws.sqs#",
     .xml_namespace = "http://queue.amazonaws.com/doc/2012-11-05/"},
    {.service = "sts",
     .protocol = ProtocolKind::kQuery,
     .signing_name = "sts",
     .endpoint_prefix = "sts",
     .api_version = "2011-06-15",
     .xml_namespace = "https://sts.amazonaws.com/doc/2011-06-15/"},
}};

}  // namespace

std::span<const ServiceWire> all_service_wires() { return kServices; }

const ServiceWire* find_service_wire(std::string_view service) {
  const auto* found = std::find_if(kServices.begin(), kServices.end(),
                                   [&](const ServiceWire& s) { return s.service == service; });
  return found == kServices.end() ? nullptr : found;
}

}  // namespace emu::wire
