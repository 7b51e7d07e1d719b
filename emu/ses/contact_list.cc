#include "ses/contact_list.h"

#include <algorithm>

#include "core/mail/mail_address.h"
#include "ses/identity.h"

namespace emu::ses {

const ContactTopic* StoredContactList::find_topic(std::string_view topic) const {
  const auto found = std::find_if(topics.begin(), topics.end(),
                                  [&](const ContactTopic& each) { return each.name == topic; });
  return found == topics.end() ? nullptr : &*found;
}

bool StoredContactList::lets_in(std::string_view address, std::string_view topic) const {
  const auto contact = contacts.find(identity_key(bare_mail_address(address)));
  if (contact == contacts.end()) return true;
  if (contact->second.unsubscribes_all) return false;
  if (topic.empty()) return true;
  const auto preference = contact->second.preferences.find(std::string(topic));
  if (preference != contact->second.preferences.end()) return preference->second == kOptIn;
  const ContactTopic* found = find_topic(topic);
  return found == nullptr || found->default_status == kOptIn;
}

}  // namespace emu::ses
