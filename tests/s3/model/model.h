// Buckets as maps: what the operations of S3 have to add up to, in the simplest words there are.
#pragma once

#include <emu/s3.h>
#include <emu/time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace emu::s3::model {

struct Version {
  std::string id;  // "null", or what the answer to the put or the delete said
  bool is_marker = false;
  std::string body = {};
  Time modified = {};
  std::map<std::string, std::string> tags = {};
  std::string mode = {};  // of its retention
  Time retain_until = {};
  bool on_hold = false;

  // Whether it can be deleted, or its retention made shorter.
  bool is_retained(Time now) const { return !mode.empty() && now < retain_until; }
  bool is_held(Time now, bool bypasses) const {
    return on_hold || (is_retained(now) && !(bypasses && mode == "GOVERNANCE"));
  }
};

struct Part {
  std::string etag;
  std::string body;
};

struct Upload {
  std::string id;
  std::string key;
  Version version = {};  // what it will be, as far as it is known from its beginning
  std::map<std::int32_t, Part> parts = {};
};
using Uploads = std::vector<Upload>;

struct Bucket {
  std::string name;
  std::string status = {};  // of its versioning; empty: never enabled
  bool has_lock = false;
  std::map<std::string, std::vector<Version>> keys = {};  // of each key the newest first
  Uploads uploads = {};
  std::optional<DefaultRetention> retention = {};

  // Null when there is none, or it is deleted.
  Version* current(const std::string& key) {
    const auto found = keys.find(key);
    const bool is_there = found != keys.end() && !found->second.front().is_marker;
    return is_there ? &found->second.front() : nullptr;
  }
  Version* find(const std::string& key, const std::string& id) {
    const auto found = keys.find(key);
    if (found == keys.end()) return nullptr;
    for (Version& version : found->second) {
      if (version.id == id) return &version;
    }
    return nullptr;
  }
  // As the newest, in place of what its id leaves no room for.
  void put(const std::string& key, Version version) {
    if (status.empty()) keys.erase(key);
    erase(key, version.id);
    auto& versions = keys[key];
    versions.insert(versions.begin(), std::move(version));
  }
  void retain_by_default(Version& version, Time now) const {
    if (!version.mode.empty() || !retention) return;
    version.mode = retention->mode;
    version.retain_until = now + std::chrono::days(retention->days.value());
  }
  void erase(const std::string& key, const std::string& id) {
    const auto found = keys.find(key);
    if (found == keys.end()) return;
    std::erase_if(found->second, [&](const Version& version) { return version.id == id; });
    if (found->second.empty()) keys.erase(found);
  }
};

// A step of a run: all that is random in it follows from its seed and from what is stored.
struct Step {
  enum class Kind : std::uint8_t {
    kPut,
    kCopy,
    kDelete,
    kDeleteVersion,
    kDeleteMany,
    kCleanUp,
    kSetVersioning,
    kRead,
    kListObjects,
    kListVersions,
    kTag,
    kRetain,
    kHold,
    kSetDefaultRetention,
    kUpload,
    kPassTime,
  };
  Kind kind;
  std::uint64_t seed;
};

std::vector<Step> random_steps(std::uint64_t seed, std::size_t count);

// Plays the steps on buckets and on maps. Nothing when they agree all along; else what differs
// first.
std::optional<std::string> first_difference(const std::vector<Step>& steps);

std::string describe(const std::vector<Step>& steps);

}  // namespace emu::s3::model
