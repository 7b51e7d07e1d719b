#include <utility>

#include "ses/request_mail.h"
#include "ses/service.h"

namespace emu::ses {

// Checks: Amazon SES API Reference, "SendRawEmail".
Result<SendRawEmailResult> Ses::send_raw_email(Call& call, const SendRawEmail& in) {
  Mail mail = raw_mail_of(in);
  mail.tags = named_values(in.tags);
  SendRawEmailResult out;
  EMU_TRY(out.message_id, backend_.send(call, std::move(mail)));
  call.subject = out.message_id;
  return out;
}

}  // namespace emu::ses
