// Who is told what becomes of an identity's mail. Include <emu/ses.h>.
#pragma once

#include <emu/shape.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::ses {

struct SetIdentityNotificationTopicResult {
  static void describe(StructureShape<SetIdentityNotificationTopicResult>& s);
};

// `notification_type` is "Bounce", "Complaint" or "Delivery"; without a topic it is taken away. A
// topic is sent a message that says so; one that does not let SES in is refused.
struct SetIdentityNotificationTopic {
  static constexpr OperationName kOperation{"ses", "SetIdentityNotificationTopic"};
  using Result = SetIdentityNotificationTopicResult;
  std::string identity;
  std::string notification_type;
  std::optional<std::string> sns_topic = {};
  static void describe(StructureShape<SetIdentityNotificationTopic>& s);
};

struct SetIdentityFeedbackForwardingEnabledResult {
  static void describe(StructureShape<SetIdentityFeedbackForwardingEnabledResult>& s);
};

// Can be switched off where topics get both bounces and complaints.
struct SetIdentityFeedbackForwardingEnabled {
  static constexpr OperationName kOperation{"ses", "SetIdentityFeedbackForwardingEnabled"};
  using Result = SetIdentityFeedbackForwardingEnabledResult;
  std::string identity;
  bool forwarding_enabled = {};
  static void describe(StructureShape<SetIdentityFeedbackForwardingEnabled>& s);
};

struct SetIdentityHeadersInNotificationsEnabledResult {
  static void describe(StructureShape<SetIdentityHeadersInNotificationsEnabledResult>& s);
};

struct SetIdentityHeadersInNotificationsEnabled {
  static constexpr OperationName kOperation{"ses", "SetIdentityHeadersInNotificationsEnabled"};
  using Result = SetIdentityHeadersInNotificationsEnabledResult;
  std::string identity;
  std::string notification_type;
  bool enabled = {};
  static void describe(StructureShape<SetIdentityHeadersInNotificationsEnabled>& s);
};

struct IdentityNotificationAttributes {
  std::string bounce_topic = {};
  std::string complaint_topic = {};
  std::string delivery_topic = {};
  std::optional<bool> forwarding_enabled = {};
  std::optional<bool> headers_in_bounce_notifications_enabled = {};
  std::optional<bool> headers_in_complaint_notifications_enabled = {};
  std::optional<bool> headers_in_delivery_notifications_enabled = {};
  static void describe(StructureShape<IdentityNotificationAttributes>& s);
};

struct GetIdentityNotificationAttributesResult {
  std::map<std::string, IdentityNotificationAttributes> notification_attributes = {};
  static void describe(StructureShape<GetIdentityNotificationAttributesResult>& s);
};

struct GetIdentityNotificationAttributes {
  static constexpr OperationName kOperation{"ses", "GetIdentityNotificationAttributes"};
  using Result = GetIdentityNotificationAttributesResult;
  std::vector<std::string> identities;
  static void describe(StructureShape<GetIdentityNotificationAttributes>& s);
};

}  // namespace emu::ses
