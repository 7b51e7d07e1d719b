#include <fmt/format.h>

#include "ses/errors.h"
#include "ses/service.h"

namespace emu::ses {

// An empty topic takes the one that is set away. Trying a topic out lets others run, so that the
// identity is looked up again.
Result<SetIdentityNotificationTopicResult> Ses::set_identity_notification_topic(
    Call& call, const SetIdentityNotificationTopic& in) {
  EMU_CHECK(require_identity(call, in.identity));
  const std::string topic = in.sns_topic.value_or(std::string());
  if (!topic.empty()) {
    EMU_CHECK(backend_.try_out_topic(call, in.identity, topic, in.notification_type));
  }
  EMU_TRY(StoredIdentity * identity, require_identity(call, in.identity));
  identity->topics[in.notification_type].arn = topic;
  return SetIdentityNotificationTopicResult{};
}

// Source: Amazon SES API Reference, "SetIdentityFeedbackForwardingEnabled": it can be switched off
// only where topics get both bounces and complaints.
Result<SetIdentityFeedbackForwardingEnabledResult> Ses::set_identity_feedback_forwarding_enabled(
    Call& call, const SetIdentityFeedbackForwardingEnabled& in) {
  EMU_TRY(StoredIdentity * identity, require_identity(call, in.identity));
  if (!in.forwarding_enabled &&
      (identity->topics["Bounce"].arn.empty() || identity->topics["Complaint"].arn.empty())) {
    return invalid_parameter(
        fmt::format("Identity <{}> must have bounce and complaint topics before feedback "
                    "forwarding can be disabled.",
                    in.identity));
  }
  identity->forwards_feedback = in.forwarding_enabled;
  return SetIdentityFeedbackForwardingEnabledResult{};
}

Result<SetIdentityHeadersInNotificationsEnabledResult>
Ses::set_identity_headers_in_notifications_enabled(
    Call& call, const SetIdentityHeadersInNotificationsEnabled& in) {
  EMU_TRY(StoredIdentity * identity, require_identity(call, in.identity));
  identity->topics[in.notification_type].has_headers = in.enabled;
  return SetIdentityHeadersInNotificationsEnabledResult{};
}

Result<GetIdentityNotificationAttributesResult> Ses::get_identity_notification_attributes(
    Call& call, const GetIdentityNotificationAttributes& in) {
  GetIdentityNotificationAttributesResult out;
  for (const std::string& name : in.identities) {
    StoredIdentity* identity = backend_.find_identity(call, name);
    if (identity == nullptr) continue;
    const NotificationTopic& bounce = identity->topics["Bounce"];
    const NotificationTopic& complaint = identity->topics["Complaint"];
    const NotificationTopic& delivery = identity->topics["Delivery"];
    out.notification_attributes[name] = {
        .bounce_topic = bounce.arn,
        .complaint_topic = complaint.arn,
        .delivery_topic = delivery.arn,
        .forwarding_enabled = identity->forwards_feedback,
        .headers_in_bounce_notifications_enabled = bounce.has_headers,
        .headers_in_complaint_notifications_enabled = complaint.has_headers,
        .headers_in_delivery_notifications_enabled = delivery.has_headers};
  }
  return out;
}

}  // namespace emu::ses
