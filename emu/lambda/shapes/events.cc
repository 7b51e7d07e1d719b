#include <emu/describe.h>
#include <emu/lambda/events.h>

namespace emu::lambda {

void SqsMessageAttribute::describe(StructureShape<SqsMessageAttribute>& s) {
  s.member("stringValue", &SqsMessageAttribute::string_value);
  s.member("binaryValue", &SqsMessageAttribute::binary_value);
  s.member("stringListValues", &SqsMessageAttribute::string_list_values).always();
  s.member("binaryListValues", &SqsMessageAttribute::binary_list_values).always();
  s.member("dataType", &SqsMessageAttribute::data_type);
}

void SqsRecord::describe(StructureShape<SqsRecord>& s) {
  s.member("messageId", &SqsRecord::message_id);
  s.member("receiptHandle", &SqsRecord::receipt_handle);
  s.member("body", &SqsRecord::body).always();
  s.member("attributes", &SqsRecord::attributes).always();
  s.member("messageAttributes", &SqsRecord::message_attributes).always();
  s.member("md5OfBody", &SqsRecord::md5_of_body);
  s.member("md5OfMessageAttributes", &SqsRecord::md5_of_message_attributes);
  s.member("eventSource", &SqsRecord::event_source);
  s.member("eventSourceARN", &SqsRecord::event_source_arn);
  s.member("awsRegion", &SqsRecord::aws_region);
}

void SqsEvent::describe(StructureShape<SqsEvent>& s) {
  s.member("Records", &SqsEvent::records).always();
}

void SqsBatchItemFailure::describe(StructureShape<SqsBatchItemFailure>& s) {
  s.member("itemIdentifier", &SqsBatchItemFailure::item_identifier).always();
}

void SqsBatchResponse::describe(StructureShape<SqsBatchResponse>& s) {
  s.member("batchItemFailures", &SqsBatchResponse::batch_item_failures).always();
}

void DynamodbIdentity::describe(StructureShape<DynamodbIdentity>& s) {
  s.member("type", &DynamodbIdentity::type);
  s.member("principalId", &DynamodbIdentity::principal_id);
}

void DynamodbRecord::describe(StructureShape<DynamodbRecord>& s) {
  s.member("eventID", &DynamodbRecord::event_id);
  s.member("eventName", &DynamodbRecord::event_name);
  s.member("eventVersion", &DynamodbRecord::event_version);
  s.member("eventSource", &DynamodbRecord::event_source);
  s.member("awsRegion", &DynamodbRecord::aws_region);
  s.member("dynamodb", &DynamodbRecord::dynamodb);
  s.member("userIdentity", &DynamodbRecord::user_identity);
  s.member("eventSourceARN", &DynamodbRecord::event_source_arn);
}

void DynamodbEvent::describe(StructureShape<DynamodbEvent>& s) {
  s.member("Records", &DynamodbEvent::records).always();
}

void ApiGatewayV2Http::describe(StructureShape<ApiGatewayV2Http>& s) {
  s.member("method", &ApiGatewayV2Http::method);
  s.member("path", &ApiGatewayV2Http::path);
  s.member("protocol", &ApiGatewayV2Http::protocol);
  s.member("sourceIp", &ApiGatewayV2Http::source_ip);
  s.member("userAgent", &ApiGatewayV2Http::user_agent).always();
}

void ApiGatewayV2RequestContext::describe(StructureShape<ApiGatewayV2RequestContext>& s) {
  s.member("accountId", &ApiGatewayV2RequestContext::account_id);
  s.member("apiId", &ApiGatewayV2RequestContext::api_id);
  s.member("domainName", &ApiGatewayV2RequestContext::domain_name);
  s.member("domainPrefix", &ApiGatewayV2RequestContext::domain_prefix);
  s.member("http", &ApiGatewayV2RequestContext::http);
  s.member("requestId", &ApiGatewayV2RequestContext::request_id);
  s.member("routeKey", &ApiGatewayV2RequestContext::route_key);
  s.member("stage", &ApiGatewayV2RequestContext::stage);
  s.member("time", &ApiGatewayV2RequestContext::time);
  s.member("timeEpoch", &ApiGatewayV2RequestContext::time_epoch);
}

void ApiGatewayV2HttpRequest::describe(StructureShape<ApiGatewayV2HttpRequest>& s) {
  s.member("version", &ApiGatewayV2HttpRequest::version);
  s.member("routeKey", &ApiGatewayV2HttpRequest::route_key);
  s.member("rawPath", &ApiGatewayV2HttpRequest::raw_path);
  s.member("rawQueryString", &ApiGatewayV2HttpRequest::raw_query_string).always();
  s.member("cookies", &ApiGatewayV2HttpRequest::cookies);
  s.member("headers", &ApiGatewayV2HttpRequest::headers).always();
  s.member("queryStringParameters", &ApiGatewayV2HttpRequest::query_string_parameters);
  s.member("requestContext", &ApiGatewayV2HttpRequest::request_context);
  s.member("body", &ApiGatewayV2HttpRequest::body);
  s.member("pathParameters", &ApiGatewayV2HttpRequest::path_parameters);
  s.member("isBase64Encoded", &ApiGatewayV2HttpRequest::is_base64_encoded);
  s.member("stageVariables", &ApiGatewayV2HttpRequest::stage_variables);
}

void ApiGatewayV2HttpResponse::describe(StructureShape<ApiGatewayV2HttpResponse>& s) {
  s.member("statusCode", &ApiGatewayV2HttpResponse::status_code);
  s.member("headers", &ApiGatewayV2HttpResponse::headers);
  s.member("cookies", &ApiGatewayV2HttpResponse::cookies);
  s.member("body", &ApiGatewayV2HttpResponse::body);
  s.member("isBase64Encoded", &ApiGatewayV2HttpResponse::is_base64_encoded);
}

}  // namespace emu::lambda

namespace emu {
EMU_DESCRIBED(lambda::SqsMessageAttribute);
EMU_DESCRIBED(lambda::SqsRecord);
EMU_DESCRIBED(lambda::SqsEvent);
EMU_DESCRIBED(lambda::SqsBatchItemFailure);
EMU_DESCRIBED(lambda::SqsBatchResponse);
EMU_DESCRIBED(lambda::DynamodbIdentity);
EMU_DESCRIBED(lambda::DynamodbRecord);
EMU_DESCRIBED(lambda::DynamodbEvent);
EMU_DESCRIBED(lambda::ApiGatewayV2Http);
EMU_DESCRIBED(lambda::ApiGatewayV2RequestContext);
EMU_DESCRIBED(lambda::ApiGatewayV2HttpRequest);
EMU_DESCRIBED(lambda::ApiGatewayV2HttpResponse);
}  // namespace emu
