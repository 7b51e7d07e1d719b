// Regional<State>: one State per account and region, made on first use.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace emu {

template <class State>
class Regional {
 public:
  // Constructs missing ones as State(account, region). References stay valid.
  State& at(std::string_view account, std::string_view region) {
    if (last_ != nullptr && last_->first.first == account && last_->first.second == region) {
      return last_->second;
    }
    auto found = states_.find(std::pair(account, region));
    if (found == states_.end()) {
      found = states_
                  .try_emplace(std::pair(std::string(account), std::string(region)),
                               std::string(account), std::string(region))
                  .first;
    }
    last_ = &*found;
    return found->second;
  }

  // Null when that account has never been used in that region.
  State* find(std::string_view account, std::string_view region) {
    auto found = states_.find(std::pair(account, region));
    return found == states_.end() ? nullptr : &found->second;
  }

  // Visits the states of one account, or all, in the order of account and region.
  template <class Visit>
  void each_of(std::optional<std::string_view> account, const Visit& visit) {
    for (auto& [place, state] : states_) {
      if (!account || place.first == *account) visit(state);
    }
  }

  // Takes the states of one account, or all, away. Nobody may know one of them any more.
  void forget(std::optional<std::string_view> account) {
    last_ = nullptr;
    std::erase_if(states_,
                  [&](const auto& entry) { return !account || entry.first.first == *account; });
  }

  // In the order of account and region.
  auto begin() { return states_.begin(); }
  auto end() { return states_.end(); }

 private:
  struct Less {
    using is_transparent = void;
    template <class A, class B>
    bool operator()(const A& a, const B& b) const {
      const int order = std::string_view(a.first).compare(std::string_view(b.first));
      return order != 0 ? order < 0 : std::string_view(a.second) < std::string_view(b.second);
    }
  };
  std::map<std::pair<std::string, std::string>, State, Less> states_;
  typename decltype(states_)::value_type* last_ = nullptr;
};

}  // namespace emu
