// Contact lists, topics and who wants mail of them. Include <emu/sesv2.h>.
#pragma once

#include <emu/sesv2/values.h>
#include <emu/shape.h>
#include <emu/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace emu::sesv2 {

struct Topic {
  std::string topic_name;
  std::string display_name;
  std::optional<std::string> description = {};
  std::string default_subscription_status;
  static void describe(StructureShape<Topic>& s);
};

// An account has one in a region, with at most 20 topics. LimitExceededException.
struct CreateContactList {
  static constexpr OperationName kOperation{"sesv2", "CreateContactList", "POST",
                                            "/v2/email/contact-lists"};
  using Result = Nothing;
  std::string contact_list_name;
  std::vector<Topic> topics = {};
  std::optional<std::string> description = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<CreateContactList>& s);
};

struct GetContactListResult {
  std::string contact_list_name = {};
  std::vector<Topic> topics = {};
  std::string description = {};
  std::optional<Time> created_timestamp = {};
  std::optional<Time> last_updated_timestamp = {};
  std::vector<Tag> tags = {};
  static void describe(StructureShape<GetContactListResult>& s);
};

struct GetContactList {
  static constexpr OperationName kOperation{"sesv2", "GetContactList", "GET",
                                            "/v2/email/contact-lists/{ContactListName}"};
  using Result = GetContactListResult;
  std::string contact_list_name;
  static void describe(StructureShape<GetContactList>& s);
};

// What is not given is taken away.
struct UpdateContactList {
  static constexpr OperationName kOperation{"sesv2", "UpdateContactList", "PUT",
                                            "/v2/email/contact-lists/{ContactListName}"};
  using Result = Nothing;
  std::string contact_list_name;
  std::vector<Topic> topics = {};
  std::optional<std::string> description = {};
  static void describe(StructureShape<UpdateContactList>& s);
};

struct DeleteContactList {
  static constexpr OperationName kOperation{"sesv2", "DeleteContactList", "DELETE",
                                            "/v2/email/contact-lists/{ContactListName}"};
  using Result = Nothing;
  std::string contact_list_name;
  static void describe(StructureShape<DeleteContactList>& s);
};

struct ContactList {
  std::string contact_list_name = {};
  std::optional<Time> last_updated_timestamp = {};
  static void describe(StructureShape<ContactList>& s);
};

struct ListContactListsResult {
  std::vector<ContactList> contact_lists = {};
  std::string next_token = {};
  static void describe(StructureShape<ListContactListsResult>& s);
};

struct ListContactLists {
  static constexpr OperationName kOperation{"sesv2", "ListContactLists", "GET",
                                            "/v2/email/contact-lists"};
  using Result = ListContactListsResult;
  std::optional<std::int32_t> page_size = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListContactLists>& s);
};

struct TopicPreference {
  std::string topic_name;
  std::string subscription_status;
  static void describe(StructureShape<TopicPreference>& s);
};

struct CreateContact {
  static constexpr OperationName kOperation{"sesv2", "CreateContact", "POST",
                                            "/v2/email/contact-lists/{ContactListName}/contacts"};
  using Result = Nothing;
  std::string contact_list_name;
  std::string email_address;
  std::vector<TopicPreference> topic_preferences = {};
  std::optional<bool> unsubscribe_all = {};
  std::optional<std::string> attributes_data = {};
  static void describe(StructureShape<CreateContact>& s);
};

struct GetContactResult {
  std::string contact_list_name = {};
  std::string email_address = {};
  std::vector<TopicPreference> topic_preferences = {};
  std::vector<TopicPreference> topic_default_preferences = {};
  std::optional<bool> unsubscribe_all = {};
  std::string attributes_data = {};
  std::optional<Time> created_timestamp = {};
  std::optional<Time> last_updated_timestamp = {};
  static void describe(StructureShape<GetContactResult>& s);
};

struct GetContact {
  static constexpr OperationName kOperation{
      "sesv2", "GetContact", "GET",
      "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}"};
  using Result = GetContactResult;
  std::string contact_list_name;
  std::string email_address;
  static void describe(StructureShape<GetContact>& s);
};

// Preferences that are not given stay as they are.
struct UpdateContact {
  static constexpr OperationName kOperation{
      "sesv2", "UpdateContact", "PUT",
      "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}"};
  using Result = Nothing;
  std::string contact_list_name;
  std::string email_address;
  std::vector<TopicPreference> topic_preferences = {};
  std::optional<bool> unsubscribe_all = {};
  std::optional<std::string> attributes_data = {};
  static void describe(StructureShape<UpdateContact>& s);
};

struct DeleteContact {
  static constexpr OperationName kOperation{
      "sesv2", "DeleteContact", "DELETE",
      "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}"};
  using Result = Nothing;
  std::string contact_list_name;
  std::string email_address;
  static void describe(StructureShape<DeleteContact>& s);
};

struct TopicFilter {
  std::optional<std::string> topic_name = {};
  std::optional<bool> use_default_if_preference_unavailable = {};
  static void describe(StructureShape<TopicFilter>& s);
};

struct ListContactsFilter {
  std::optional<std::string> filtered_status = {};
  std::optional<TopicFilter> topic_filter = {};
  static void describe(StructureShape<ListContactsFilter>& s);
};

struct Contact {
  std::string email_address = {};
  std::vector<TopicPreference> topic_preferences = {};
  std::vector<TopicPreference> topic_default_preferences = {};
  std::optional<bool> unsubscribe_all = {};
  std::optional<Time> last_updated_timestamp = {};
  static void describe(StructureShape<Contact>& s);
};

struct ListContactsResult {
  std::vector<Contact> contacts = {};
  std::string next_token = {};
  static void describe(StructureShape<ListContactsResult>& s);
};

struct ListContacts {
  static constexpr OperationName kOperation{
      "sesv2", "ListContacts", "POST", "/v2/email/contact-lists/{ContactListName}/contacts/list"};
  using Result = ListContactsResult;
  std::string contact_list_name;
  std::optional<ListContactsFilter> filter = {};
  std::optional<std::int32_t> page_size = {};
  std::optional<std::string> next_token = {};
  static void describe(StructureShape<ListContacts>& s);
};

}  // namespace emu::sesv2
