#include <utility>

#include "ses/request_mail.h"
#include "ses/service.h"

namespace emu::ses {

// Checks: Amazon SES API Reference, "SendTemplatedEmail". A rendering that fails does not fail the
// call: Amazon SES Developer Guide, "Using templates to send personalized email with the Amazon SES
// API".
Result<SendTemplatedEmailResult> Ses::send_templated_email(Call& call,
                                                           const SendTemplatedEmail& in) {
  EMU_TRY(const StoredTemplate* from, backend_.find_template(call, in.template_value));
  TemplateData data;
  EMU_CHECK(data.add(in.template_data));
  Mail mail = mail_of(in);
  set_destination(mail, in.destination);
  mail.tags = named_values(in.tags);
  const auto rendered = Backend::render(*from, data);
  Backend::fill_in(mail, rendered, from->name);
  SendTemplatedEmailResult out;
  EMU_TRY(out.message_id, backend_.send(call, std::move(mail)));
  call.subject = out.message_id;
  return out;
}

}  // namespace emu::ses
