// forms.h — the folded forms and lemmas of a document's words, each made once.
//
// Tokens with the same surface share their forms: a text of 500 words has some 250 different ones,
// and the table look-ups behind a lemma are done for those alone. An open hash table over the
// surfaces; O(1) a token.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/document.h"
#include "text/lemma.h"

namespace crossread {

class Forms {
 public:
  struct Form {
    std::string_view surface;
    Span folded;
    Span lemma;       // as a common word
    Span name_lemma;  // as a part of a name
    Casing casing = Casing::none;
    std::uint8_t lemmas = 0;  // which of the two are there: 1 common, 2 name
  };

  // Keeps a reference: `pool` (Document::forms) and the text behind the surfaces must outlive it.
  explicit Forms(std::string& pool);

  // The form of a surface, folded and with its casing; made if it is new.
  std::uint32_t intern(std::string_view surface);
  const Form& form(std::uint32_t id) const { return forms_[id]; }

  // A form of its own for a misspelt surface: folded as the right word.
  std::uint32_t add_repaired(std::string_view surface, std::string_view right);

  std::string_view folded(std::uint32_t id) const { return slice(pool_, forms_[id].folded); }
  std::size_t size() const { return forms_.size(); }

  // The lemma for a use, made when it is first asked for.
  Span lemma(std::uint32_t id, WordUse use);

 private:
  void grow();
  Span add(std::string_view bytes);

  std::string& pool_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> slots_;  // index + 1 into forms_, 0 is free; a power of two
};

// Casing of a surface: "Xi" capitalised, "US" upper, "iPhone" mixed, "16" none.
Casing casing_of(std::string_view surface);

}  // namespace crossread
