// A client that says exactly what it is told to, also what no client would.
#pragma once

#include <string>
#include <string_view>

namespace emu::test {

class RawClient {
 public:
  // Connects to 127.0.0.1. Reads give up after ten seconds.
  explicit RawClient(int port);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(std::string_view bytes);
  void end_sending();

  // All bytes until `mark` has come, or the server has closed the connection.
  std::string read_until(std::string_view mark);
  std::string read_all() { return read_until({}); }

 private:
  int socket_;
};

}  // namespace emu::test
