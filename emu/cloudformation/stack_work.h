// StackWork: what is done with one stack for one caller: its resources made, changed and removed,
// each step written down as an event.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cloudformation/evaluation.h"
#include "cloudformation/stacks.h"

namespace emu::cloudformation {

class StackWork {
 public:
  StackWork(World& world, CallerPtr caller, StackPtr stack, const DeployTemplate& request);
  // Work that was broken off, as when a server stops, leaves a stack that has failed.
  ~StackWork();
  StackWork(const StackWork&) = delete;
  StackWork& operator=(const StackWork&) = delete;

  // What the template's functions may ask for. The work must outlive the evaluation.
  Surroundings surroundings(Stacks& stacks);

  // Makes every resource; when one fails, removes what was made.
  Status create(Stacks& stacks, const Evaluation& evaluation);
  // Changes the stack's resources to the evaluation's; when one fails, back to what they were.
  // False when there is nothing to change.
  Result<bool> update(Stacks& stacks, const Evaluation& evaluation);
  // Removes all of them, in the opposite order. An Error names those that could not be.
  Status remove_all();

 private:
  struct Failure {
    const Resource* resource = nullptr;  // null when it was none
    std::string logical_id = {};
    std::string reason = {};
  };
  // What was done in an update, for the way back.
  struct Done {
    enum class Kind { kCreated, kChanged, kReplaced } kind = Kind::kCreated;
    StoredResource before = {};
    std::string logical_id = {};
  };

  void stack_status(std::string_view status, std::string_view reason = {});
  void resource_status(StoredResource& resource, std::string_view status,
                       std::string_view reason = {});
  void add_event(StackEvent event);

  Making making(const StoredResource& resource);
  Status make(StoredResource& resource);
  Status change(StoredResource& resource, Json properties, bool& was_changed);
  Status unmake(StoredResource& resource);
  // Removes what is no longer wanted; false when something stays.
  bool remove_resource(StoredResource& resource);

  StoredResource stored_resource(const Resource& resource, Json properties) const;
  Status create_one(const Evaluation& evaluation, const Resource& resource);
  Status update_one(const Evaluation& evaluation, const Resource& resource, std::vector<Done>& done,
                    std::vector<StoredResource>& replaced);
  void take_back(std::vector<Done>& done);
  Status finish(Stacks& stacks, const Evaluation& evaluation);
  Error failed(const Evaluation& evaluation) const;

  World& world_;
  CallerPtr caller_;
  Aws aws_;
  StackPtr stack_;
  const DeployTemplate& request_;
  PackageReader package_;
  Failure failure_ = {};
  bool is_begun_ = false;
};

}  // namespace emu::cloudformation
