// Backend: what both APIs of SES share: what an account has in a region, and sending.
//
// The service `ses` makes it; the service `sesv2` finds it in World::interfaces(). Both answer from
// the same identities, templates and configuration sets, as AWS's do.
#pragma once

#include <emu/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/call.h"
#include "core/gate/outbox.h"
#include "core/gate/regional.h"
#include "core/gate/world.h"
#include "ses/mail.h"
#include "ses/mail_event.h"
#include "ses/publisher.h"
#include "ses/state.h"
#include "ses/template.h"

namespace emu::ses {

inline constexpr std::string_view kPrincipal = "ses.amazonaws.com";

enum class DestinationChange : std::uint8_t { kCreate, kUpdate };
enum class IdentityKind : std::uint8_t { kAddress, kDomain };

class Backend {
 public:
  // The world must outlive it.
  explicit Backend(World& world);

  RegionState& state(const Call& call) { return regions_.at(call.account(), call.region()); }
  void forget(std::optional<std::string_view> account);
  Time now() const { return world_.now(); }

  // ---- Identities ----

  // The one that is there, or a new one. Every identity is verified from the beginning.
  Result<StoredIdentity*> add_identity(const Call& call, std::string_view name);
  // Null when there is none.
  StoredIdentity* find_identity(const Call& call, std::string_view name);
  // Whether a name may be an identity of that kind.
  static Status check_kind(std::string_view name, IdentityKind kind);
  static Status put_policy(StoredIdentity& identity, const std::string& name,
                           const std::string& policy);
  static void delete_policy(StoredIdentity& identity, std::string_view name);
  // The one that an ARN names, of any account; null when there is none.
  StoredIdentity* find_by_arn(std::string_view arn) const;
  // An empty domain takes it away.
  static Status set_mail_from(StoredIdentity& identity, const std::string& domain,
                              const std::string& behavior_on_mx_failure);

  // Whether SES may publish to the topic on behalf of the identity. Others run meanwhile.
  Status try_out_topic(const Call& call, const std::string& identity, const std::string& topic,
                       const std::string& notification_type);

  // ---- Configuration sets ----

  Status add_configuration_set(const Call& call, StoredConfigurationSet created);
  Result<StoredConfigurationSet*> find_configuration_set(const Call& call, std::string_view name);
  Status delete_configuration_set(const Call& call, std::string_view name);
  // A topic is tried out first, during which others run.
  Status put_destination(const Call& call, const std::string& set_name, StoredDestination given,
                         DestinationChange change);
  Status delete_destination(const Call& call, std::string_view set_name, std::string_view name);

  // ---- Templates ----

  Status create_template(const Call& call, StoredTemplate created);
  Status update_template(const Call& call, const StoredTemplate& changed);
  Result<const StoredTemplate*> find_template(const Call& call, std::string_view name);
  // The MIME text that TestRenderTemplate shows.
  Result<std::string> test_render(const Call& call, std::string_view name, std::string_view data);

  // ---- Sending ----

  // Gives the message's id. Nothing is sent unless everything about it is right.
  Result<std::string> send(const Call& call, Mail mail);
  // The texts of a template; a rendering that fails is the mail's `rendering_error`.
  struct Rendered {
    std::string subject;
    std::string text;
    std::string html;
  };
  static Result<Rendered> render(const StoredTemplate& from, const TemplateData& data);
  static void fill_in(Mail& mail, const Result<Rendered>& rendered, const std::string& name);

  double daily_quota(const Call& call);
  double send_rate(const Call& call);

 private:
  Status check(RegionState& state, const Mail& mail);
  Status check_verified(const RegionState& state, const Mail& mail) const;
  Status check_sending_enabled(const RegionState& state, const Mail& mail) const;
  Status check_quota(RegionState& state, const Mail& mail) const;
  std::string draw_message_id();
  // What becomes of the mail at each of its recipients.
  struct Outcomes {
    std::vector<std::string> delivered;
    std::vector<std::string> bounced;
    std::vector<std::string> suppressed;          // by SES's own list
    std::vector<std::string> account_suppressed;  // by the account's
    std::vector<std::string> unsubscribed;        // from the list that the mail is of
    std::vector<std::string> complained;          // of those delivered
  };
  Outcomes outcomes_of(const RegionState& state, const Mail& mail) const;
  void count(RegionState& state, const Mail& mail, const Outcomes& outcomes);
  void post(const Call& call, RegionState& state, const Mail& mail, const std::string& id);
  static bool is_suppressed(const RegionState& state, const StoredConfigurationSet* set,
                            const std::string& recipient);

  // ---- Telling what becomes of mail: feedback.cc ----

  MailFacts facts_of(const Call& call, const RegionState& state, const Mail& mail,
                     const std::string& id) const;
  void tell_outcomes(RegionState& state, const MailFacts& mail, const Outcomes& outcomes);
  void tell(RegionState& state, const MailFacts& mail, const MailEvent& event);
  void tell_destination(const MailFacts& mail, const MailEvent& event,
                        const StoredDestination& destination);
  void put_metric(const MailFacts& mail, const MailEvent& event,
                  const StoredDestination& destination);
  void tell_identity(const MailFacts& mail, const MailEvent& event, const StoredIdentity& identity);
  void forward_feedback(const MailFacts& mail, const MailEvent& event);
  CallerPtr set_sender(const Call& call, std::string_view set_name);

  World& world_;
  Outbox& outbox_;
  Publisher publisher_;
  mutable Regional<RegionState> regions_;
};

// Of a template's or a configuration set's name: letters, digits, '_' and '-'.
bool is_name(std::string_view name);

}  // namespace emu::ses
