// Who may use a server. It is a developer's root account with a browser beside it, so no web page
// may do there what its visitor has not asked for: neither one of another origin, nor one whose
// name was made to point at this machine (DNS rebinding). Programs name no origin, and are kept
// from nothing as long as they call the server by a name that nobody else can own.
//
//   const Guard guard({.origins = {"http://localhost:3000"}});
//   guard.host_refusal(parts)           why the name is not taken, or nothing
//   guard.sender(parts).is_trusted()    whether no page of another origin is behind the request
//
// Pages that users have stored get no origin of their own (core/gate/sandbox.h), so that those of
// this server's origin are its own.
#pragma once

#include <emu/result.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/gate/request_parts.h"

namespace emu::server {

struct GuardOptions {
  std::string host = "127.0.0.1";         // what the server listens on
  std::vector<std::string> hosts = {};    // names that it answers to besides, and those under them
  std::vector<std::string> origins = {};  // whose pages may do everything: "http://localhost:3000"
};

// What is behind a request, as far as its headers tell.
struct Sender {
  enum class Kind {
    kProgram,      // or a page of the server's own
    kAllowedPage,  // of an origin in GuardOptions
    // A browser that shows its user what it gets: an address that was typed, a link that was
    // followed, or where another page has led to. It may read, but nothing must happen by it.
    kLink,
    kForeignPage,  // another page itself, by a script, a form, an image
  };
  Kind kind = Kind::kProgram;
  std::string origin = {};  // of a page, if it is known

  bool is_trusted() const { return kind == Kind::kProgram || kind == Kind::kAllowedPage; }
};

class Guard {
 public:
  explicit Guard(GuardOptions options);

  // Why the server does not answer to the request's host, in words. Nothing for names that nobody
  // on the internet can own or send elsewhere: addresses, names without a dot, localhost,
  // localhost.localstack.cloud, amazonaws.com, test and internal with what is under them, the
  // name that the server listens on, and those of the options.
  std::optional<std::string> host_refusal(const RequestParts& parts) const;

  Sender sender(const RequestParts& parts) const;
  // What a page is told that is let do nothing.
  static std::string page_refusal(const Sender& sender);

  // Whether only programs of this machine can reach the server.
  bool is_local_only() const { return local_only_; }

 private:
  bool is_own_name(const HostParts& host) const;
  bool is_allowed(std::string_view origin) const;

  GuardOptions options_;
  bool local_only_;
};

// "http://localhost:3000" of an origin as somebody has written it. The error says in words what is
// wrong with it.
Result<std::string> parse_origin(std::string_view text);

}  // namespace emu::server
