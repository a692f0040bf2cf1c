#include "claim/clauses.h"

#include <algorithm>
#include <string_view>

#include "base/id.h"
#include "tables/tables.h"

namespace crossread {
namespace {

using enum WordClass;

constexpr std::uint32_t kSmallest = 3;    // content words a clause must have to stand alone
constexpr std::uint32_t kLookAhead = 14;  // tokens in which a clause must show its verb

class ClauseCutter {
 public:
  ClauseCutter(const Reading& r, Range run) : r_(r), run_(run) {}

  std::vector<Range> cut() {
    std::uint32_t begin = run_.first;
    for (std::uint32_t i = run_.first + 1; i < run_.last; ++i) {
      if (!border_at(begin, i)) continue;
      push(begin, i);
      begin = i;
    }
    push(begin, run_.last);
    join_small();
    return pieces_;
  }

 private:
  // A clause may begin at token i.
  bool border_at(std::uint32_t begin, std::uint32_t i) const {
    const std::uint32_t before = i - 1;
    if (r_.any(before, {";", "?", "!"})) return true;
    if (r_.is(before, ".") && r_.capital(i)) return true;
    if (r_.is(before, ":")) return has_verb(begin, before) && has_verb(i, run_.last);
    if (dash(before)) return true;
    if (r_.comma(before)) return after_comma(begin, i);
    if (r_.any(i, {"and", "but", "or"})) return joined_predicate(begin, i);
    if (subordinator(i) == 'a' && r_.word_class(i) != name) {
      return has_finite(begin, i) && verb_follows(i + 1);
    }
    return false;
  }

  // " - " or "—": not the hyphen of "nation-state".
  bool dash(std::uint32_t i) const {
    if (!r_.is(i, "-")) return false;
    const Document& d = r_.document();
    const Token& t = r_.token(i);
    const bool wide = d.surface(t) != "-" && d.surface(t) != "‐" && d.surface(t) != "‑";
    const bool spaced = t.lead < t.span.begin && i + 1 < r_.size() &&
                        r_.token(i + 1).lead < r_.token(i + 1).span.begin;
    const bool digits = i > 0 && i + 1 < r_.size() && r_.word_class(i - 1) == number &&
                        r_.word_class(i + 1) == number;
    return spaced || (wide && !digits && t.span.size() == 3 && d.surface(t) == "—");
  }

  char subordinator(std::uint32_t i) const {
    static const Table kSubordinators = table("subordinators");
    const Table::Row row = kSubordinators.find(r_.word(i));
    return row ? row.field(0)[0] : '\0';
  }

  bool after_comma(std::uint32_t begin, std::uint32_t i) const {
    const WordClass c = r_.word_class(i);
    if (r_.any(i, {"and", "or", "but", "nor", "yet", "so"})) {
      // A list ("Xi, Putin and Modi") has no verb of its own behind the conjunction.
      return verb_follows(i + 1) && has_verb(begin, i);
    }
    if (r_.any(i, {"who", "whom", "whose", "which"})) return true;
    if (r_.is(i, "then") && i + 1 < run_.last && r_.finite(i + 1)) return has_finite(begin, i);
    if (subordinator(i) != '\0') return i + 1 < run_.last && has_verb(begin, i);
    if (c == verb_ing)
      return has_verb(begin, i) &&
             !(i + 1 < run_.last && r_.nominal(i + 1) && r_.comma(i + 2 < run_.last ? i + 2 : i));
    if (c == verb_participle)
      return has_finite(begin, i) && i + 1 < run_.last && !r_.nominal(i + 1);
    if (c == adverb && i + 1 < run_.last) {
      const WordClass next = r_.word_class(i + 1);
      return (next == verb_ing || next == verb_participle) && has_verb(begin, i);
    }
    // ", he said" has been taken off; a full clause after a comma splice.
    return r_.finite(i) && r_.word_class(i) != noun && has_finite(begin, i) && !apposed(begin, i);
  }

  // "X, a former minister, resigned": the verb after the comma belongs to X.
  bool apposed(std::uint32_t begin, std::uint32_t i) const { return !has_finite_top(begin, i); }

  // "signed a deal and will visit", "rose and fell sharply".
  bool joined_predicate(std::uint32_t begin, std::uint32_t i) const {
    if (!has_finite(begin, i)) return false;
    std::uint32_t at = i + 1;
    while (at < run_.last && r_.word_class(at) == adverb) ++at;
    if (at >= run_.last) return false;
    if (r_.finite(at)) return true;
    if (r_.is(at, "that") && r_.word_class(at) == WordClass::subordinator)
      return verb_follows(at + 1);
    // "and Putin will visit": a subject and its verb, close by.
    if (!r_.begins_phrase(at)) return false;
    const std::uint32_t end = phrase_end(r_, at, run_.last);
    return end > at && end < run_.last &&
           (r_.finite(end) ||
            (r_.word_class(end) == adverb && end + 1 < run_.last && r_.finite(end + 1)));
  }

  bool has_verb(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (r_.verb(i)) return true;
    }
    return false;
  }
  bool has_finite(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (r_.finite(i)) return true;
    }
    return false;
  }
  bool has_finite_top(std::uint32_t first, std::uint32_t last) const {
    return r_.has_finite(first, last);
  }
  bool verb_follows(std::uint32_t at) const {
    return has_verb(at, std::min(run_.last, at + kLookAhead));
  }

  void push(std::uint32_t first, std::uint32_t last) {
    while (first < last &&
           (edge(first) || (first > run_.first && r_.is(first, "that") && edge(first - 1))))
      ++first;
    while (last > first && dangling(last - 1)) --last;
    if (first < last) pieces_.push_back({first, last});
  }
  bool edge(std::uint32_t i) const {
    return (r_.word_class(i) == mark && !r_.is(i, "$")) || r_.any(i, {"and", "but", "or"}) ||
           (r_.is(i, "then") && i + 1 < run_.last && r_.finite(i + 1));
  }

  // Marks, and the "although" whose clause is somebody's words.
  bool dangling(std::uint32_t i) const {
    if (r_.word_class(i) == mark) return !r_.any(i, {"%", ")"});
    return r_.any(i, {"and", "but", "or", "although", "though", "while", "as", "because", "that",
                      "whereas", "since"});
  }

  // Three content words, or two and a subject with its verb: "a turnstile jammed", "before the deal
  // was signed", "who arrived on Thursday".
  bool too_small(Range piece) const {
    const std::uint32_t words = content_words(r_, piece);
    if (words >= kSmallest) return false;
    const WordClass c = r_.word_class(piece.first);
    const bool opens = c == wh || subordinator(piece.first) == 'a';
    const std::uint32_t subject = opens ? piece.first + 1 : piece.first;
    return !(words == kSmallest - 1 && subject < piece.last &&
             (c == wh || r_.begins_phrase(subject)) && has_finite(subject, piece.last));
  }

  // A small piece joins the one before it, or the one after it where it is the first.
  void join_small() {
    std::vector<Range> joined;
    bool open = false;  // the last of `joined` is too small and waits for more
    for (const Range& piece : pieces_) {
      const bool small = too_small(piece);
      if (!joined.empty() && (small || open)) {
        joined.back().last = piece.last;
        open = open && too_small(joined.back());
      } else {
        joined.push_back(piece);
        open = small;
      }
    }
    pieces_ = std::move(joined);
  }

  const Reading& r_;
  Range run_;
  std::vector<Range> pieces_;
};

}  // namespace

std::uint32_t content_words(const Reading& reading, Range run) {
  std::uint32_t count = 0;
  for (std::uint32_t i = run.first; i < run.last; ++i) {
    const WordClass c = reading.word_class(i);
    const bool counts =
        is_nominal(c) || c == number || c == adjective || (is_verb(c) && !reading.auxiliary(i)) ||
        reading.any(i, {"nobody", "nothing", "none", "everyone", "everybody", "everything"});
    if (counts) ++count;
  }
  return count;
}

std::vector<Range> cut_clauses(const Reading& reading, Range run) {
  return ClauseCutter(reading, run).cut();
}

std::uint32_t main_verb(const Reading& r, Range clause) {
  std::uint32_t fallback = Id<void>::kNone;
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    if (!r.verb(i)) continue;
    if (!r.finite(i)) {
      if (fallback == Id<void>::kNone && r.word_class(i) != verb_participle) fallback = i;
      continue;
    }
    // Inside "who was …"? Then the next one, unless the clause itself begins so.
    const bool relative = i > clause.first + 1 && r.any(i - 1, {"who", "which", "that"});
    if (relative && r.has_finite(i + 1, clause.last)) continue;
    std::uint32_t verb = i;
    while (verb + 1 < clause.last && r.auxiliary(verb)) {
      std::uint32_t next = verb + 1;
      while (next < clause.last && (r.word_class(next) == adverb || r.is(next, "n't"))) ++next;
      if (next >= clause.last || !r.verb(next) || r.word_class(next) == modal) break;
      verb = next;
    }
    return verb;
  }
  if (fallback != Id<void>::kNone) return fallback;
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    if (r.verb(i)) return i;
  }
  return Id<void>::kNone;
}

}  // namespace crossread
