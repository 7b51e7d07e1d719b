#include <utility>

#include "ses/bulk.h"
#include "ses/request_mail.h"
#include "ses/service.h"

namespace emu::ses {

// Checks: Amazon SES API Reference, "SendBulkTemplatedEmail". Each destination is answered for by
// itself.
Result<SendBulkTemplatedEmailResult> Ses::send_bulk_templated_email(
    Call& call, const SendBulkTemplatedEmail& in) {
  EMU_CHECK(check_bulk_size(in.destinations.size()));
  EMU_TRY(const StoredTemplate* from, backend_.find_template(call, in.template_value));
  SendBulkTemplatedEmailResult out;
  for (const BulkEmailDestination& destination : in.destinations) {
    Mail mail = mail_of(in);
    set_destination(mail, destination.destination);
    mail.tags =
        merged_tags(named_values(in.default_tags), named_values(destination.replacement_tags));
    const Result<std::string> sent =
        send_bulk_entry(backend_, call, std::move(mail), *from,
                        {.defaults = in.default_template_data,
                         .replacement = destination.replacement_template_data.value_or("")});
    BulkEmailDestinationStatus& status = out.status.emplace_back();
    if (sent) {
      status.status = bulk_status({});
      status.message_id = *sent;
    } else {
      status.status = bulk_status(sent.error().code);
      status.error = sent.error().message;
    }
  }
  return out;
}

}  // namespace emu::ses
