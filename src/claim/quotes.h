// quotes.h — who is quoted saying what.
//
//     “It will rain,” Ana Holm said on Monday.
//      ~~~~~~~~~~~~~   ^^^^^^^^ ====              ~ content   ^ source   = cue
//
// Direct (marks), indirect ("said that …") and mixed. Quoted single words with no one speaking are
// scare quotes, and no quotes. Content leaves the marks outside.
// After Pareti 2013 and Citron (Newell et al. 2018) in what is marked; the rules are our own.
#pragma once

#include <string_view>
#include <vector>

#include "entity/entities.h"
#include "text/document.h"

namespace crossread {

using QuoteId = Id<struct QuoteTag>;

enum class CueStrength : std::uint8_t { neutral, claim, deny, admit, accuse, promise, ask };
std::string_view cue_strength_code(CueStrength strength);

struct Quote {
  std::vector<Span> content;  // one span a piece
  std::vector<Span> source;   // empty: the speaker carries over or is not named
  std::vector<Span> cue;
  std::vector<Span> via;  // "Russian news agencies", "PTI": through whom
  bool direct = false;
  EntityId speaker;           // none: anonymous, a document, a pronoun that is not resolved
  bool carried_over = false;  // the source of the sentence before
  CueStrength strength = CueStrength::neutral;
};

class Reading;

// In order of the first content byte. O(tokens).
std::vector<Quote> find_quotes(const Reading& reading, const std::vector<NameMention>& names,
                               const Entities& entities);

}  // namespace crossread
