#include <utility>

#include "ses/request_mail.h"
#include "ses/service.h"

namespace emu::ses {

// Checks: Amazon SES API Reference, "SendRawEmail".
Result<SendRawEmailResult> Ses::send_raw_email(Call& call, const SendRawEmail& in) {
  Mail mail;
  mail.source = in.source.value_or(std::string());
  mail.to = in.destinations;
  mail.raw = in.raw_message.data.view();
  mail.is_raw = true;
  mail.tags = named_values(in.tags);
  mail.configuration_set = in.configuration_set_name.value_or(std::string());
  SendRawEmailResult out;
  EMU_TRY(out.message_id, backend_.send(call, std::move(mail)));
  call.subject = out.message_id;
  return out;
}

}  // namespace emu::ses
