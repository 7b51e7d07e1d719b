// What a request to send of the second API becomes.
#pragma once

#include <emu/result.h>
#include <emu/sesv2/sending.h>

#include <string>
#include <vector>

#include "ses/mail.h"

namespace emu::sesv2 {

std::vector<ses::NamedValue> named_values(const std::vector<MessageTag>& tags);
std::vector<ses::NamedValue> named_values(const std::vector<MessageHeader>& headers);

// All but tags and texts. What it names that is not known here, a tenant or an endpoint of several
// regions, is refused.
template <class Op>
Result<ses::Mail> mail_of(const Op& in);

// Of the account's own template, or of its ARN; empty when the request names none.
std::string template_name(const Template& given);

void set_destination(ses::Mail& mail, const Destination& to);
Status add_headers(ses::Mail& mail, const std::vector<MessageHeader>& headers);
void add_attachments(ses::Mail& mail, const std::vector<Attachment>& attachments);

}  // namespace emu::sesv2
