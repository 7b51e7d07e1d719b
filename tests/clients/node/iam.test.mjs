import {
  DeleteConflictException,
  EntityAlreadyExistsException,
  IAM,
  MalformedPolicyDocumentException,
  NoSuchEntityException,
  paginateListPolicies,
  paginateListRoles,
  paginateListUsers,
  waitUntilRoleExists,
  waitUntilUserExists,
} from "@aws-sdk/client-iam";
import {S3} from "@aws-sdk/client-s3";
import {SQS} from "@aws-sdk/client-sqs";

import {
  allPages,
  assert,
  client,
  describe,
  freshAccount,
  it,
  policy,
  refused,
  trust,
} from "./support.mjs";

const READ_ONLY = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
const TRUST = trust({Service: "lambda.amazonaws.com"});

// The SDK gives documents as IAM writes them, encoded for URLs.
function document(encoded) {
  return JSON.parse(decodeURIComponent(encoded));
}

describe("IAM", () => {
  it("lets a user do what policies allow, and nothing else", async () => {
    const account = freshAccount();
    const iam = client(IAM, {account});
    await iam.createUser({UserName: "kim"});
    await waitUntilUserExists({client: iam, maxWaitTime: 10}, {UserName: "kim"});
    await iam.attachUserPolicy({UserName: "kim", PolicyArn: READ_ONLY});
    const {AccessKey} = await iam.createAccessKey({UserName: "kim"});
    const credentials = {
      accessKeyId: AccessKey.AccessKeyId,
      secretAccessKey: AccessKey.SecretAccessKey,
    };
    const s3 = client(S3, {credentials});
    assert.deepEqual((await s3.listBuckets({})).Buckets ?? [], []);
    const denied = await refused(s3.createBucket({Bucket: "of-kim"}), "AccessDenied", {
      status: 403,
    });
    assert.match(denied.message, /user\/kim is not authorized to perform: s3:CreateBucket/);
    await refused(client(SQS, {credentials}).listQueues({}), "AccessDenied", {
      status: 403,
    });
  });

  it("keeps users, their keys and their policies", async () => {
    const account = freshAccount();
    const iam = client(IAM, {account});
    const UserName = "kim";
    const {User} = await iam.createUser({
      UserName,
      Path: "/staff/",
      Tags: [{Key: "team", Value: "bus"}],
    });
    assert.equal(User.Arn, `arn:aws:iam::${account}:user/staff/kim`);
    await refused(iam.createUser({UserName}), EntityAlreadyExistsException, {status: 409});
    assert.deepEqual((await iam.getUser({UserName})).User.Tags, [{Key: "team", Value: "bus"}]);
    await iam.createUser({UserName: "lee"});
    const users = paginateListUsers({client: iam, pageSize: 1}, {});
    assert.deepEqual(
      (await allPages(users, "Users")).map((one) => one.UserName),
      ["kim", "lee"],
    );

    const {AccessKey} = await iam.createAccessKey({UserName});
    await iam.updateAccessKey({
      UserName,
      AccessKeyId: AccessKey.AccessKeyId,
      Status: "Inactive",
    });
    const {AccessKeyMetadata} = await iam.listAccessKeys({UserName});
    assert.equal(AccessKeyMetadata[0].Status, "Inactive");
    assert.deepEqual(
      AccessKeyMetadata.map((one) => one.AccessKeyId),
      [AccessKey.AccessKeyId],
    );
    const PolicyDocument = policy("sqs:*");
    await iam.putUserPolicy({UserName, PolicyName: "p", PolicyDocument});
    const inline = await iam.getUserPolicy({UserName, PolicyName: "p"});
    assert.deepEqual(document(inline.PolicyDocument), JSON.parse(PolicyDocument));
    assert.deepEqual((await iam.listUserPolicies({UserName})).PolicyNames, ["p"]);
    await iam.attachUserPolicy({UserName, PolicyArn: READ_ONLY});
    const {AttachedPolicies} = await iam.listAttachedUserPolicies({UserName});
    assert.deepEqual(AttachedPolicies, [
      {PolicyName: "AmazonS3ReadOnlyAccess", PolicyArn: READ_ONLY},
    ]);

    await refused(iam.deleteUser({UserName}), DeleteConflictException, {status: 409});
    await iam.detachUserPolicy({UserName, PolicyArn: READ_ONLY});
    await iam.deleteUserPolicy({UserName, PolicyName: "p"});
    await iam.deleteAccessKey({UserName, AccessKeyId: AccessKey.AccessKeyId});
    await iam.deleteUser({UserName});
    await refused(iam.getUser({UserName}), NoSuchEntityException, {status: 404});
  });

  it("keeps roles and their policies", async () => {
    const account = freshAccount();
    const iam = client(IAM, {account});
    const RoleName = "producer";
    await iam.createRole({RoleName, AssumeRolePolicyDocument: TRUST, Description: "first"});
    await waitUntilRoleExists({client: iam, maxWaitTime: 10}, {RoleName});
    await refused(
      iam.createRole({RoleName, AssumeRolePolicyDocument: TRUST}),
      EntityAlreadyExistsException,
    );
    await refused(
      iam.createRole({RoleName: "r", AssumeRolePolicyDocument: "{"}),
      MalformedPolicyDocumentException,
      {status: 400},
    );
    await iam.createRole({RoleName: "consumer", AssumeRolePolicyDocument: TRUST});
    const roles = paginateListRoles({client: iam, pageSize: 1}, {});
    assert.deepEqual(
      (await allPages(roles, "Roles")).map((one) => one.RoleName),
      ["consumer", RoleName],
    );

    await iam.updateRole({RoleName, Description: "second", MaxSessionDuration: 7200});
    const other = trust({Service: "apigateway.amazonaws.com"});
    await iam.updateAssumeRolePolicy({RoleName, PolicyDocument: other});
    await iam.tagRole({
      RoleName,
      Tags: [
        {Key: "a", Value: "1"},
        {Key: "b", Value: "2"},
      ],
    });
    await iam.untagRole({RoleName, TagKeys: ["a"]});
    await iam.putRolePermissionsBoundary({RoleName, PermissionsBoundary: READ_ONLY});
    const {Role} = await iam.getRole({RoleName});
    assert.equal(Role.Description, "second");
    assert.equal(Role.MaxSessionDuration, 7200);
    assert.deepEqual(document(Role.AssumeRolePolicyDocument), JSON.parse(other));
    assert.deepEqual(Role.Tags, [{Key: "b", Value: "2"}]);
    assert.equal(Role.PermissionsBoundary.PermissionsBoundaryArn, READ_ONLY);
    await iam.deleteRolePermissionsBoundary({RoleName});

    const PolicyDocument = policy(["sqs:SendMessage"], "arn:aws:sqs:*:*:a & b");
    await iam.putRolePolicy({RoleName, PolicyName: "p+1", PolicyDocument});
    const inline = await iam.getRolePolicy({RoleName, PolicyName: "p+1"});
    assert.deepEqual(document(inline.PolicyDocument), JSON.parse(PolicyDocument));
    assert.deepEqual((await iam.listRolePolicies({RoleName})).PolicyNames, ["p+1"]);
    await iam.attachRolePolicy({RoleName, PolicyArn: READ_ONLY});
    assert.equal((await iam.listAttachedRolePolicies({RoleName})).AttachedPolicies.length, 1);
    assert.deepEqual((await iam.listInstanceProfilesForRole({RoleName})).InstanceProfiles, []);
    await refused(iam.deleteRole({RoleName}), DeleteConflictException);
    await iam.detachRolePolicy({RoleName, PolicyArn: READ_ONLY});
    await iam.deleteRolePolicy({RoleName, PolicyName: "p+1"});
    await iam.deleteRole({RoleName});
    await refused(iam.getRole({RoleName}), NoSuchEntityException);
  });

  it("keeps policies and their versions", async () => {
    const iam = client(IAM);
    const {Policy} = await iam.createPolicy({
      PolicyName: "queues",
      PolicyDocument: policy("sqs:*"),
    });
    const PolicyArn = Policy.Arn;
    const second = await iam.createPolicyVersion({
      PolicyArn,
      PolicyDocument: policy("sqs:SendMessage"),
    });
    assert.equal(second.PolicyVersion.VersionId, "v2");
    await iam.setDefaultPolicyVersion({PolicyArn, VersionId: "v2"});
    assert.equal((await iam.getPolicy({PolicyArn})).Policy.DefaultVersionId, "v2");
    const {PolicyVersion} = await iam.getPolicyVersion({PolicyArn, VersionId: "v1"});
    assert.equal(PolicyVersion.IsDefaultVersion, false);
    assert.equal(document(PolicyVersion.Document).Statement[0].Action, "sqs:*");
    assert.equal((await iam.listPolicyVersions({PolicyArn})).Versions.length, 2);
    await iam.deletePolicyVersion({PolicyArn, VersionId: "v1"});

    const all = await allPages(paginateListPolicies({client: iam, pageSize: 2}, {}), "Policies");
    assert.ok(all.some((one) => one.Arn === PolicyArn) && all.some((one) => one.Arn === READ_ONLY));
    await iam.deletePolicy({PolicyArn});
    await refused(iam.getPolicy({PolicyArn}), NoSuchEntityException);
  });
});
