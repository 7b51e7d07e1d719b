#include <emu/s3/websites.h>

#include "s3/shapes/describe.h"

namespace emu::s3 {

void RedirectAllRequestsTo::describe(StructureShape<RedirectAllRequestsTo>& s) {
  s.member("HostName", &RedirectAllRequestsTo::host_name).required();
  s.member("Protocol", &RedirectAllRequestsTo::protocol);
}

void IndexDocument::describe(StructureShape<IndexDocument>& s) {
  s.member("Suffix", &IndexDocument::suffix).required();
}

void ErrorDocument::describe(StructureShape<ErrorDocument>& s) {
  s.member("Key", &ErrorDocument::key).required();
}

void Condition::describe(StructureShape<Condition>& s) {
  s.member("KeyPrefixEquals", &Condition::key_prefix_equals);
  s.member("HttpErrorCodeReturnedEquals", &Condition::http_error_code_returned_equals);
}

void Redirect::describe(StructureShape<Redirect>& s) {
  s.member("HostName", &Redirect::host_name);
  s.member("Protocol", &Redirect::protocol);
  s.member("HttpRedirectCode", &Redirect::http_redirect_code);
  s.member("ReplaceKeyPrefixWith", &Redirect::replace_key_prefix_with);
  s.member("ReplaceKeyWith", &Redirect::replace_key_with);
}

void RoutingRule::describe(StructureShape<RoutingRule>& s) {
  s.member("Condition", &RoutingRule::condition);
  s.member("Redirect", &RoutingRule::redirect).required();
}

void WebsiteConfiguration::describe(StructureShape<WebsiteConfiguration>& s) {
  s.member("IndexDocument", &WebsiteConfiguration::index_document);
  s.member("ErrorDocument", &WebsiteConfiguration::error_document);
  s.member("RedirectAllRequestsTo", &WebsiteConfiguration::redirect_all_requests_to);
  s.member("RoutingRules", &WebsiteConfiguration::routing_rules).entries_named("RoutingRule");
}

void PutBucketWebsite::describe(StructureShape<PutBucketWebsite>& s) {
  describing::bucket(s);
  s.member("WebsiteConfiguration", &PutBucketWebsite::website_configuration).payload().required();
  describing::payload_integrity(s);
  describing::expected_owner(s);
}

void GetBucketWebsiteResult::describe(StructureShape<GetBucketWebsiteResult>& s) {
  s.document("WebsiteConfiguration");
  s.member("IndexDocument", &GetBucketWebsiteResult::index_document);
  s.member("ErrorDocument", &GetBucketWebsiteResult::error_document);
  s.member("RedirectAllRequestsTo", &GetBucketWebsiteResult::redirect_all_requests_to);
  s.member("RoutingRules", &GetBucketWebsiteResult::routing_rules).entries_named("RoutingRule");
}

void GetBucketWebsite::describe(StructureShape<GetBucketWebsite>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

void DeleteBucketWebsite::describe(StructureShape<DeleteBucketWebsite>& s) {
  describing::bucket(s);
  describing::expected_owner(s);
}

}  // namespace emu::s3

namespace emu {
EMU_DESCRIBED(s3::RedirectAllRequestsTo);
EMU_DESCRIBED(s3::IndexDocument);
EMU_DESCRIBED(s3::ErrorDocument);
EMU_DESCRIBED(s3::Condition);
EMU_DESCRIBED(s3::Redirect);
EMU_DESCRIBED(s3::RoutingRule);
EMU_DESCRIBED(s3::WebsiteConfiguration);
EMU_DESCRIBED_OPERATION(s3::PutBucketWebsite);
EMU_DESCRIBED(s3::GetBucketWebsiteResult);
EMU_DESCRIBED_OPERATION(s3::GetBucketWebsite);
EMU_DESCRIBED_OPERATION(s3::DeleteBucketWebsite);
}  // namespace emu
