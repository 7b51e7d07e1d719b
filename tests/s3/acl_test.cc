// Sources: Amazon S3 User Guide, "Access control list (ACL) overview", "Controlling ownership of
// objects and disabling ACLs for your bucket"; API Reference, "PutBucketAcl", "PutObjectAcl".
#include "s3/acl.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "s3/access_fixture.h"

namespace emu::s3 {
namespace {

constexpr const char* kEveryone = "http://acs.amazonaws.com/groups/global/AllUsers";

// "FULL_CONTROL to id", "READ to uri", in order.
std::vector<std::string> texts(const std::vector<Grant>& grants) {
  std::vector<std::string> all;
  for (const Grant& grant : grants) {
    const Grantee& to = *grant.grantee;
    all.push_back(grant.permission + " to " + (to.uri.empty() ? to.id : to.uri));
  }
  return all;
}

using Texts = std::vector<std::string>;

struct AclFixture : AccessFixture {
  std::vector<Grant> object_grants(const std::string& key = "a") {
    return aws.send(GetObjectAcl{.bucket = "photos", .key = key}).value().grants;
  }
  std::string own_id = id_of(aws);
  std::string other_id = id_of(other);
};

TEST_SUITE("s3: access control lists") {
  TEST_CASE_FIXTURE(AclFixture, "a canned list makes one object public") {
    enable_acls();
    put("a", "hello");
    put("b");
    CHECK(read(nobody) == "AccessDenied");
    aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .acl = "public-read"}).value();
    CHECK(read(nobody) == "");
    CHECK(read(nobody, "b") == "AccessDenied");
    CHECK(texts(object_grants()) ==
          Texts{"FULL_CONTROL to " + own_id, std::string("READ to ") + kEveryone});
    aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .acl = "private"}).value();
    CHECK(read(nobody) == "AccessDenied");
    CHECK(texts(object_grants()) == Texts{"FULL_CONTROL to " + own_id});
  }

  TEST_CASE_FIXTURE(AclFixture, "a new bucket has its lists disabled") {
    put("a");
    CHECK(texts(object_grants()) == Texts{"FULL_CONTROL to " + own_id});
    CHECK(aws.send(GetBucketAcl{.bucket = "photos"}).value().owner.id == own_id);
    const auto refused = aws.send(PutBucketAcl{.bucket = "photos", .acl = "private"});
    CHECK(code(refused) == "AccessControlListNotSupported");
    CHECK(message(refused) == "The bucket does not allow ACLs");
    CHECK(code(aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .acl = "public-read"})) ==
          "AccessControlListNotSupported");
    CHECK(code(aws.send(PutObject{.bucket = "photos", .key = "a", .acl = "public-read"})) ==
          "AccessControlListNotSupported");
    CHECK(aws.send(PutObject{.bucket = "photos", .key = "a", .acl = "bucket-owner-full-control"})
              .ok());
  }

  TEST_CASE_FIXTURE(AclFixture, "what each canned list grants") {
    enable_acls();
    const auto granted_by = [&](const char* canned) {
      aws.send(PutObject{.bucket = "photos", .key = "a", .acl = canned}).value();
      Texts all = texts(object_grants());
      CHECK(all.front() == "FULL_CONTROL to " + own_id);
      all.erase(all.begin());
      return all;
    };
    const std::string everyone = kEveryone;
    CHECK(granted_by("private").empty());
    CHECK(granted_by("public-read") == Texts{"READ to " + everyone});
    CHECK(granted_by("public-read-write") == Texts{"READ to " + everyone, "WRITE to " + everyone});
    CHECK(granted_by("authenticated-read") ==
          Texts{"READ to http://acs.amazonaws.com/groups/global/AuthenticatedUsers"});
    CHECK(granted_by("aws-exec-read") ==
          Texts{"READ to 6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c"});
    CHECK(granted_by("bucket-owner-read").empty());
    CHECK(granted_by("bucket-owner-full-control").empty());

    aws.send(PutBucketAcl{.bucket = "photos", .acl = "log-delivery-write"}).value();
    const std::string log_delivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";
    CHECK(texts(aws.send(GetBucketAcl{.bucket = "photos"}).value().grants) ==
          Texts{"FULL_CONTROL to " + own_id, "WRITE to " + log_delivery,
                "READ_ACP to " + log_delivery});
  }

  TEST_CASE_FIXTURE(AclFixture, "headers grant what they name, and no more") {
    enable_acls();
    aws.send(PutObject{.bucket = "photos",
                       .key = "a",
                       .grant_full_control = "id=" + own_id,
                       .grant_read = "id=\"" + other_id + "\", uri=\"" + kEveryone + "\""})
        .value();
    CHECK(texts(object_grants()) == Texts{"FULL_CONTROL to " + own_id, "READ to " + other_id,
                                          std::string("READ to ") + kEveryone});
    aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .grant_read_acp = "id=" + other_id})
        .value();
    CHECK(texts(object_grants()) == Texts{"READ_ACP to " + other_id});
    CHECK(read(other) == "AccessDenied");
    CHECK(other.send(GetObjectAcl{.bucket = "photos", .key = "a"}).ok());
  }

  TEST_CASE_FIXTURE(AclFixture, "a document grants, and must name the owner") {
    enable_acls();
    put("a");
    const auto put_grants = [&](std::optional<Owner> owner, std::vector<Grant> grants) {
      return aws.send(PutObjectAcl{.bucket = "photos",
                                   .key = "a",
                                   .access_control_policy = AccessControlPolicy{
                                       .owner = std::move(owner), .grants = std::move(grants)}});
    };
    const Grant read_other{.grantee = Grantee{.type = "CanonicalUser", .id = other_id},
                           .permission = "READ"};
    CHECK(put_grants(Owner{.id = own_id}, {read_other}).ok());
    CHECK(read(other) == "");
    CHECK(code(put_grants(Owner{.id = other_id}, {read_other})) == "AccessDenied");
    CHECK(code(put_grants({}, {read_other})) == "MalformedACLError");
    CHECK(code(put_grants(Owner{.id = own_id}, {{.permission = "READ"}})) == "MalformedACLError");
    CHECK(code(put_grants(Owner{.id = own_id}, {{.grantee = read_other.grantee,
                                                 .permission = "CHANGE"}})) == "MalformedACLError");
    CHECK(code(put_grants(Owner{.id = own_id}, std::vector<Grant>(101, read_other))) ==
          "MalformedACLError");
    CHECK(put_grants(Owner{.id = own_id}, std::vector<Grant>(100, read_other)).ok());
    CHECK(object_grants().size() == 100);
  }

  TEST_CASE_FIXTURE(AclFixture, "what is no list is refused") {
    enable_acls();
    put("a");
    const auto refusal = [&](PutObjectAcl in) {
      in.bucket = "photos";
      in.key = "a";
      return aws.send(in).error();
    };
    const auto with_read = [&](const std::string& header) {
      return refusal({.bucket = {}, .key = {}, .grant_read = header});
    };
    const Error form = with_read("AllUsers");
    CHECK(form.code == "InvalidArgument");
    CHECK(form.message == "Argument format not recognized");
    CHECK(field(form, "ArgumentName") == "x-amz-grant-read");
    const Error id = with_read("id=me");
    CHECK(id.message == "Invalid id");
    CHECK(field(id, "ArgumentName") == "CanonicalUser/ID");
    CHECK(with_read("uri=http://all").message == "Invalid group uri");
    // API Reference, "PutObjectAcl": as of October 1, 2025.
    const Error email = with_read("emailAddress=\"ann@example.com\"");
    CHECK(email.code == "MethodNotAllowed");
    CHECK(email.status == 405);

    const Error canned = refusal({.bucket = {}, .key = {}, .acl = "public"});
    CHECK(canned.code == "InvalidArgument");
    CHECK(field(canned, "ArgumentName") == "x-amz-acl");
    CHECK(refusal({.bucket = {}, .key = {}}).code == "MissingSecurityHeader");
    CHECK(refusal({.bucket = {}, .key = {}, .acl = "private", .grant_read = "id=" + own_id})
              .message == "Specifying both Canned ACLs and Header Grants is not allowed");
    CHECK(refusal({.bucket = {},
                   .key = {},
                   .acl = "private",
                   .access_control_policy = AccessControlPolicy{.owner = Owner{.id = own_id}}})
              .code == "UnexpectedContent");
    CHECK(texts(object_grants()) == Texts{"FULL_CONTROL to " + own_id});
  }

  TEST_CASE_FIXTURE(AclFixture, "a bucket's list lets others list and write") {
    enable_acls();
    put("a");
    const ListObjectsV2 list{.bucket = "photos"};
    CHECK(code(nobody.send(list)) == "AccessDenied");
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read"}).value();
    CHECK(nobody.send(list).ok());
    CHECK(nobody.send(HeadBucket{.bucket = "photos"}).ok());
    CHECK(read(nobody, "none") == "NoSuchKey");
    CHECK(read(nobody) == "AccessDenied");
    CHECK(code(nobody.send(PutObject{.bucket = "photos", .key = "b"})) == "AccessDenied");
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    CHECK(nobody.send(PutObject{.bucket = "photos", .key = "b"}).ok());
    CHECK(other.send(PutObject{.bucket = "photos", .key = "c"}).ok());
    CHECK(code(nobody.send(GetBucketAcl{.bucket = "photos"})) == "AccessDenied");

    // With objects of others in it, too, the account can take its policy back.
    put_policy(statement("Deny", R"("*")", "s3:*"));
    CHECK(code(aws.send(DeleteObject{.bucket = "photos", .key = "c"})) == "AccessDenied");
    CHECK(aws.send(GetBucketPolicy{.bucket = "photos"}).ok());
    CHECK(aws.send(DeleteBucketPolicy{.bucket = "photos"}).ok());
  }

  TEST_CASE_FIXTURE(AclFixture, "an account is granted, and decides for its users") {
    enable_acls();
    aws.send(PutObject{.bucket = "photos", .key = "a", .grant_read = "id=" + other_id}).value();
    Aws allowed = user(kOther, allow("s3:*"), "ann");
    Aws bare = user(kOther, "", "bob");
    CHECK(read(other) == "");
    CHECK(read(allowed) == "");
    CHECK(read(bare) == "AccessDenied");
    CHECK(read(nobody) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(AclFixture, "authenticated users are all but nobody") {
    enable_acls();
    aws.send(PutObject{.bucket = "photos", .key = "a", .acl = "authenticated-read"}).value();
    CHECK(read(nobody) == "AccessDenied");
    CHECK(read(other) == "");
    Aws own = user(kOwn, "", "ann");
    CHECK(read(own) == "");
  }

  TEST_CASE_FIXTURE(AclFixture, "the permission to change a list is not that to read") {
    enable_acls();
    aws.send(PutObject{.bucket = "photos", .key = "a", .grant_write_acp = "id=" + other_id})
        .value();
    CHECK(read(other) == "AccessDenied");
    CHECK(code(other.send(GetObjectAcl{.bucket = "photos", .key = "a"})) == "AccessDenied");
    CHECK(other.send(PutObjectAcl{.bucket = "photos", .key = "a", .acl = "public-read"}).ok());
    CHECK(read(other) == "");
  }
}

TEST_SUITE("s3: ownership of objects") {
  TEST_CASE_FIXTURE(AclFixture, "with ObjectWriter an object is its writer's, not the bucket's") {
    enable_acls();
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    other.send(PutObject{.bucket = "photos", .key = "a", .body = "theirs"}).value();
    CHECK(other.send(GetObjectAcl{.bucket = "photos", .key = "a"}).value().owner.id == other_id);
    CHECK(read(other) == "");
    // The bucket's owner can neither read it nor let others, but delete it.
    CHECK(read(aws) == "AccessDenied");
    put_policy(statement("Allow", R"("*")", "s3:GetObject"));
    CHECK(read(nobody) == "AccessDenied");
    CHECK(read(aws) == "AccessDenied");
    put_policy(statement("Deny", R"({"AWS":"111122223333"})", "s3:GetObject"));
    CHECK(read(other) == "AccessDenied");
    CHECK(aws.send(DeleteObject{.bucket = "photos", .key = "a"}).ok());
  }

  TEST_CASE_FIXTURE(AclFixture, "a writer lets the bucket's owner in by a canned list") {
    enable_acls();
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    other.send(PutObject{.bucket = "photos", .key = "a", .acl = "bucket-owner-full-control"})
        .value();
    CHECK(read(aws) == "");
    CHECK(texts(object_grants()) ==
          Texts{"FULL_CONTROL to " + other_id, "FULL_CONTROL to " + own_id});
    other.send(PutObject{.bucket = "photos", .key = "a", .acl = "bucket-owner-read"}).value();
    CHECK(read(aws) == "");
    CHECK(code(aws.send(GetObjectAcl{.bucket = "photos", .key = "a"})) == "AccessDenied");
  }

  TEST_CASE_FIXTURE(AclFixture, "with BucketOwnerPreferred that list gives the object away") {
    enable_acls("BucketOwnerPreferred");
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    other.send(PutObject{.bucket = "photos", .key = "a"}).value();
    other.send(PutObject{.bucket = "photos", .key = "b", .acl = "bucket-owner-full-control"})
        .value();
    CHECK(read(aws, "a") == "AccessDenied");
    CHECK(read(aws, "b") == "");
    CHECK(read(other, "b") == "AccessDenied");
    CHECK(texts(object_grants("b")) == Texts{"FULL_CONTROL to " + own_id});
  }

  TEST_CASE_FIXTURE(AclFixture, "listings tell each object's owner") {
    enable_acls();
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    put("a");
    other.send(PutObject{.bucket = "photos", .key = "b"}).value();
    nobody.send(PutObject{.bucket = "photos", .key = "c"}).value();
    const auto all =
        aws.send(ListObjectsV2{.bucket = "photos", .fetch_owner = true}).value().contents;
    CHECK(all[0].owner->id == own_id);
    CHECK(all[1].owner->id == other_id);
    CHECK(all[2].owner->id == "65a011a29cdf8ec533ec3d1ccaae921c");
    CHECK_FALSE(aws.send(ListObjectsV2{.bucket = "photos"}).value().contents[0].owner);
    CHECK(aws.send(ListObjects{.bucket = "photos"}).value().contents[1].owner->id == other_id);

    // Disabling lists gives all of them to the bucket's owner.
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "private"}).value();
    enable_acls("BucketOwnerEnforced");
    CHECK(aws.send(ListObjects{.bucket = "photos"}).value().contents[1].owner->id == own_id);
    CHECK(read(aws, "b") == "");
    CHECK(read(other, "b") == "AccessDenied");
  }

  TEST_CASE_FIXTURE(AclFixture,
                    "disabling lists ends what they grant, until they are enabled again") {
    enable_acls();
    aws.send(PutObject{.bucket = "photos", .key = "a", .acl = "public-read"}).value();
    CHECK(read(nobody) == "");
    enable_acls("BucketOwnerEnforced");
    CHECK(read(nobody) == "AccessDenied");
    CHECK(object_grants().size() == 1);
    enable_acls();
    CHECK(read(nobody) == "");
  }

  TEST_CASE_FIXTURE(AclFixture, "who may write deletes what is its own") {
    enable_acls();
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read-write"}).value();
    put("a");
    other.send(PutObject{.bucket = "photos", .key = "b"}).value();
    CHECK(code(other.send(DeleteObject{.bucket = "photos", .key = "a"})) == "AccessDenied");
    CHECK(code(nobody.send(DeleteObject{.bucket = "photos", .key = "b"})) == "AccessDenied");
    CHECK(other.send(DeleteObject{.bucket = "photos", .key = "b"}).ok());
    CHECK(exists("a"));
  }

  TEST_CASE_FIXTURE(AclFixture, "lists that let others in stand against disabling lists") {
    enable_acls();
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read"}).value();
    const PutBucketOwnershipControls enforce{
        .bucket = "photos",
        .ownership_controls = {.rules = {{.object_ownership = "BucketOwnerEnforced"}}}};
    CHECK(code(aws.send(enforce)) == "InvalidBucketAclWithObjectOwnership");
    aws.send(PutBucketAcl{.bucket = "photos", .acl = "private"}).value();
    CHECK(aws.send(enforce).ok());
  }
}

TEST_SUITE("s3: the block of public access and lists") {
  TEST_CASE_FIXTURE(AclFixture, "public lists are refused") {
    enable_acls();
    put("a");
    aws.send(PutPublicAccessBlock{.bucket = "photos",
                                  .public_access_block_configuration = {.block_public_acls = true}})
        .value();
    const auto refused = aws.send(PutBucketAcl{.bucket = "photos", .acl = "public-read"});
    CHECK(code(refused) == "AccessDenied");
    CHECK(message(refused).find("by the BlockPublicAcls setting") != std::string::npos);
    CHECK(code(aws.send(PutObjectAcl{
              .bucket = "photos", .key = "a", .grant_read = std::string("uri=") + kEveryone})) ==
          "AccessDenied");
    CHECK(code(aws.send(PutObject{.bucket = "photos", .key = "b", .acl = "authenticated-read"})) ==
          "AccessDenied");
    CHECK_FALSE(exists("b"));
    CHECK(aws.send(PutObjectAcl{.bucket = "photos", .key = "a", .grant_read = "id=" + other_id})
              .ok());
  }

  TEST_CASE_FIXTURE(AclFixture, "public lists are ignored, others are not") {
    enable_acls();
    aws
        .send(PutObject{
            .bucket = "photos", .key = "a", .grant_read = "id=" + other_id + ",uri=" + kEveryone})
        .value();
    CHECK(read(nobody) == "");
    aws
        .send(PutPublicAccessBlock{
            .bucket = "photos", .public_access_block_configuration = {.ignore_public_acls = true}})
        .value();
    CHECK(read(nobody) == "AccessDenied");
    CHECK(read(other) == "");
  }
}

TEST_SUITE("s3: defaults of new buckets") {
  // Amazon S3 User Guide, "Default settings for new S3 buckets FAQ".
  TEST_CASE("before April 2023 lists granted and nothing was blocked") {
    Cloud cloud({.s3 = {.bucket_defaults = BucketDefaults::k2022}});
    Aws aws = cloud.aws();
    aws.send(CreateBucket{.bucket = "old", .acl = "public-read"}).value();
    aws.send(PutObject{.bucket = "old", .key = "a", .acl = "public-read"}).value();
    Aws nobody = cloud.aws({.anonymous = true});
    CHECK(nobody.send(GetObject{.bucket = "old", .key = "a"}).ok());
    CHECK(nobody.send(ListObjectsV2{.bucket = "old"}).ok());
    CHECK(aws.send(GetPublicAccessBlock{.bucket = "old"}).error().code ==
          "NoSuchPublicAccessBlockConfiguration");
    CHECK(aws.send(GetBucketOwnershipControls{.bucket = "old"})
              .value()
              .ownership_controls.rules.front()
              .object_ownership == "ObjectWriter");
  }
}

}  // namespace
}  // namespace emu::s3
