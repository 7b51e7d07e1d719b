// What SES stores in one account and region.
#pragma once

#include <emu/time.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "ses/configuration_set.h"
#include "ses/contact_list.h"
#include "ses/identity.h"
#include "ses/sending_record.h"

namespace emu::ses {

struct StoredTemplate {
  std::string name = {};
  std::string subject = {};
  std::string text = {};
  std::string html = {};
  Time created = {};
  std::map<std::string, std::string> tags = {};
};

struct SuppressedAddress {
  std::string address = {};
  std::string reason = {};  // "BOUNCE" or "COMPLAINT"
  Time changed = {};
};

// What the account has said of itself.
struct AccountDetails {
  std::string mail_type = {};
  std::string website_url = {};
  std::string contact_language = {};
  std::string use_case_description = {};
  std::vector<std::string> contacts = {};
};

struct RegionState {
  RegionState(std::string account_id, std::string region_name)
      : account(std::move(account_id)), region(std::move(region_name)) {}

  std::string account;
  std::string region;
  Identities identities = {};  // by identity_key()
  std::map<std::string, StoredTemplate, std::less<>> templates = {};
  std::map<std::string, StoredConfigurationSet, std::less<>> configuration_sets = {};
  std::map<std::string, StoredContactList, std::less<>> contact_lists = {};
  std::map<std::string, SuppressedAddress, std::less<>> suppressed = {};  // by identity_key()
  bool is_sending_enabled = true;
  bool has_production_access = true;
  bool has_details = false;
  AccountDetails details = {};
  bool warms_up_dedicated_ips = false;
  // Empty, "ENABLED" or "DISABLED".
  std::string vdm_enabled = {};
  std::string vdm_dashboard = {};
  std::string vdm_guardian = {};
  std::vector<std::string> suppressed_reasons = {"BOUNCE", "COMPLAINT"};
  SendingRecord sent = {};
};

}  // namespace emu::ses
