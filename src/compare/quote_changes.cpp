// The second half of quote_groups.h: what became of an utterance, rendering by rendering.
#include <algorithm>
#include <map>
#include <tuple>

#include "base/one_of.h"
#include "compare/quote_groups.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::size_t kMostSpoken = 400;  // of an utterance; longer ones are told by these
constexpr std::size_t kEditedShare = 55;  // per cent of the shorter rendering that the other has

struct SpokenWord {
  std::string_view word;
  std::uint32_t piece = 0;
};

std::vector<SpokenWord> spoken_words(const Document& d, const Quote& quote) {
  std::vector<SpokenWord> words;
  for (std::uint32_t p = 0; p < quote.content.size(); ++p) {
    const Range tokens = d.tokens_in(quote.content[p]);
    for (std::uint32_t i = tokens.first; i < tokens.last && words.size() < kMostSpoken; ++i) {
      const Token& t = d.tokens[i];
      if (t.kind == TokenKind::word || t.kind == TokenKind::number)
        words.push_back({d.folded(t), p});
    }
  }
  return words;
}

// Which words of `a` stand in `b`, in order: a longest common subsequence, marked in both.
struct Kept {
  std::vector<bool> in_a, in_b;
  std::size_t count = 0;
};

Kept keep_common(const std::vector<SpokenWord>& a, const std::vector<SpokenWord>& b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> length((a.size() + 1) * width, 0);
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      length[i * width + j] =
          a[i].word == b[j].word ? length[(i + 1) * width + j + 1] + 1
                                 : std::max(length[(i + 1) * width + j], length[i * width + j + 1]);
    }
  }
  Kept kept{std::vector<bool>(a.size(), false), std::vector<bool>(b.size(), false), 0};
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].word == b[j].word) {
      kept.in_a[i] = kept.in_b[j] = true;
      ++kept.count, ++i, ++j;
    } else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return kept;
}

bool is_weak(std::string_view word) {
  static const Table kCertainty = table("certainty_words");
  return kCertainty.find(word).field(0) == "weak";
}

// A word that leaves the claim open went, and the rest of its piece stayed.
bool lost_a_hedge(const std::vector<SpokenWord>& words, const Kept& kept) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (kept.in_a[i] || !is_weak(words[i].word)) continue;
    for (std::size_t k = 0; k < words.size(); ++k) {
      if (kept.in_a[k] && words[k].piece == words[i].piece) return true;
    }
  }
  return false;
}

// What is left is one run of the words: the cut took its ends.
bool one_run(const Kept& kept) {
  const auto first = std::find(kept.in_a.begin(), kept.in_a.end(), true);
  const auto last = std::find(kept.in_a.rbegin(), kept.in_a.rend(), true).base();
  return std::find(first, last, false) == last;
}

QuoteChange change_of_words(const std::vector<SpokenWord>& full,
                            const std::vector<SpokenWord>& here) {
  if (here.empty()) return QuoteChange::paraphrase;
  const Kept kept = keep_common(full, here);
  if (kept.count == full.size() && kept.count == here.size()) return QuoteChange::verbatim;
  if (kept.count == here.size()) {
    if (lost_a_hedge(full, kept)) return QuoteChange::hedge_deleted;
    return one_run(kept) ? QuoteChange::cut : QuoteChange::clause_deleted;
  }
  const std::size_t shorter = std::min(full.size(), here.size());
  return kept.count * 100 >= shorter * kEditedShare ? QuoteChange::edited : QuoteChange::paraphrase;
}

bool in_first_person(const std::vector<SpokenWord>& words) {
  return std::any_of(words.begin(), words.end(), [](const SpokenWord& w) {
    return is_one_of(w.word, {"i", "we", "my", "our", "me", "us"});
  });
}

// "S, said X": the words stand as spoken; "X said S" has the reporter speak.
bool comes_first(const Quote& quote) {
  return !quote.cue.empty() && quote.content.front().begin < quote.cue.front().begin;
}

// A person with a name, or nobody.
CrossEntityId person_of(const EventView& view, const QuoteMember& member) {
  const CrossEntityId id =
      view.links.of(member.article, view.articles[member.article].quotes[member.quote].speaker);
  return id.valid() && view.links.entities[id.value].type == NameType::person ? id
                                                                              : CrossEntityId{};
}

}  // namespace

void tell_changes(const EventView& view, std::vector<QuoteMember>& group) {
  const auto quote = [&](const QuoteMember& m) -> const Quote& {
    return view.articles[m.article].quotes[m.quote];
  };
  const auto words = [&](const QuoteMember& m) {
    return spoken_words(view.articles[m.article].document, quote(m));
  };
  std::map<CrossEntityId, std::size_t> voices;
  for (const QuoteMember& m : group) {
    if (const CrossEntityId who = person_of(view, m); who.valid()) ++voices[who];
  }
  CrossEntityId voice;
  for (const auto& [who, times] : voices) {
    if (!voice.valid() || times > voices[voice]) voice = who;
  }
  const auto in_title = [&](const QuoteMember& m) {
    const Document& d = view.articles[m.article].document;
    return d.title.contains(quote(m).content.front());
  };
  const QuoteMember* fullest = nullptr;
  const auto rank = [&](const QuoteMember& m) {
    const bool by_voice = !voice.valid() || person_of(view, m) == voice;
    return std::tuple(!in_title(m), by_voice, quote(m).direct, words(m).size());
  };
  for (const QuoteMember& m : group) {
    if (fullest == nullptr || rank(m) > rank(*fullest)) fullest = &m;
  }
  const std::vector<SpokenWord> full = words(*fullest);
  const bool spoken = quote(*fullest).direct;
  for (QuoteMember& m : group) {
    if (&m == fullest) {
      m.change = QuoteChange::verbatim;
      continue;
    }
    const CrossEntityId who = person_of(view, m);
    const std::vector<SpokenWord> here = words(m);
    if (who.valid() && voice.valid() && who != voice) {
      m.change = QuoteChange::speaker_swapped;
    } else if (spoken && !quote(m).direct) {
      const bool alike = change_of_words(full, here) != QuoteChange::paraphrase;
      m.change = in_first_person(here) || (alike && comes_first(quote(m)))
                     ? QuoteChange::marks_lost
                     : QuoteChange::to_indirect;
    } else {
      m.change = change_of_words(full, here);
    }
  }
}

}  // namespace crossread
