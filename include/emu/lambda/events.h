// Events that functions receive and answers that they give, as structs with AWS's member names.
//
//   auto event = from_json<lambda::SqsEvent>(payload).value();
//   for (const lambda::SqsRecord& record : event.records) book(record.body);
//
// Sources: Lambda Developer Guide, "Using Lambda with Amazon SQS", "Using AWS Lambda with Amazon
// DynamoDB"; API Gateway Developer Guide,
// "Create AWS Lambda proxy integrations for HTTP APIs in API Gateway".
#pragma once

#include <emu/dynamodbstreams/streams.h>
#include <emu/json.h>
#include <emu/shape.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::lambda {

// A message attribute: a string or, in base64, bytes.
struct SqsMessageAttribute {
  std::optional<std::string> string_value = {};
  std::optional<std::string> binary_value = {};
  std::vector<std::string> string_list_values = {};  // always empty, and always there
  std::vector<std::string> binary_list_values = {};  // always empty, and always there
  std::string data_type = {};  // "String", "Number", "Binary", or with ".custom"
  static void describe(StructureShape<SqsMessageAttribute>& s);
};

struct SqsRecord {
  std::string message_id;
  std::string receipt_handle;
  std::string body;
  // ApproximateReceiveCount, SentTimestamp, SenderId, ApproximateFirstReceiveTimestamp and the
  // like, all as text.
  std::map<std::string, std::string> attributes = {};
  std::map<std::string, SqsMessageAttribute> message_attributes = {};
  std::string md5_of_body = {};
  std::optional<std::string> md5_of_message_attributes = {};
  std::string event_source = {};      // "aws:sqs"
  std::string event_source_arn = {};  // of the queue
  std::string aws_region = {};
  static void describe(StructureShape<SqsRecord>& s);
};

// What a function behind an SQS event source mapping receives: one batch.
struct SqsEvent {
  std::vector<SqsRecord> records = {};
  static void describe(StructureShape<SqsEvent>& s);
};

// What such a function answers to say that part of the batch failed: those messages come back, the
// others are deleted. It counts only when the mapping's FunctionResponseTypes holds
// ReportBatchItemFailures.
struct SqsBatchItemFailure {
  std::string item_identifier;  // a message_id
  static void describe(StructureShape<SqsBatchItemFailure>& s);
};
struct SqsBatchResponse {
  std::vector<SqsBatchItemFailure> batch_item_failures = {};
  static void describe(StructureShape<SqsBatchResponse>& s);
};

// Who changed an item, when it was DynamoDB itself: {"Service", "dynamodb.amazonaws.com"}.
struct DynamodbIdentity {
  std::string type = {};
  std::string principal_id = {};
  static void describe(StructureShape<DynamodbIdentity>& s);
};

struct DynamodbRecord {
  std::string event_id = {};
  std::string event_name = {};     // INSERT, MODIFY or REMOVE
  std::string event_version = {};  // "1.1"
  std::string event_source = {};   // "aws:dynamodb"
  std::string aws_region = {};
  dynamodbstreams::StreamRecord dynamodb = {};
  std::string event_source_arn = {};  // of the stream
  std::optional<DynamodbIdentity> user_identity = {};
  static void describe(StructureShape<DynamodbRecord>& s);
};

// What a function behind a DynamoDB event source mapping receives: one batch. Its partial answer is
// an SqsBatchResponse with the sequence number of the first record that failed.
struct DynamodbEvent {
  std::vector<DynamodbRecord> records = {};
  static void describe(StructureShape<DynamodbEvent>& s);
};

// A request as an HTTP API hands it on in payload format 2.0. What is empty is absent from the
// JSON, save where a comment says otherwise.
struct ApiGatewayV2Http {
  std::string method;
  std::string path;  // with the stage, unless that is $default
  std::string protocol;
  std::string source_ip;
  std::string user_agent;
  static void describe(StructureShape<ApiGatewayV2Http>& s);
};
struct ApiGatewayV2RequestContext {
  std::string account_id;
  std::string api_id;
  std::string domain_name;
  std::string domain_prefix;
  ApiGatewayV2Http http;
  std::string request_id;
  std::string route_key;
  std::string stage;
  std::string time;             // "12/Mar/2020:19:03:58 +0000"
  std::int64_t time_epoch = 0;  // milliseconds
  static void describe(StructureShape<ApiGatewayV2RequestContext>& s);
};
struct ApiGatewayV2HttpRequest {
  std::string version = "2.0";
  std::string route_key;         // "POST /api/book-bus"
  std::string raw_path;          // with the stage, unless that is $default
  std::string raw_query_string;  // there even when empty
  std::vector<std::string> cookies = {};
  // Names in lower case; several values joined by ",".
  std::map<std::string, std::string> headers = {};
  std::map<std::string, std::string> query_string_parameters = {};
  ApiGatewayV2RequestContext request_context = {};
  std::optional<std::string> body = {};
  std::map<std::string, std::string> path_parameters = {};
  std::map<std::string, std::string> stage_variables = {};
  bool is_base64_encoded = false;
  static void describe(StructureShape<ApiGatewayV2HttpRequest>& s);
};

// The body as the client has sent it. What the client did not call a text, such as a form, comes in
// Base64. Empty when it is said to be Base64 and is not.
std::string decoded_body(const std::string& body, bool is_base64_encoded);

// What a function answers in payload format 2.0. A JSON without statusCode is itself the body of a
// 200.
struct ApiGatewayV2HttpResponse {
  std::optional<std::int32_t> status_code = {};
  std::map<std::string, std::string> headers = {};
  std::vector<std::string> cookies = {};
  std::optional<std::string> body = {};
  std::optional<bool> is_base64_encoded = {};
  static void describe(StructureShape<ApiGatewayV2HttpResponse>& s);
};

}  // namespace emu::lambda
