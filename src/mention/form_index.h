// form_index.h — the tokens of a document by form, so that what a form alone tells is asked once.
//
//     The vote, the     tokens 0 1 2 3     forms 0 1 2 3          "The" and "the" are two
//     vote and the           4 5 6               1 4 3
//
// Tokens of one form have the same surface, kind and casing: they share their place in
// Document::forms. O(tokens), no hashing.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.h"

namespace crossread {

class FormIndex {
 public:
  explicit FormIndex(const Document& document) : ids_(document.tokens.size()) {
    std::vector<std::uint32_t> at(document.forms.size() + 1,
                                  0);  // 1 + the form whose letters begin there
    for (std::uint32_t i = 0; i < ids_.size(); ++i) {
      const Token& t = document.tokens[i];
      std::uint32_t& known = at[t.folded.begin];
      if (known == 0 || !alike(document.tokens[firsts_[known - 1]], t)) {
        firsts_.push_back(i);
        known = static_cast<std::uint32_t>(firsts_.size());
      }
      ids_[i] = known - 1;
    }
  }

  std::uint32_t operator[](std::uint32_t token) const { return ids_[token]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(firsts_.size()); }
  std::uint32_t first_token(std::uint32_t form) const { return firsts_[form]; }

 private:
  static bool alike(const Token& a, const Token& b) {
    return a.kind == b.kind && a.casing == b.casing && a.span.size() == b.span.size() &&
           a.folded == b.folded;
  }

  std::vector<std::uint32_t> ids_;
  std::vector<std::uint32_t> firsts_;  // of a form: its first token
};

}  // namespace crossread
