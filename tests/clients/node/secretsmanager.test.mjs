import {
  InvalidParameterException,
  InvalidRequestException,
  MalformedPolicyDocumentException,
  paginateBatchGetSecretValue,
  paginateListSecrets,
  paginateListSecretVersionIds,
  PublicPolicyException,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManager,
} from "@aws-sdk/client-secrets-manager";

import {allPages, assert, client, describe, it, policy, refused, server} from "./support.mjs";

async function managerWith(...names) {
  const secrets = client(SecretsManager);
  for (const Name of names) await secrets.createSecret({Name, SecretString: Name});
  return secrets;
}

const namesOf = (secrets) => secrets.map(({Name}) => Name);

describe("Secrets Manager", () => {
  it("keeps secrets", async () => {
    const secrets = client(SecretsManager);
    const {ARN} = await secrets.createSecret({Name: "bus/db", SecretString: "hunter2"});
    assert.match(ARN, /:secret:bus\/db-[0-9A-Za-z]{6}$/);
    for (const SecretId of ["bus/db", ARN, ARN.slice(0, -7)]) {
      assert.equal((await secrets.getSecretValue({SecretId})).SecretString, "hunter2");
    }
    await refused(
      secrets.createSecret({Name: "bus/db", SecretString: "other"}),
      ResourceExistsException,
      {status: 400},
    );
    await secrets.updateSecret({SecretId: ARN, Description: "new", SecretBinary: Buffer.from("b")});
    const {Description, CreatedDate} = await secrets.describeSecret({SecretId: ARN});
    assert.equal(Description, "new");
    assert.ok(CreatedDate instanceof Date);
    const read = await secrets.getSecretValue({SecretId: ARN});
    assert.deepEqual(Buffer.from(read.SecretBinary), Buffer.from("b"));
    await refused(secrets.getSecretValue({SecretId: "x"}), ResourceNotFoundException, {
      message: /^Secrets Manager can't find the specified secret\.$/,
    });
  });

  it("deletes secrets after a while, unless they are restored", async () => {
    const secrets = await managerWith("a");
    await secrets.deleteSecret({SecretId: "a", RecoveryWindowInDays: 7});
    await refused(secrets.getSecretValue({SecretId: "a"}), InvalidRequestException, {status: 400});
    await secrets.restoreSecret({SecretId: "a"});
    assert.equal((await secrets.getSecretValue({SecretId: "a"})).SecretString, "a");
    await secrets.deleteSecret({SecretId: "a", RecoveryWindowInDays: 7});
    await server.advance("168h");
    await refused(secrets.getSecretValue({SecretId: "a"}), ResourceNotFoundException);
  });

  it("lists secrets, and reads several at once", async () => {
    const secrets = await managerWith("c", "a", "b");
    const listed = paginateListSecrets({client: secrets, pageSize: 2}, {});
    assert.deepEqual(namesOf(await allPages(listed, "SecretList")), ["c", "a", "b"]);
    const read = await secrets.batchGetSecretValue({SecretIdList: ["b", "x", "a"]});
    assert.deepEqual(namesOf(read.SecretValues), ["b", "a"]);
    assert.equal(read.Errors[0].ErrorCode, "ResourceNotFoundException");
    const filtered = paginateBatchGetSecretValue(
      {client: secrets, pageSize: 1},
      {Filters: [{Key: "name", Values: ["a", "b"]}]},
    );
    assert.deepEqual(namesOf(await allPages(filtered, "SecretValues")), ["a", "b"]);
  });

  it("moves stages between versions", async () => {
    const secrets = await managerWith("a");
    const {VersionId: first} = await secrets.getSecretValue({SecretId: "a"});
    const {VersionId: second} = await secrets.putSecretValue({SecretId: "a", SecretString: "two"});
    const previous = await secrets.getSecretValue({SecretId: "a", VersionStage: "AWSPREVIOUS"});
    assert.equal(previous.VersionId, first);
    const move = {SecretId: "a", VersionStage: "AWSCURRENT", MoveToVersionId: first};
    await refused(secrets.updateSecretVersionStage(move), InvalidParameterException);
    await secrets.updateSecretVersionStage({...move, RemoveFromVersionId: second});
    assert.equal((await secrets.getSecretValue({SecretId: "a"})).SecretString, "a");
    const pages = paginateListSecretVersionIds({client: secrets, pageSize: 1}, {SecretId: "a"});
    assert.deepEqual(
      (await allPages(pages, "Versions")).map(({VersionStages}) => VersionStages),
      [["AWSCURRENT"], ["AWSPREVIOUS"]],
    );
  });

  it("tags secrets and makes passwords", async () => {
    const secrets = await managerWith("a");
    await secrets.tagResource({
      SecretId: "a",
      Tags: [
        {Key: "x", Value: "1"},
        {Key: "y", Value: "2"},
      ],
    });
    await secrets.untagResource({SecretId: "a", TagKeys: ["x"]});
    const {Tags} = await secrets.describeSecret({SecretId: "a"});
    assert.deepEqual(Tags, [{Key: "y", Value: "2"}]);
    const {RandomPassword} = await secrets.getRandomPassword({
      PasswordLength: 20,
      ExcludePunctuation: true,
    });
    assert.match(RandomPassword, /^[A-Za-z0-9]{20}$/);
  });

  it("keeps policies", async () => {
    const secrets = await managerWith("a");
    const ResourcePolicy = policy("secretsmanager:GetSecretValue");
    await refused(
      secrets.putResourcePolicy({SecretId: "a", ResourcePolicy}),
      MalformedPolicyDocumentException,
    );
    const open = ResourcePolicy.replace('"Action"', '"Principal":"*","Action"');
    const checked = await secrets.validateResourcePolicy({ResourcePolicy: open});
    assert.equal(checked.PolicyValidationPassed, false);
    await refused(
      secrets.putResourcePolicy({SecretId: "a", ResourcePolicy: open, BlockPublicPolicy: true}),
      PublicPolicyException,
    );
    await secrets.putResourcePolicy({SecretId: "a", ResourcePolicy: open});
    const kept = await secrets.getResourcePolicy({SecretId: "a"});
    assert.equal(kept.ResourcePolicy, open);
    await secrets.deleteResourcePolicy({SecretId: "a"});
    assert.equal((await secrets.getResourcePolicy({SecretId: "a"})).ResourcePolicy, undefined);
  });
});
