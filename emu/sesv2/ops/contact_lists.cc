#include <fmt/format.h>

#include <set>
#include <utility>

#include "ses/limits.h"
#include "ses/page.h"
#include "sesv2/errors.h"
#include "sesv2/service.h"
#include "sesv2/tags.h"

namespace emu::sesv2 {

namespace {

// Checks: Amazon SES API v2 Reference, "Topic".
Status check_topics(const std::vector<Topic>& topics) {
  if (topics.size() > ses::kContactTopicsMax) {
    return bad_request(
        fmt::format("A contact list can have at most {} topics.", ses::kContactTopicsMax));
  }
  std::set<std::string_view> names;
  for (const Topic& topic : topics) {
    if (!ses::is_name(topic.topic_name) || !names.insert(topic.topic_name).second) {
      return bad_request(fmt::format("Topic name <{}> is not valid.", topic.topic_name));
    }
  }
  return {};
}

std::vector<ses::ContactTopic> stored_topics(const std::vector<Topic>& topics) {
  std::vector<ses::ContactTopic> out;
  for (const Topic& topic : topics) {
    out.push_back({.name = topic.topic_name,
                   .display_name = topic.display_name,
                   .description = topic.description.value_or(std::string()),
                   .default_status = topic.default_subscription_status});
  }
  return out;
}

std::vector<Topic> described_topics(const std::vector<ses::ContactTopic>& topics) {
  std::vector<Topic> out;
  for (const ses::ContactTopic& topic : topics) {
    Topic& described = out.emplace_back();
    described.topic_name = topic.name;
    described.display_name = topic.display_name;
    if (!topic.description.empty()) described.description = topic.description;
    described.default_subscription_status = topic.default_status;
  }
  return out;
}

}  // namespace

Result<ses::StoredContactList*> SesV2::require_contact_list(const Call& call,
                                                            std::string_view name) {
  auto& lists = backend_.state(call).contact_lists;
  const auto found = lists.find(name);
  if (found == lists.end()) {
    return not_found(fmt::format("List with name: {} doesn't exist.", name));
  }
  return &found->second;
}

// Checks: Amazon SES API v2 Reference, "CreateContactList".
Result<Nothing> SesV2::create_contact_list(Call& call, const CreateContactList& in) {
  if (!ses::is_name(in.contact_list_name)) return bad_request("Contact list name is not valid.");
  auto& lists = backend_.state(call).contact_lists;
  if (lists.contains(in.contact_list_name)) {
    return already_exists(fmt::format("List with name: {} already exists.", in.contact_list_name));
  }
  EMU_CHECK(check_topics(in.topics));
  EMU_TRY(auto tags, with_tags({}, in.tags));
  if (lists.size() >= ses::kContactListsMax) {
    return Error{
        .code = errors::kLimitExceededException,
        .message = fmt::format("You can have at most {} contact lists.", ses::kContactListsMax)};
  }
  ses::StoredContactList& list = lists[in.contact_list_name];
  list.name = in.contact_list_name;
  list.description = in.description.value_or(std::string());
  list.topics = stored_topics(in.topics);
  list.tags = std::move(tags);
  list.created = list.changed = backend_.now();
  return Nothing{};
}

Result<GetContactListResult> SesV2::get_contact_list(Call& call, const GetContactList& in) {
  EMU_TRY(const ses::StoredContactList* list, require_contact_list(call, in.contact_list_name));
  return GetContactListResult{.contact_list_name = list->name,
                              .topics = described_topics(list->topics),
                              .description = list->description,
                              .created_timestamp = list->created,
                              .last_updated_timestamp = list->changed,
                              .tags = tag_list(list->tags)};
}

// What is not given is taken away.
Result<Nothing> SesV2::update_contact_list(Call& call, const UpdateContactList& in) {
  EMU_TRY(ses::StoredContactList * list, require_contact_list(call, in.contact_list_name));
  EMU_CHECK(check_topics(in.topics));
  list->description = in.description.value_or(std::string());
  list->topics = stored_topics(in.topics);
  list->changed = backend_.now();
  return Nothing{};
}

Result<Nothing> SesV2::delete_contact_list(Call& call, const DeleteContactList& in) {
  EMU_CHECK(require_contact_list(call, in.contact_list_name));
  backend_.state(call).contact_lists.erase(in.contact_list_name);
  return Nothing{};
}

Result<ListContactListsResult> SesV2::list_contact_lists(Call& call, const ListContactLists& in) {
  ListContactListsResult out;
  EMU_TRY(out.next_token,
          translated(ses::visit_page(backend_.state(call).contact_lists,
                                     {in.next_token, in.page_size},
                                     {.usual = ses::kPageMax, .max = ses::kPageMax},
                                     [&](const ses::StoredContactList& list) {
                                       out.contact_lists.push_back(
                                           {.contact_list_name = list.name,
                                            .last_updated_timestamp = list.changed});
                                       return true;
                                     })));
  return out;
}

}  // namespace emu::sesv2
