#include <emu/json.h>
#include <emu/lambda/events.h>
#include <emu/sesv2.h>

#include <chrono>
#include <string>
#include <string_view>

#include "donuts/donuts.h"
#include "donuts/messages.h"

namespace donuts {

namespace lambda = emu::lambda;
namespace sesv2 = emu::sesv2;

namespace {

// A mail that is not sent now is sent when the message comes back, hours later.
constexpr int kAttemptsMax = 5;

class Reporter {
 public:
  explicit Reporter(lambda::Context& init)
      : sender_(required_env(init, "SENDER")), operators_(required_env(init, "OPERATORS")) {}

  // Every message is given back: it lies in the dead-letter queue until the operators have taken it
  // out, and is mailed again whenever its visibility timeout ends.
  std::string handle(lambda::Context& context, std::string_view event) {
    const auto batch = emu::from_json<lambda::SqsEvent>(event).value();
    lambda::SqsBatchResponse kept;
    for (const lambda::SqsRecord& record : batch.records) {
      mail(context, record);
      kept.batch_item_failures.push_back({.item_identifier = record.message_id});
    }
    return emu::to_json(kept);
  }

 private:
  void mail(lambda::Context& context, const lambda::SqsRecord& record) {
    const auto request = emu::from_json<Request>(record.body);
    const std::string what = request ? "request " + request->id : "message " + record.message_id;
    const sesv2::SendEmail mail{
        .from_email_address = sender_,
        .destination = sesv2::Destination{.to_addresses = {operators_}},
        .content = {.simple = sesv2::Message{
                        .subject = {.data = "Donuts: " + what + " has failed"},
                        .body = {.text = sesv2::Content{
                                     .data = "The factory did not answer well, three times. This "
                                             "lies in the dead-letter queue:\n\n" +
                                             record.body + "\n"}}}}};
    auto sent = context.aws().send(mail);
    for (int attempt = 1; !sent && attempt < kAttemptsMax; ++attempt) {
      context.sleep(std::chrono::seconds(1));
      sent = context.aws().send(mail);
    }
    if (!sent) throw emu::AwsError(sent.error());
  }

  std::string sender_;
  std::string operators_;
};

}  // namespace

lambda::Handler make_reporter(lambda::Context& init) {
  return [reporter = Reporter(init)](lambda::Context& context, std::string_view event) mutable {
    return reporter.handle(context, event);
  };
}

}  // namespace donuts
