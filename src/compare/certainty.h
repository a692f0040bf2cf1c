// certainty.h — does a clause keep its claim open, or tell it outright?
//
//     "is associated with"   weak  («associated»)       "appears to have won"   weak  («appears»)
//     "cut", "prove"         strong                     "has won"               neither
//
// Words of the table `certainty_words`; the first one found is shown. O(tokens).
#pragma once

#include "text/document.h"

namespace crossread {

struct Certainty {
  bool weak = false;
  bool strong = false;
  Span words;  // the first weak word, else the first strong one
};

Certainty certainty_of(const Document& document, Range clause);

}  // namespace crossread
