#include <fmt/format.h>

#include <utility>

#include "core/mail/mail_address.h"
#include "ses/limits.h"
#include "ses/page.h"
#include "sesv2/errors.h"
#include "sesv2/service.h"

namespace emu::sesv2 {

namespace {

Error contact_does_not_exist(const std::string& address) {
  return not_found(fmt::format("{} doesn't exist in List.", address));
}

// The statuses by topic, of topics that the list has.
Result<std::map<std::string, std::string>> preferences_of(
    const ses::StoredContactList& list, const std::vector<TopicPreference>& given) {
  std::map<std::string, std::string> out;
  for (const TopicPreference& preference : given) {
    if (list.find_topic(preference.topic_name) == nullptr) {
      return bad_request(fmt::format("Topic {} doesn't exist in List.", preference.topic_name));
    }
    out.insert_or_assign(preference.topic_name, preference.subscription_status);
  }
  return out;
}

std::vector<TopicPreference> preference_list(const std::map<std::string, std::string>& kept) {
  std::vector<TopicPreference> out;
  for (const auto& [topic, status] : kept) {
    out.push_back({.topic_name = topic, .subscription_status = status});
  }
  return out;
}

std::vector<TopicPreference> default_preferences(const ses::StoredContactList& list) {
  std::vector<TopicPreference> out;
  for (const ses::ContactTopic& topic : list.topics) {
    out.push_back({.topic_name = topic.name, .subscription_status = topic.default_status});
  }
  return out;
}

// Whether a contact's status is the one that is asked for.
bool has_status(const ses::StoredContactList& list, const ses::StoredContact& contact,
                const std::optional<ListContactsFilter>& filter) {
  if (!filter || !filter->filtered_status) return true;
  const bool is_in = *filter->filtered_status == ses::kOptIn;
  if (!filter->topic_filter || !filter->topic_filter->topic_name) {
    return contact.unsubscribes_all != is_in;
  }
  const TopicFilter& topic = *filter->topic_filter;
  const bool has_preference = contact.preferences.contains(*topic.topic_name);
  if (!has_preference && !topic.use_default_if_preference_unavailable.value_or(false)) {
    return false;
  }
  return list.lets_in(contact.address, *topic.topic_name) == is_in;
}

}  // namespace

Result<ses::StoredContact*> SesV2::require_contact(ses::StoredContactList& list,
                                                   const std::string& address) {
  const auto found = list.contacts.find(ses::identity_key(address));
  if (found == list.contacts.end()) return contact_does_not_exist(address);
  return &found->second;
}

// Checks: Amazon SES API v2 Reference, "CreateContact".
Result<Nothing> SesV2::create_contact(Call& call, const CreateContact& in) {
  EMU_TRY(ses::StoredContactList * list, require_contact_list(call, in.contact_list_name));
  std::string_view why;
  if (!parse_mail_address(in.email_address, why)) return bad_request(std::string(why));
  const std::string key = ses::identity_key(in.email_address);
  if (list->contacts.contains(key)) {
    return already_exists(fmt::format("{} already exists in List.", in.email_address));
  }
  EMU_TRY(auto preferences, preferences_of(*list, in.topic_preferences));
  if (list->contacts.size() >= ses::kContactsMax) {
    return bad_request("The contact list has as many contacts as it may have.");
  }
  ses::StoredContact& contact = list->contacts[key];
  contact.address = in.email_address;
  contact.preferences = std::move(preferences);
  contact.unsubscribes_all = in.unsubscribe_all.value_or(false);
  contact.attributes = in.attributes_data.value_or(std::string());
  contact.created = contact.changed = backend_.now();
  return Nothing{};
}

Result<GetContactResult> SesV2::get_contact(Call& call, const GetContact& in) {
  EMU_TRY(ses::StoredContactList * list, require_contact_list(call, in.contact_list_name));
  EMU_TRY(const ses::StoredContact* contact, require_contact(*list, in.email_address));
  return GetContactResult{.contact_list_name = list->name,
                          .email_address = contact->address,
                          .topic_preferences = preference_list(contact->preferences),
                          .topic_default_preferences = default_preferences(*list),
                          .unsubscribe_all = contact->unsubscribes_all,
                          .attributes_data = contact->attributes,
                          .created_timestamp = contact->created,
                          .last_updated_timestamp = contact->changed};
}

// Source: Amazon SES API v2 Reference, "UpdateContact": preferences that are not given stay.
Result<Nothing> SesV2::update_contact(Call& call, const UpdateContact& in) {
  EMU_TRY(ses::StoredContactList * list, require_contact_list(call, in.contact_list_name));
  EMU_TRY(ses::StoredContact * contact, require_contact(*list, in.email_address));
  EMU_TRY(const auto preferences, preferences_of(*list, in.topic_preferences));
  for (const auto& [topic, status] : preferences) contact->preferences[topic] = status;
  if (in.unsubscribe_all) contact->unsubscribes_all = *in.unsubscribe_all;
  if (in.attributes_data) contact->attributes = *in.attributes_data;
  contact->changed = backend_.now();
  return Nothing{};
}

Result<Nothing> SesV2::delete_contact(Call& call, const DeleteContact& in) {
  EMU_TRY(ses::StoredContactList * list, require_contact_list(call, in.contact_list_name));
  EMU_CHECK(require_contact(*list, in.email_address));
  list->contacts.erase(ses::identity_key(in.email_address));
  return Nothing{};
}

Result<ListContactsResult> SesV2::list_contacts(Call& call, const ListContacts& in) {
  EMU_TRY(const ses::StoredContactList* list, require_contact_list(call, in.contact_list_name));
  ListContactsResult out;
  EMU_TRY(out.next_token,
          translated(ses::visit_page(
              list->contacts, {in.next_token, in.page_size},
              {.usual = ses::kPageMax, .max = ses::kPageMax},
              [&](const ses::StoredContact& contact) {
                if (!has_status(*list, contact, in.filter)) return false;
                out.contacts.push_back(
                    {.email_address = contact.address,
                     .topic_preferences = preference_list(contact.preferences),
                     .topic_default_preferences = default_preferences(*list),
                     .unsubscribe_all = contact.unsubscribes_all,
                     .last_updated_timestamp = contact.changed});
                return true;
              })));
  return out;
}

}  // namespace emu::sesv2
