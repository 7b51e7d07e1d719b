// Blob: immutable bytes that are shared, not copied.
//
// An object's body, a Lambda payload or a deployment package is a Blob: copying one or taking a
// slice of it costs a reference count, whatever its size.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace emu {

class Blob {
 public:
  Blob() = default;
  Blob(std::string bytes)  // NOLINT
      : owner_(bytes.empty() ? nullptr : std::make_shared<const std::string>(std::move(bytes))),
        view_(owner_ ? std::string_view(*owner_) : std::string_view()) {}
  Blob(std::string_view bytes) : Blob(std::string(bytes)) {}  // NOLINT
  Blob(const char* text) : Blob(std::string(text)) {}         // NOLINT

  std::string_view view() const { return view_; }
  operator std::string_view() const { return view_; }  // NOLINT
  std::string str() const { return std::string(view_); }
  const char* data() const { return view_.data(); }
  std::size_t size() const { return view_.size(); }
  bool empty() const { return view_.empty(); }

  // Bytes [offset, offset + count), clamped to what there is; shares the storage.
  Blob slice(std::size_t offset, std::size_t count) const {
    Blob part;
    part.owner_ = owner_;
    part.view_ = offset < view_.size() ? view_.substr(offset, count) : std::string_view();
    return part;
  }

  friend bool operator==(const Blob& a, const Blob& b) { return a.view_ == b.view_; }

 private:
  std::shared_ptr<const std::string> owner_;
  std::string_view view_;
};

}  // namespace emu
