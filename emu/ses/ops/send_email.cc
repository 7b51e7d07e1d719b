#include <utility>

#include "ses/request_mail.h"
#include "ses/service.h"

namespace emu::ses {

// Checks: Amazon SES API Reference, "SendEmail".
Result<SendEmailResult> Ses::send_email(Call& call, const SendEmail& in) {
  Mail mail = mail_of(in);
  set_destination(mail, in.destination);
  mail.tags = named_values(in.tags);
  mail.subject = in.message.subject.data;
  if (in.message.body.text) mail.text = in.message.body.text->data;
  if (in.message.body.html) mail.html = in.message.body.html->data;
  SendEmailResult out;
  EMU_TRY(out.message_id, backend_.send(call, std::move(mail)));
  call.subject = out.message_id;
  return out;
}

}  // namespace emu::ses
