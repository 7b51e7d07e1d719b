// What a user's file looks like that talks to several services: fifteen operations of four.
#include "bookings.h"

#include <emu/dynamodb.h>
#include <emu/lambda.h>
#include <emu/s3.h>
#include <emu/sqs.h>

#include <string>

using namespace emu;

namespace {

void make_table(Aws& aws) {
  aws.send(dynamodb::CreateTable{
               .attribute_definitions = {{.attribute_name = "seat", .attribute_type = "S"}},
               .table_name = "bookings",
               .key_schema = {{.attribute_name = "seat", .key_type = "HASH"}},
               .billing_mode = "PAY_PER_REQUEST"})
      .value();
  aws.sleep(std::chrono::seconds(1));
}

void make_function(Aws& aws, const std::string& role) {
  aws.send(lambda::CreateFunction{.function_name = "confirm",
                                  .runtime = "python3.12",
                                  .role = role,
                                  .handler = "confirm.handler",
                                  .code = {.zip_file = "PK"}})
      .value();
  aws.sleep(std::chrono::seconds(1));
}

// Whether the seat was free.
bool book(Aws& aws, const std::string& seat) {
  const auto taken = aws.send(dynamodb::GetItem{
      .table_name = "bookings", .key = {{"seat", dynamodb::S(seat)}}, .consistent_read = true});
  if (!taken.value().item.empty()) return false;
  aws.send(dynamodb::PutItem{.table_name = "bookings",
                             .item = {{"seat", dynamodb::S(seat)}, {"tickets", dynamodb::N(0)}},
                             .condition_expression = "attribute_not_exists(seat)"})
      .value();
  return true;
}

void print_ticket(Aws& aws, const std::string& seat) {
  aws.send(dynamodb::UpdateItem{.table_name = "bookings",
                                .key = {{"seat", dynamodb::S(seat)}},
                                .update_expression = "ADD tickets :one",
                                .expression_attribute_values = {{":one", dynamodb::N(1)}}})
      .value();
  aws.send(s3::PutObject{.bucket = "tickets", .key = seat + ".txt", .body = "Seat " + seat})
      .value();
}

}  // namespace

std::string book_seats(Aws aws, const std::string& role) {
  const std::string queue = aws.send(sqs::CreateQueue{.queue_name = "requests"}).value().queue_url;
  aws.send(s3::CreateBucket{.bucket = "tickets"}).value();
  make_table(aws);
  make_function(aws, role);

  for (const char* seat : {"12A", "12B", "12A"}) {
    aws.send(sqs::SendMessage{.queue_url = queue, .message_body = seat}).value();
  }
  const auto depth = aws.send(sqs::GetQueueAttributes{
      .queue_url = queue, .attribute_names = {"ApproximateNumberOfMessages"}});
  std::string report = depth.value().attributes.at("ApproximateNumberOfMessages") + " requests\n";

  const auto got =
      aws.send(sqs::ReceiveMessage{.queue_url = queue, .max_number_of_messages = 10}).value();
  for (const sqs::Message& message : got.messages) {
    if (book(aws, message.body)) print_ticket(aws, message.body);
    aws.send(sqs::DeleteMessage{.queue_url = queue, .receipt_handle = message.receipt_handle})
        .value();
  }

  const auto tickets = aws.send(s3::ListObjectsV2{.bucket = "tickets"}).value();
  for (const s3::Object& ticket : tickets.contents) {
    const auto text = aws.send(s3::GetObject{.bucket = "tickets", .key = ticket.key}).value();
    report.append(text.body.view()).append("\n");
  }
  const auto answer =
      aws.send(lambda::Invoke{.function_name = "confirm", .payload = R"({"seat":"12A"})"}).value();
  return report.append(answer.payload.view());
}
