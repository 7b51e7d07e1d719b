// IAM: who may do what in an account.
//
//   aws.send(iam::CreateRole{.role_name = "worker", .assume_role_policy_document = trust});
//   aws.send(iam::PutRolePolicy{
//       .role_name = "worker", .policy_name = "queue", .policy_document = permissions});
//
// Identities and policies belong to an account and hold in all its regions. Policies are enforced
// for users, roles, services and anonymous callers; to an unnamed caller all is allowed (S3: but
// what it refuses an account's root). A change holds from the next call on.
//
// Any operation may also answer ValidationError (400) when a member breaks its constraints, and
// AccessDenied (403). Statuses: EntityAlreadyExists, DeleteConflict and LimitExceeded 409,
// NoSuchEntity 404, all others 400.
//
// Lists are paged: while is_truncated holds, marker is given to the next call.
#pragma once

#include <emu/iam/errors.h>
#include <emu/iam/instance_profiles.h>
#include <emu/iam/policies.h>
#include <emu/iam/role_policies.h>
#include <emu/iam/roles.h>
#include <emu/iam/types.h>
#include <emu/iam/user_policies.h>
#include <emu/iam/users.h>
