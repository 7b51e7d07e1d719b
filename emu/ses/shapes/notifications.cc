#include <emu/describe.h>
#include <emu/ses/notifications.h>

namespace emu::ses {

void SetIdentityNotificationTopicResult::describe(
    StructureShape<SetIdentityNotificationTopicResult>&) {}

void SetIdentityNotificationTopic::describe(StructureShape<SetIdentityNotificationTopic>& s) {
  s.member("Identity", &SetIdentityNotificationTopic::identity).required();
  s.member("NotificationType", &SetIdentityNotificationTopic::notification_type)
      .required()
      .one_of({"Bounce", "Complaint", "Delivery"});
  s.member("SnsTopic", &SetIdentityNotificationTopic::sns_topic);
}

void SetIdentityFeedbackForwardingEnabledResult::describe(
    StructureShape<SetIdentityFeedbackForwardingEnabledResult>&) {}

void SetIdentityFeedbackForwardingEnabled::describe(
    StructureShape<SetIdentityFeedbackForwardingEnabled>& s) {
  s.member("Identity", &SetIdentityFeedbackForwardingEnabled::identity).required();
  s.member("ForwardingEnabled", &SetIdentityFeedbackForwardingEnabled::forwarding_enabled)
      .required();
}

void SetIdentityHeadersInNotificationsEnabledResult::describe(
    StructureShape<SetIdentityHeadersInNotificationsEnabledResult>&) {}

void SetIdentityHeadersInNotificationsEnabled::describe(
    StructureShape<SetIdentityHeadersInNotificationsEnabled>& s) {
  s.member("Identity", &SetIdentityHeadersInNotificationsEnabled::identity).required();
  s.member("NotificationType", &SetIdentityHeadersInNotificationsEnabled::notification_type)
      .required()
      .one_of({"Bounce", "Complaint", "Delivery"});
  s.member("Enabled", &SetIdentityHeadersInNotificationsEnabled::enabled).required();
}

void IdentityNotificationAttributes::describe(StructureShape<IdentityNotificationAttributes>& s) {
  s.member("BounceTopic", &IdentityNotificationAttributes::bounce_topic);
  s.member("ComplaintTopic", &IdentityNotificationAttributes::complaint_topic);
  s.member("DeliveryTopic", &IdentityNotificationAttributes::delivery_topic);
  s.member("ForwardingEnabled", &IdentityNotificationAttributes::forwarding_enabled);
  s.member("HeadersInBounceNotificationsEnabled",
           &IdentityNotificationAttributes::headers_in_bounce_notifications_enabled);
  s.member("HeadersInComplaintNotificationsEnabled",
           &IdentityNotificationAttributes::headers_in_complaint_notifications_enabled);
  s.member("HeadersInDeliveryNotificationsEnabled",
           &IdentityNotificationAttributes::headers_in_delivery_notifications_enabled);
}

void GetIdentityNotificationAttributesResult::describe(
    StructureShape<GetIdentityNotificationAttributesResult>& s) {
  s.member("NotificationAttributes",
           &GetIdentityNotificationAttributesResult::notification_attributes)
      .always();
}

void GetIdentityNotificationAttributes::describe(
    StructureShape<GetIdentityNotificationAttributes>& s) {
  s.member("Identities", &GetIdentityNotificationAttributes::identities).required();
}

}  // namespace emu::ses

namespace emu {
EMU_DESCRIBED(ses::SetIdentityNotificationTopicResult);
EMU_DESCRIBED_OPERATION(ses::SetIdentityNotificationTopic);
EMU_DESCRIBED(ses::SetIdentityFeedbackForwardingEnabledResult);
EMU_DESCRIBED_OPERATION(ses::SetIdentityFeedbackForwardingEnabled);
EMU_DESCRIBED(ses::SetIdentityHeadersInNotificationsEnabledResult);
EMU_DESCRIBED_OPERATION(ses::SetIdentityHeadersInNotificationsEnabled);
EMU_DESCRIBED(ses::IdentityNotificationAttributes);
EMU_DESCRIBED(ses::GetIdentityNotificationAttributesResult);
EMU_DESCRIBED_OPERATION(ses::GetIdentityNotificationAttributes);
}  // namespace emu
