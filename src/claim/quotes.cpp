#include "claim/quotes.h"

#include <algorithm>

#include "base/sort.h"
#include "claim/attribution.h"
#include "claim/quote_marks.h"
#include "claim/reading.h"
#include "claim/speakers.h"
#include "tables/tables.h"

namespace crossread {
namespace {

using enum WordClass;

constexpr std::uint32_t kLongestPortion = 1'500;  // tokens read at once; keeps the work linear
constexpr std::uint32_t kOfficeWords = 6;         // between a verb of saying and the name
constexpr std::uint32_t kSaidWords = 6;  // a passage without a speaker must be this long to be one

CueStrength strength_of(std::string_view word) {
  if (word == "claim") return CueStrength::claim;
  if (word == "deny") return CueStrength::deny;
  if (word == "admit") return CueStrength::admit;
  if (word == "accuse") return CueStrength::accuse;
  if (word == "promise") return CueStrength::promise;
  if (word == "ask") return CueStrength::ask;
  return CueStrength::neutral;
}

bool may_speak(BlockKind kind) {
  return kind == BlockKind::title || kind == BlockKind::body || kind == BlockKind::heading;
}

struct Portion {
  Range tokens;
  std::uint32_t block = 0;
  std::vector<Passage> passages;
};

class Collector {
 public:
  Collector(const Reading& reading, const std::vector<NameMention>& names, const Entities& entities)
      : r_(reading), d_(reading.document()), names_(names), speakers_(reading, names, entities) {}

  std::vector<Quote> run() {
    cut();
    for (std::size_t i = 0; i < portions_.size(); ++i) read(i);
    lend_to_titles();
    sort_by(out_, [](const Quote& a, const Quote& b) {
      return a.content.front().begin < b.content.front().begin;
    });
    return std::move(out_);
  }

 private:
  // Sentences, joined where one quotation runs over several, or where the splitter parted
  // “Go!” from "she said".
  void cut() {
    const QuoteMarks marks = find_quote_marks(d_);
    std::size_t p = 0;
    for (const Sentence& s : d_.sentences) {
      if (s.tokens.empty() || !may_speak(d_.blocks[s.block].kind)) continue;
      const bool inside = !portions_.empty() && portions_.back().tokens.last > s.tokens.first;
      const bool tail = !portions_.empty() && portions_.back().block == s.block &&
                        portions_.back().tokens.last == s.tokens.first &&
                        r_.token(s.tokens.first).casing == Casing::lower &&
                        !portions_.back().passages.empty() &&
                        portions_.back().passages.back().outside.last == s.tokens.first;
      const bool room =
          !portions_.empty() && s.tokens.last - portions_.back().tokens.first <= kLongestPortion;
      if ((inside || tail) && room) {
        Portion& back = portions_.back();
        back.tokens.last = std::max(back.tokens.last, s.tokens.last);
      } else {
        Portion fresh;
        fresh.tokens = s.tokens;
        if (inside) fresh.tokens.first = std::max(s.tokens.first, portions_.back().tokens.last);
        fresh.block = s.block;
        portions_.push_back(fresh);
      }
      Portion& now = portions_.back();
      while (p < marks.passages.size() && marks.passages[p].outside.first < now.tokens.last) {
        if (marks.passages[p].outside.first >= now.tokens.first) {
          now.passages.push_back(marks.passages[p]);
          now.tokens.last = std::max(now.tokens.last, marks.passages[p].outside.last);
        }
        ++p;
      }
    }
  }

  void read(std::size_t index) {
    const Portion& s = portions_[index];
    const auto found = find_attributions({r_, s.tokens, s.passages});
    for (const Attribution& a : found) add(a, s);
    for (const Passage& p : s.passages) {
      if (!taken(p)) unattached(index, p);
    }
  }

  void add(const Attribution& a, const Portion& s) {
    Quote q;
    q.direct = a.direct;
    for (const Range& c : a.content) {
      const Span span = said(c, s);
      if (!span.empty()) q.content.push_back(span);
    }
    if (q.content.empty()) return;
    std::sort(q.content.begin(), q.content.end());
    for (const Range& c : a.source) q.source.push_back(phrase(c));
    for (const Range& c : a.cue) q.cue.push_back(d_.span_of(c));
    for (const Range& c : a.via) q.via.push_back(phrase(c));
    std::sort(q.cue.begin(), q.cue.end());
    q.strength = strength_of(a.strength);
    if (!a.source.empty()) q.speaker = speakers_.of(a.source.front(), last_speaker_);
    last_speaker_ = q.speaker;
    last_token_ = s.tokens.last;
    last_direct_ = a.direct;
    out_.push_back(std::move(q));
  }

  // Content without the stops at its edges; a passage as it stands inside its marks.
  Span said(Range tokens, const Portion& s) const {
    for (const Passage& p : s.passages) {
      if (p.tokens == tokens) return d_.span_of(tokens);
    }
    while (!tokens.empty() && r_.any(tokens.first, {",", ";", ":", "-", "."})) ++tokens.first;
    while (!tokens.empty() && r_.any(tokens.last - 1, {",", ";", ":", "-", ".", "!", "?"}))
      --tokens.last;
    return tokens.empty() ? Span{} : d_.span_of(tokens);
  }

  Span phrase(Range tokens) const {
    while (tokens.size() > 1 && r_.word_class(tokens.last - 1) == mark &&
           !r_.any(tokens.last - 1, {")", "%"})) {
      --tokens.last;
    }
    while (tokens.size() > 1 && r_.word_class(tokens.first) == mark && !r_.is(tokens.first, "$")) {
      ++tokens.first;
    }
    return d_.span_of(tokens);
  }

  bool taken(const Passage& p) const {
    const Span span = d_.span_of(p.tokens);
    for (auto q = out_.rbegin(); q != out_.rend() && q - out_.rbegin() < 8; ++q) {
      for (const Span c : q->content) {
        if (c.overlaps(span)) return true;
      }
    }
    return false;
  }

  // A passage nobody in its stretch speaks: the next piece of the quotation before it, words after
  // a colon, or scare quotes (nothing).
  void unattached(std::size_t index, const Passage& p) {
    const Portion& s = portions_[index];
    if (p.continues && !out_.empty()) {
      out_.back().content.push_back(d_.span_of(p.tokens));
      out_.back().direct = true;
      return;
    }
    if (after_colon(p, s)) return;
    const bool sentence_like = p.tokens.size() >= 3 && r_.capital(p.tokens.first) &&
                               (r_.any(p.tokens.last - 1, {".", "!", "?", ","}) ||
                                r_.any(p.outside.last, {".", "!", "?"}));
    const bool alone = s.tokens.first == p.outside.first;
    const bool same_paragraph =
        index > 0 && portions_[index - 1].block == s.block && !begins_paragraph(d_, s.tokens.first);
    if (sentence_like && alone && last_token_ == s.tokens.first &&
        (last_direct_ || same_paragraph) && !out_.empty()) {
      carry(index, p);
      return;
    }
    // "They will “identify …”" right after "… , the Kremlin said".
    const bool floats = p.tokens.size() >= kSaidWords && last_token_ == s.tokens.first &&
                        last_direct_ && r_.any(s.tokens.first, {"they", "he", "she", "it"}) &&
                        p.outside.first > s.tokens.first && p.outside.first - s.tokens.first <= 3;
    if (floats) {
      push_carried(p);
      last_token_ = s.tokens.last;
      return;
    }
    if (sentence_like && alone && p.tokens.size() >= kSaidWords) name_behind(p, s);
  }

  // `“Q,” said lead author Dr. Karin Hollis`: a whole sentence in marks, a verb of saying and,
  // after a few words of office that no rule could read, a name.
  void name_behind(const Passage& p, const Portion& s) {
    static const Table kCues = table("cue_verbs");
    const std::uint32_t verb = p.outside.last;
    if (verb >= s.tokens.last || !r_.verb(verb)) return;
    if (kCues.find(r_.lemma(verb)).field(1).find('q') == std::string_view::npos) return;
    const auto who = std::find_if(names_.begin(), names_.end(),
                                  [&](const NameMention& n) { return n.tokens.first > verb; });
    if (who == names_.end() || who->tokens.last > s.tokens.last ||
        who->tokens.first - verb > kOfficeWords)
      return;
    for (std::uint32_t i = verb + 1; i < who->tokens.first; ++i) {
      if (r_.word_class(i) == mark || r_.finite(i)) return;
    }
    Attribution a;
    a.source.push_back({verb + 1, who->tokens.last});
    a.cue.push_back({verb, verb + 1});
    a.content.push_back(p.tokens);
    a.direct = true;
    a.verb = verb;
    a.strength = kCues.find(r_.lemma(verb)).field(0);
    add(a, s);
  }

  void carry(std::size_t index, const Passage& p) {
    const Portion& s = portions_[index];
    if (begins_paragraph(d_, s.tokens.first) || !out_.back().direct) {
      push_carried(p);
    } else {
      out_.back().content.push_back(d_.span_of(p.tokens));
    }
    last_token_ = s.tokens.last;
  }

  void push_carried(const Passage& p) {
    Quote q;
    q.content.push_back(d_.span_of(p.tokens));
    q.direct = true;
    q.carried_over = true;
    q.speaker = last_speaker_;
    out_.push_back(std::move(q));
  }

  // `X paid tribute: “Q”`, `From the report: “Q”`, `X: “Q”`.
  bool after_colon(const Passage& p, const Portion& s) {
    if (p.outside.first <= s.tokens.first || !r_.is(p.outside.first - 1, ":")) return false;
    if (p.tokens.size() < 3) return false;
    const std::uint32_t colon = p.outside.first - 1;
    std::uint32_t first = s.tokens.first;
    if (r_.is(first, "from")) ++first;
    std::uint32_t verb = first;
    while (verb < colon && !r_.finite(verb)) ++verb;
    const auto who = subject_before(r_, first, verb);
    if (!who || who->first != first) return false;
    Attribution a;
    a.source.push_back(*who);
    if (verb < colon) a.cue.push_back({verb, verb + 1});
    a.content.push_back(p.tokens);
    a.direct = true;
    a.verb = verb;
    add(a, s);
    return true;
  }

  // A headline's “calculated betrayal” is the judge's, if the body has her say it.
  void lend_to_titles() {
    std::vector<Quote> titles;
    for (const Portion& s : portions_) {
      const BlockKind kind = d_.blocks[s.block].kind;
      if (kind != BlockKind::title && kind != BlockKind::heading) continue;
      for (const Passage& p : s.passages) {
        const Span span = d_.span_of(p.tokens);
        bool known = false;
        for (const Quote& q : out_) known = known || holds(q, span);
        if (known || p.tokens.size() < 2) continue;
        const Quote* origin = spoken_elsewhere(p.tokens);
        if (!origin) continue;
        Quote q;
        q.content.push_back(span);
        q.direct = true;
        q.carried_over = true;
        q.speaker = origin->speaker;
        titles.push_back(std::move(q));
      }
    }
    for (Quote& q : titles) out_.push_back(std::move(q));
  }

  static bool holds(const Quote& q, Span span) {
    return std::any_of(q.content.begin(), q.content.end(),
                       [&](Span c) { return c.overlaps(span); });
  }

  // A quotation with the same words, stops aside.
  const Quote* spoken_elsewhere(Range words) const {
    while (!words.empty() && r_.word_class(words.last - 1) == mark) --words.last;
    if (words.empty()) return nullptr;
    for (const Quote& q : out_) {
      for (const Span c : q.content) {
        const Range inside = d_.tokens_in(c);
        for (std::uint32_t i = inside.first; i + words.size() <= inside.last; ++i) {
          std::uint32_t k = 0;
          while (k < words.size() && r_.word(i + k) == r_.word(words.first + k)) ++k;
          if (k == words.size()) return &q;
        }
      }
    }
    return nullptr;
  }

  const Reading& r_;
  const Document& d_;
  const std::vector<NameMention>& names_;
  Speakers speakers_;
  std::vector<Portion> portions_;
  std::vector<Quote> out_;
  EntityId last_speaker_;
  std::uint32_t last_token_ = 0;  // end of the stretch that was attributed last
  bool last_direct_ = false;
};

}  // namespace

std::string_view cue_strength_code(CueStrength strength) {
  switch (strength) {
    case CueStrength::neutral:
      return "neutral";
    case CueStrength::claim:
      return "claim";
    case CueStrength::deny:
      return "deny";
    case CueStrength::admit:
      return "admit";
    case CueStrength::accuse:
      return "accuse";
    case CueStrength::promise:
      return "promise";
    case CueStrength::ask:
      return "ask";
  }
  return "neutral";
}

std::vector<Quote> find_quotes(const Reading& reading, const std::vector<NameMention>& names,
                               const Entities& entities) {
  return Collector(reading, names, entities).run();
}

}  // namespace crossread
