#include "runtimes/clock/connection.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "runtimes/clock/page.h"
#include "runtimes/clock/sim_sandbox.h"

namespace emu::runtimes {

namespace {

// More than this is left in the socket, so that a process that sends without end is held up.
constexpr std::size_t kArrivedBytesMax = std::size_t{8} << 20;

}  // namespace

ChildConnection::ChildConnection(Scheduler& scheduler, int socket, int port)
    : scheduler_(scheduler), socket_(socket), port_(port) {}

ChildConnection::~ChildConnection() { ::close(socket_); }

void ChildConnection::set_owner(SimSandbox& owner, EmuClockConnection& entry) {
  owner_ = &owner;
  entry_ = &entry;
}

int ChildConnection::route() const { return read_shared(entry_->route); }

bool ChildConnection::take_in() {
  bool has_come = false;
  std::array<char, 65536> bytes;
  while (!has_ended_ && arrived_.size() < kArrivedBytesMax) {
    const ssize_t count = ::recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    has_come = true;
    if (count <= 0) {
      has_ended_ = true;
      break;
    }
    received_ += count;
    arrived_.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return has_come;
}

void ChildConnection::flush() {
  std::size_t gone = 0;
  while (gone < outgoing_.size()) {
    const ssize_t count = ::send(socket_, outgoing_.data() + gone, outgoing_.size() - gone,
                                 MSG_DONTWAIT | MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
    if (count < 0) {
      outgoing_.clear();
      return;
    }
    gone += static_cast<std::size_t>(count);
    sent_ += count;
  }
  outgoing_.erase(0, gone);
}

bool ChildConnection::is_balanced() {
  if (is_cut_ || has_ended_) return true;
  if (entry_ == nullptr || read_shared(entry_->sent) != received_) return false;
  // A process that has hung up is waited for until the socket says so, too.
  if (read_shared(entry_->state) != kEmuOpen) return false;
  if (outgoing_.empty() && read_shared(entry_->received) == sent_) return true;
  // It may leave unread what lies ready for it.
  int unacknowledged = 1;
  return ::ioctl(socket_, SIOCOUTQ, &unacknowledged) == 0 &&
         (unacknowledged == 0 || !outgoing_.empty());
}

std::tuple<std::int64_t, std::int64_t> ChildConnection::order() const {
  return {read_shared(entry_->thread), read_shared(entry_->number)};
}

void ChildConnection::take_up() {
  taken_up_.erase(0, used_);
  used_ = 0;
  taken_up_ += arrived_;
  arrived_.clear();
  if (has_ended_) {
    knows_end_ = true;
    // Its place in the page is free for another one.
    write_shared(entry_->state, std::int32_t{kEmuFree});
    write_shared(entry_->process, std::int32_t{0});
    entry_ = nullptr;
  }
  if (reader_ != nullptr) scheduler_.wake(*reader_);
}

void ChildConnection::cut() {
  if (is_cut_) return;
  is_cut_ = true;
  owner_ = nullptr;
  entry_ = nullptr;
  arrived_.clear();
  ::shutdown(socket_, SHUT_RDWR);
  if (reader_ != nullptr) scheduler_.wake(*reader_);
}

void ChildConnection::finish() {
  is_finished_ = true;
  if (is_cut_) return;
  end_writing();
}

wire::Transport::Read ChildConnection::read(char* buffer, std::size_t size,
                                            wire::Deadline /*deadline*/) {
  while (used_ == taken_up_.size() && is_open()) {
    struct Registration {
      Waiter*& place;
      ~Registration() { place = nullptr; }
    };
    Waiter waiter;
    const Registration registration{reader_ = &waiter};
    scheduler_.park(waiter, std::nullopt);
  }
  const std::size_t count = std::min(size, taken_up_.size() - used_);
  if (count == 0) return {.outcome = Outcome::kEnd};
  std::copy_n(taken_up_.data() + used_, count, buffer);
  used_ += count;
  return {.outcome = Outcome::kBytes, .count = count};
}

bool ChildConnection::write(std::string_view head, std::string_view body) {
  if (is_cut_ || has_ended_ || owner_ == nullptr) return false;
  owner_->moves();
  outgoing_.append(head);
  outgoing_.append(body);
  flush();
  return true;
}

void ChildConnection::end_writing() {
  if (owner_ != nullptr) owner_->moves();
  ::shutdown(socket_, SHUT_WR);
}

}  // namespace emu::runtimes
