// Sources: Amazon SES API v2 Reference, "CreateContactList", "CreateContact", "ListContacts";
// Amazon SES Developer Guide, "Using subscription management".
#include <doctest/doctest.h>

#include <string>

#include "ses/support.h"

namespace emu::sesv2 {

namespace {

struct ContactFixture : ses::SenderFixture {
  ContactFixture() {
    aws.send(CreateContactList{.contact_list_name = "riders",
                               .topics = {topic("news", "OPT_OUT"), topic("delays", "OPT_IN")}})
        .value();
    add("ann@example.org", {{.topic_name = "news", .subscription_status = "OPT_IN"}});
    add("bob@example.org", {});
  }

  static Topic topic(const std::string& name, const std::string& status) {
    return {.topic_name = name, .display_name = name, .default_subscription_status = status};
  }
  void add(const std::string& address, std::vector<TopicPreference> preferences) {
    aws.send(CreateContact{.contact_list_name = "riders",
                           .email_address = address,
                           .topic_preferences = std::move(preferences)})
        .value();
  }
  // Whom mail about a topic did not reach.
  std::vector<std::string> undelivered(std::optional<std::string> about) {
    SendEmail request{
        .from_email_address = ses::kSender,
        .destination =
            Destination{.to_addresses = {"ann@example.org", "bob@example.org", "eve@example.org"}},
        .content = {}};
    request.content.simple =
        Message{.subject = {.data = "Hi"}, .body = {.text = Content{.data = "hello"}}};
    request.list_management_options =
        ListManagementOptions{.contact_list_name = "riders", .topic_name = std::move(about)};
    aws.send(request).value();
    return newest().undelivered;
  }
  std::vector<std::string> listed(ListContactsFilter filter) {
    std::vector<std::string> found;
    const auto page =
        aws.send(ListContacts{.contact_list_name = "riders", .filter = std::move(filter)}).value();
    for (const Contact& contact : page.contacts) found.push_back(contact.email_address);
    return found;
  }
};

using Addresses = std::vector<std::string>;

}  // namespace

TEST_SUITE("sesv2: contacts") {
  TEST_CASE_FIXTURE(ContactFixture, "mail about a topic reaches whoever has not opted out") {
    CHECK(undelivered("news") == Addresses{"bob@example.org"});
    CHECK(undelivered("delays").empty());
    aws.send(UpdateContact{.contact_list_name = "riders",
                           .email_address = "ann@example.org",
                           .unsubscribe_all = true})
        .value();
    CHECK(undelivered("news") == Addresses{"ann@example.org", "bob@example.org"});
    CHECK(undelivered({}) == Addresses{"ann@example.org"});
  }

  TEST_CASE_FIXTURE(ContactFixture, "contacts are listed by what they have chosen") {
    CHECK(listed({}).size() == 2);
    const auto about = [](const std::string& name, bool use_default) {
      return TopicFilter{.topic_name = name, .use_default_if_preference_unavailable = use_default};
    };
    CHECK(listed({.filtered_status = "OPT_IN", .topic_filter = about("news", false)}) ==
          Addresses{"ann@example.org"});
    CHECK(listed({.filtered_status = "OPT_OUT", .topic_filter = about("news", false)}).empty());
    CHECK(listed({.filtered_status = "OPT_OUT", .topic_filter = about("news", true)}) ==
          Addresses{"bob@example.org"});
    CHECK(listed({.filtered_status = "OPT_IN"}).size() == 2);
  }

  TEST_CASE_FIXTURE(ContactFixture, "a contact is read, changed and deleted") {
    const GetContact get{.contact_list_name = "riders", .email_address = "ann@example.org"};
    aws.send(UpdateContact{
                 .contact_list_name = "riders",
                 .email_address = "ann@example.org",
                 .topic_preferences = {{.topic_name = "delays", .subscription_status = "OPT_OUT"}},
                 .attributes_data = R"({"seat":"12A"})"})
        .value();
    const auto read = aws.send(get).value();
    CHECK(read.topic_preferences.size() == 2);
    CHECK(read.topic_default_preferences.size() == 2);
    CHECK(read.attributes_data == R"({"seat":"12A"})");
    CHECK(code(aws.send(
              CreateContact{.contact_list_name = "riders", .email_address = "ann@example.org"})) ==
          errors::kAlreadyExistsException);
    CHECK(code(aws.send(UpdateContact{
              .contact_list_name = "riders",
              .email_address = "ann@example.org",
              .topic_preferences = {{.topic_name = "none", .subscription_status = "OPT_IN"}}})) ==
          errors::kBadRequestException);
    aws.send(DeleteContact{.contact_list_name = "riders", .email_address = "ann@example.org"})
        .value();
    CHECK(code(aws.send(get)) == errors::kNotFoundException);
  }

  TEST_CASE_FIXTURE(ContactFixture, "an account has one list") {
    CHECK(code(aws.send(CreateContactList{.contact_list_name = "riders"})) ==
          errors::kAlreadyExistsException);
    CHECK(code(aws.send(CreateContactList{.contact_list_name = "more"})) ==
          errors::kLimitExceededException);
    aws.send(UpdateContactList{.contact_list_name = "riders", .description = "who rides"}).value();
    const auto read = aws.send(GetContactList{.contact_list_name = "riders"}).value();
    CHECK(read.description == "who rides");
    CHECK(read.topics.empty());
    CHECK(aws.send(ListContactLists{}).value().contact_lists.size() == 1);
    aws.send(DeleteContactList{.contact_list_name = "riders"}).value();
    CHECK(message(aws.send(GetContactList{.contact_list_name = "riders"})) ==
          "List with name: riders doesn't exist.");
  }
}

}  // namespace emu::sesv2
