#include <emu/describe.h>
#include <emu/sesv2/contacts.h>

namespace emu::sesv2 {

void Topic::describe(StructureShape<Topic>& s) {
  s.member("TopicName", &Topic::topic_name).required();
  s.member("DisplayName", &Topic::display_name).required();
  s.member("Description", &Topic::description);
  s.member("DefaultSubscriptionStatus", &Topic::default_subscription_status)
      .required()
      .one_of({"OPT_IN", "OPT_OUT"});
}

void CreateContactList::describe(StructureShape<CreateContactList>& s) {
  s.member("ContactListName", &CreateContactList::contact_list_name).required();
  s.member("Topics", &CreateContactList::topics);
  s.member("Description", &CreateContactList::description);
  s.member("Tags", &CreateContactList::tags);
}

void GetContactListResult::describe(StructureShape<GetContactListResult>& s) {
  s.member("ContactListName", &GetContactListResult::contact_list_name);
  s.member("Topics", &GetContactListResult::topics).always();
  s.member("Description", &GetContactListResult::description);
  s.member("CreatedTimestamp", &GetContactListResult::created_timestamp);
  s.member("LastUpdatedTimestamp", &GetContactListResult::last_updated_timestamp);
  s.member("Tags", &GetContactListResult::tags).always();
}

void GetContactList::describe(StructureShape<GetContactList>& s) {
  s.member("ContactListName", &GetContactList::contact_list_name)
      .path("ContactListName")
      .required();
}

void UpdateContactList::describe(StructureShape<UpdateContactList>& s) {
  s.member("ContactListName", &UpdateContactList::contact_list_name)
      .path("ContactListName")
      .required();
  s.member("Topics", &UpdateContactList::topics);
  s.member("Description", &UpdateContactList::description);
}

void DeleteContactList::describe(StructureShape<DeleteContactList>& s) {
  s.member("ContactListName", &DeleteContactList::contact_list_name)
      .path("ContactListName")
      .required();
}

void ContactList::describe(StructureShape<ContactList>& s) {
  s.member("ContactListName", &ContactList::contact_list_name);
  s.member("LastUpdatedTimestamp", &ContactList::last_updated_timestamp);
}

void ListContactListsResult::describe(StructureShape<ListContactListsResult>& s) {
  s.member("ContactLists", &ListContactListsResult::contact_lists).always();
  s.member("NextToken", &ListContactListsResult::next_token);
}

void ListContactLists::describe(StructureShape<ListContactLists>& s) {
  s.member("PageSize", &ListContactLists::page_size).query("PageSize");
  s.member("NextToken", &ListContactLists::next_token).query("NextToken");
}

void TopicPreference::describe(StructureShape<TopicPreference>& s) {
  s.member("TopicName", &TopicPreference::topic_name).required();
  s.member("SubscriptionStatus", &TopicPreference::subscription_status)
      .required()
      .one_of({"OPT_IN", "OPT_OUT"});
}

void CreateContact::describe(StructureShape<CreateContact>& s) {
  s.member("ContactListName", &CreateContact::contact_list_name).path("ContactListName").required();
  s.member("EmailAddress", &CreateContact::email_address).required();
  s.member("TopicPreferences", &CreateContact::topic_preferences);
  s.member("UnsubscribeAll", &CreateContact::unsubscribe_all);
  s.member("AttributesData", &CreateContact::attributes_data);
}

void GetContactResult::describe(StructureShape<GetContactResult>& s) {
  s.member("ContactListName", &GetContactResult::contact_list_name);
  s.member("EmailAddress", &GetContactResult::email_address);
  s.member("TopicPreferences", &GetContactResult::topic_preferences).always();
  s.member("TopicDefaultPreferences", &GetContactResult::topic_default_preferences).always();
  s.member("UnsubscribeAll", &GetContactResult::unsubscribe_all);
  s.member("AttributesData", &GetContactResult::attributes_data);
  s.member("CreatedTimestamp", &GetContactResult::created_timestamp);
  s.member("LastUpdatedTimestamp", &GetContactResult::last_updated_timestamp);
}

void GetContact::describe(StructureShape<GetContact>& s) {
  s.member("ContactListName", &GetContact::contact_list_name).path("ContactListName").required();
  s.member("EmailAddress", &GetContact::email_address).path("EmailAddress").required();
}

void UpdateContact::describe(StructureShape<UpdateContact>& s) {
  s.member("ContactListName", &UpdateContact::contact_list_name).path("ContactListName").required();
  s.member("EmailAddress", &UpdateContact::email_address).path("EmailAddress").required();
  s.member("TopicPreferences", &UpdateContact::topic_preferences);
  s.member("UnsubscribeAll", &UpdateContact::unsubscribe_all);
  s.member("AttributesData", &UpdateContact::attributes_data);
}

void DeleteContact::describe(StructureShape<DeleteContact>& s) {
  s.member("ContactListName", &DeleteContact::contact_list_name).path("ContactListName").required();
  s.member("EmailAddress", &DeleteContact::email_address).path("EmailAddress").required();
}

void TopicFilter::describe(StructureShape<TopicFilter>& s) {
  s.member("TopicName", &TopicFilter::topic_name);
  s.member("UseDefaultIfPreferenceUnavailable",
           &TopicFilter::use_default_if_preference_unavailable);
}

void ListContactsFilter::describe(StructureShape<ListContactsFilter>& s) {
  s.member("FilteredStatus", &ListContactsFilter::filtered_status).one_of({"OPT_IN", "OPT_OUT"});
  s.member("TopicFilter", &ListContactsFilter::topic_filter);
}

void Contact::describe(StructureShape<Contact>& s) {
  s.member("EmailAddress", &Contact::email_address);
  s.member("TopicPreferences", &Contact::topic_preferences);
  s.member("TopicDefaultPreferences", &Contact::topic_default_preferences);
  s.member("UnsubscribeAll", &Contact::unsubscribe_all);
  s.member("LastUpdatedTimestamp", &Contact::last_updated_timestamp);
}

void ListContactsResult::describe(StructureShape<ListContactsResult>& s) {
  s.member("Contacts", &ListContactsResult::contacts).always();
  s.member("NextToken", &ListContactsResult::next_token);
}

void ListContacts::describe(StructureShape<ListContacts>& s) {
  s.member("ContactListName", &ListContacts::contact_list_name).path("ContactListName").required();
  s.member("Filter", &ListContacts::filter);
  s.member("PageSize", &ListContacts::page_size);
  s.member("NextToken", &ListContacts::next_token);
}

}  // namespace emu::sesv2

namespace emu {
EMU_DESCRIBED(sesv2::Topic);
EMU_DESCRIBED_OPERATION(sesv2::CreateContactList);
EMU_DESCRIBED(sesv2::GetContactListResult);
EMU_DESCRIBED_OPERATION(sesv2::GetContactList);
EMU_DESCRIBED_OPERATION(sesv2::UpdateContactList);
EMU_DESCRIBED_OPERATION(sesv2::DeleteContactList);
EMU_DESCRIBED(sesv2::ContactList);
EMU_DESCRIBED(sesv2::ListContactListsResult);
EMU_DESCRIBED_OPERATION(sesv2::ListContactLists);
EMU_DESCRIBED(sesv2::TopicPreference);
EMU_DESCRIBED_OPERATION(sesv2::CreateContact);
EMU_DESCRIBED(sesv2::GetContactResult);
EMU_DESCRIBED_OPERATION(sesv2::GetContact);
EMU_DESCRIBED_OPERATION(sesv2::UpdateContact);
EMU_DESCRIBED_OPERATION(sesv2::DeleteContact);
EMU_DESCRIBED(sesv2::TopicFilter);
EMU_DESCRIBED(sesv2::ListContactsFilter);
EMU_DESCRIBED(sesv2::Contact);
EMU_DESCRIBED(sesv2::ListContactsResult);
EMU_DESCRIBED_OPERATION(sesv2::ListContacts);
}  // namespace emu
