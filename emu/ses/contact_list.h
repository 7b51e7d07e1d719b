// Contact lists: who wants mail of which topics.
// Source: Amazon SES Developer Guide, "Using list management".
#pragma once

#include <emu/time.h>

#include <map>
#include <string>
#include <vector>

namespace emu::ses {

inline constexpr std::string_view kOptIn = "OPT_IN";
inline constexpr std::string_view kOptOut = "OPT_OUT";

struct ContactTopic {
  std::string name = {};
  std::string display_name = {};
  std::string description = {};
  std::string default_status = {};  // kOptIn or kOptOut
};

struct StoredContact {
  std::string address = {};
  std::map<std::string, std::string> preferences = {};  // status by topic
  bool unsubscribes_all = false;
  std::string attributes = {};
  Time created = {};
  Time changed = {};
};

struct StoredContactList {
  std::string name = {};
  std::string description = {};
  std::vector<ContactTopic> topics = {};
  std::map<std::string, std::string> tags = {};
  Time created = {};
  Time changed = {};
  std::map<std::string, StoredContact, std::less<>> contacts = {};  // by identity_key()

  const ContactTopic* find_topic(std::string_view topic) const;
  // Whether mail about the topic may go to an address; an empty topic is any. Whoever is not in the
  // list is not asked.
  bool lets_in(std::string_view address, std::string_view topic) const;
};

}  // namespace emu::ses
