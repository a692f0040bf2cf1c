#include "claim/attribution.h"

#include <algorithm>
#include <optional>

#include "base/id.h"
#include "tables/tables.h"

namespace crossread {
namespace {

using enum WordClass;
constexpr std::uint32_t kNowhere = Id<void>::kNone;

// A verb that may say something, with what belongs to it.
struct Cue {
  std::uint32_t verb = 0;
  Range group;               // auxiliaries, adverbs and the verb: "has also said"
  std::string_view strength;
  std::string_view takes;    // complements, see the table
  bool finite = false;
  bool passive = false;
};

class Parser {
 public:
  Parser(const Reading& r, Range stretch, const std::vector<Passage>& passages)
      : r_(r), stretch_(stretch), passages_(passages), floor_(stretch.first) {}

  std::vector<Attribution> run() {
    for (std::uint32_t i = stretch_.first; i < stretch_.last; ++i) {
      if (const Passage* p = passage_at(i)) {
        i = p->outside.last - 1;
        continue;
      }
      if (i < done_) continue;
      if (according(i)) continue;
      const auto cue = cue_at(i);
      if (cue) attribute(*cue);
    }
    return std::move(out_);
  }

 private:
  // ---- what stands where ------------------------------------------------------------------
  const Passage* passage_at(std::uint32_t i) const {
    for (const Passage& p : passages_) {
      if (p.outside.contains(i)) return &p;
    }
    return nullptr;
  }
  const Passage* passage_ending(std::uint32_t end) const {
    for (const Passage& p : passages_) {
      if (p.outside.last == end) return &p;
    }
    return nullptr;
  }
  // A passage at `at`, a comma or colon before it allowed.
  const Passage* passage_from(std::uint32_t at) const {
    if (at < stretch_.last && r_.any(at, {",", ":", "-"})) ++at;
    for (const Passage& p : passages_) {
      if (p.outside.first == at) return &p;
    }
    return nullptr;
  }
  // The passage or the words there can hold a predicate.
  bool has_predicate(std::uint32_t first, std::uint32_t last) const {
    if (r_.has_finite(first, last)) return true;
    for (const Passage& p : passages_) {
      if (first <= p.outside.first && p.outside.last <= last && p.tokens.size() > 3) return true;
    }
    return false;
  }
  // The last token before the stop that ends the stretch.
  std::uint32_t end_of_stretch() const {
    std::uint32_t end = stretch_.last;
    while (end > stretch_.first && r_.word_class(end - 1) == mark &&
           r_.any(end - 1, {".", "!", "?", ";", ":", ",", "-"}) ) {
      --end;
    }
    return end;
  }

  // ---- cues ---------------------------------------------------------------------------------
  std::optional<Cue> cue_at(std::uint32_t i) const {
    static const Table kCues = table("cue_verbs");
    if (r_.word_class(i) == mark) return std::nullopt;
    const bool verb_form = r_.verb(i);
    if (!verb_form && !r_.any(i, {"said", "says", "told"}) && !verb_in_disguise(i)) {
      return std::nullopt;
    }
    const Table::Row row = kCues.find(r_.lemma(i));
    if (!row) return std::nullopt;
    Cue cue;
    cue.verb = i;
    cue.strength = row.field(0);
    cue.takes = row.field(1);
    std::uint32_t first = i;
    bool have = false, be = false;
    while (first > stretch_.first && !passage_at(first - 1) &&
           (r_.auxiliary(first - 1) || (r_.word_class(first - 1) == adverb && r_.word_class(first - 1) != mark))) {
      --first;
      have = have || r_.any(first, {"has", "have", "had", "'ve", "having", "'s"});
      be = be || r_.any(first, {"is", "are", "was", "were", "be", "been", "being"});
    }
    while (first < i && !r_.auxiliary(first)) ++first;  // adverbs in front stay outside
    cue.group = {first, i + 1};
    const WordClass c = r_.word_class(i);
    cue.passive = be && c != verb_ing;
    cue.finite = is_finite(c) || first < i || !verb_form;
    if (c == verb_participle && !have && !be && first == i) {
      // "reported cases", "the alleged plot": no cue. But taggers also call "X announced" so.
      if (i + 1 < stretch_.last && r_.nominal(i + 1) && r_.word_class(i + 1) != name) {
        return std::nullopt;
      }
      cue.finite = true;
    }
    if (c == verb_base && first == i) {
      const bool after_to = i > stretch_.first && r_.word_class(i - 1) == to;
      if (after_to) return std::nullopt;
      cue.finite = true;
    }
    return cue;
  }

  // A verb taken for a noun: "…, official figures show.", "newspapers report he was caught".
  bool verb_in_disguise(std::uint32_t i) const {
    if (!r_.any(i, {"show", "report", "reports", "claim", "claims", "say", "suggest", "estimate"}) ||
        i < stretch_.first + 1 || !r_.nominal(i - 1) || passage_at(i - 1)) {
      return false;
    }
    if (i + 1 < stretch_.last && (r_.any(i + 1, {"that", "he", "she", "it", "they", "there"}))) return true;
    return i > stretch_.first + 2 && i + 1 >= end_of_stretch() && (r_.comma(i - 2) || r_.comma(i - 3));
  }

  // ---- sources ------------------------------------------------------------------------------
  std::optional<Range> subject(const Cue& cue) const {
    std::uint32_t end = cue.group.first;
    while (end > floor_ && r_.word_class(end - 1) == adverb && !passage_at(end - 1)) --end;
    // Never across a passage: what stands in marks is no source.
    std::uint32_t first = floor_;
    for (const Passage& p : passages_) {
      if (p.outside.last <= end && p.outside.last > first) first = p.outside.last;
    }
    return subject_before(r_, first, end);
  }

  // "said X": the phrase after the verb, where something is said before the verb.
  std::optional<Range> inverted(const Cue& cue) const {
    const std::uint32_t before = cue.group.first;
    if (before == stretch_.first) return std::nullopt;
    const bool set_off = r_.any(before - 1, {",", "?", "!", "-"}) || passage_ending(before) ||
                         r_.any(before - 1, {"so", "as"});
    if (!set_off || !cue.finite || cue.passive) return std::nullopt;
    std::uint32_t at = cue.group.last;
    const auto phrase = phrase_after(r_, at, first_passage_after(at));
    if (!phrase || phrase->size() > 40) return std::nullopt;
    if (r_.skip_time(at, stretch_.last) >= phrase->last) return std::nullopt;
    if (phrase->last < stretch_.last) {
      const std::uint32_t next = phrase->last;
      if (r_.verb(next) && r_.word_class(next) != verb_ing) return std::nullopt;
      if (r_.word_class(next) == modal) return std::nullopt;
      if (r_.word_class(next) == adverb && next + 1 < stretch_.last && r_.finite(next + 1)) {
        return std::nullopt;
      }
    }
    return phrase;
  }

  std::uint32_t first_passage_after(std::uint32_t at) const {
    for (const Passage& p : passages_) {
      if (p.outside.first >= at) return p.outside.first;
    }
    return stretch_.last;
  }

  // ---- content to the right -------------------------------------------------------------------
  // Where the content that begins at `at` ends: at the next voice of its own, or with the stretch.
  std::uint32_t content_end(std::uint32_t at) const {
    for (std::uint32_t i = at; i < stretch_.last; ++i) {
      if (const Passage* p = passage_at(i)) {
        i = p->outside.last - 1;
        continue;
      }
      if (i > at && r_.comma(i) && i + 1 < stretch_.last) {
        if (r_.is(i + 1, "according") || (r_.word_class(i + 1) == verb_ing && cue_at(i + 1))) return i;
      }
      if (i > at + 1 && starts_voice(i)) return r_.comma(i - 1) || r_.is(i - 1, ";") ? i - 1 : i;
    }
    return end_of_stretch();
  }

  // "and Y said …", "while Y says …", "and added that …" at token i.
  bool starts_voice(std::uint32_t i) const {
    if (!r_.any(i, {"and", "but", "while", "although", "though", "whereas"}) && !r_.is(i, ";")) {
      return false;
    }
    const bool after_mark = i > stretch_.first && r_.word_class(i - 1) == mark;
    for (std::uint32_t j = i + 1; j < stretch_.last && j < i + 25; ++j) {
      if (passage_at(j) || r_.is(j, ";")) return false;
      const auto cue = cue_at(j);
      if (cue && cue->finite) {
        if (cue->group.first == i + 1 || (cue->group.first == i + 2 && r_.word_class(i + 1) == adverb)) {
          return cue->verb + 1 < stretch_.last &&
                 (r_.is(cue->verb + 1, "that") || passage_from(cue->verb + 1));
        }
        const auto who = subject_before(r_, i + 1, cue->group.first);
        return who && who->first == i + 1 && (after_mark || r_.is(cue->verb + 1, "that")) &&
               !right_content(*cue, true).empty();
      }
      if (r_.finite(j) && !r_.any(j - 1, {"who", "which", "that"})) return false;
    }
    return false;
  }

  struct Right {
    Range content;
    std::vector<Range> via;
    bool direct = false;
    bool empty() const { return content.empty(); }
  };

  // What follows the verb, if it is something said. `shallow` asks only whether there is anything.
  Right right_content(const Cue& cue, bool shallow = false) const {
    Right out;
    std::uint32_t at = cue.group.last;
    const std::uint32_t last = end_of_stretch();
    if (cue.takes.find('h') != std::string_view::npos && !cue.passive) at = addressee(at, last, out);
    at = skip_setting(at, last);
    if (at >= last) return out;
    if (const Passage* p = passage_from(at)) {
      if (cue.takes.find('q') != std::string_view::npos || r_.any(at, {",", ":"})) {
        return quoted(p, std::move(out));
      }
    }
    const std::uint32_t begin = clause_begin(cue, at, last);
    if (begin == kNowhere) return out;
    if (shallow) {
      out.content = {begin, begin + 1};
      return out;
    }
    if (const Passage* p = r_.word_class(begin) == mark ? passage_at(begin) : nullptr) {
      return quoted(p, std::move(out));
    }
    out.content = {begin, content_end(begin)};
    return out;
  }

  // A passage that opens the content: the passage alone if it is the whole of it.
  Right quoted(const Passage* p, Right out) const {
    const std::uint32_t end = content_end(p->outside.first);
    std::uint32_t tail = p->outside.last;
    while (tail < end && r_.word_class(tail) == mark) ++tail;
    if (tail >= end || p->tokens.size() > 8 || !r_.has_finite(tail, end) ||
        r_.comma(p->outside.last)) {
      out.content = p->tokens;
      out.direct = true;
      if (p->tokens.size() < 4 && tail < end) {
        out.direct = false;
        out.content = {p->outside.first, end};
      }
    } else {
      out.content = {p->outside.first, end};
    }
    return out;
  }

  std::uint32_t addressee(std::uint32_t at, std::uint32_t last, Right& out) const {
    if (at >= last || !r_.begins_phrase(at) || r_.is(at, "that")) return at;
    std::uint32_t end = at;
    if (r_.word_class(at) == pronoun) {
      end = at + 1;
    } else {
      end = phrase_end(r_, at, last);
      // "told the court the villa was sold": the addressee ends where a new phrase begins.
      if (end > at && end < last && r_.finite(end)) {
        // No addressee, or one without a border before the clause: take the first noun run.
        std::uint32_t i = at;
        while (i < end && !r_.nominal(i)) ++i;
        while (i < end && r_.nominal(i)) ++i;
        end = i < end ? i : at;
      }
    }
    if (end > at && r_.word_class(end - 1) != pronoun && r_.capital(end - 1)) {
      out.via.push_back({at, end});
    }
    return end;
  }

  // Times, occasions and addressees with "to": "on Tuesday in a statement".
  std::uint32_t skip_setting(std::uint32_t at, std::uint32_t last) const {
    for (int i = 0; i < 4; ++i) {
      std::uint32_t next = r_.skip_time(at, last);
      if (next == at && r_.any(at, {"in", "at", "during", "to", "through", "after", "before", "on"}) &&
          r_.word_class(at) != to) {
        const std::uint32_t end = r_.skip_occasion(at, last);
        // Only if something said can still follow.
        if (end > at && end < last && (r_.is(end, "that") || passage_from(end) ||
                                       r_.skip_time(end, last) > end || r_.begins_phrase(end))) {
          next = end;
        }
      }
      if (next == at) break;
      at = next;
    }
    return at;
  }

  bool takes(const Cue& cue, char what) const { return cue.takes.find(what) != std::string_view::npos; }

  // "said in a letter to the board that": the "that" within reach, no clause between; or kNowhere.
  std::uint32_t that_within_reach(std::uint32_t at, std::uint32_t last) const {
    for (std::uint32_t i = at; i + 1 < last && i < at + 12; ++i) {
      if (r_.is(i, "that") && (i == at || r_.word_class(i) != wh)) {
        return has_predicate(i + 1, last) ? i + 1 : kNowhere;
      }
      if (r_.finite(i) || r_.word_class(i) == mark || r_.word_class(i) == wh) break;
    }
    return kNowhere;
  }

  // "called on Iran to stop", "appealed for an end": the words from the preposition.
  std::uint32_t call_begin(std::uint32_t at, std::uint32_t last) const {
    if (at + 1 >= last || !r_.any(at, {"on", "upon", "for"}) || !r_.begins_phrase(at + 1)) return kNowhere;
    const std::uint32_t end = phrase_end(r_, at + 1, last);
    if (end == at + 1) return kNowhere;
    if (r_.is(at, "for")) return at;
    for (std::uint32_t i = end; i + 1 < last && i < end + 12; ++i) {
      if (r_.word_class(i) == to && r_.word_class(i + 1) == verb_base) return at;
    }
    return kNowhere;
  }

  // First token of the clause said, or kNowhere.
  std::uint32_t clause_begin(const Cue& cue, std::uint32_t at, std::uint32_t last) const {
    if (takes(cue, 't') || takes(cue, 'z')) {
      const std::uint32_t begin = that_within_reach(at, last);
      if (begin != kNowhere) return begin;
    }
    if (takes(cue, 'c')) {
      const std::uint32_t begin = call_begin(at, last);
      if (begin != kNowhere) return begin;
    }
    if (takes(cue, 'w') && r_.any(at, {"whether", "how", "why", "if", "what", "when", "where", "who"})) {
      return has_predicate(at + 1, last) ? at : kNowhere;
    }
    if (takes(cue, 'i') && r_.word_class(at) == to && at + 1 < last && r_.word_class(at + 1) == verb_base) {
      return at;
    }
    if (takes(cue, 'g') && r_.word_class(at) == verb_ing) return at;
    if (takes(cue, 'o') && r_.begins_phrase(at)) {
      const std::uint32_t end = r_.word_class(at) == pronoun ? at + 1 : phrase_end(r_, at, last);
      if (end > at && end + 1 < last && r_.word_class(end) == to && r_.word_class(end + 1) == verb_base) {
        return at;
      }
    }
    if (takes(cue, 'z') && bare_clause(at, last)) return at;
    if (takes(cue, 'n') && r_.begins_phrase(at) && r_.word_class(at) != pronoun &&
        phrase_end(r_, at, last) > at) {
      return at;
    }
    if (takes(cue, 'f') && r_.begins_phrase(at)) {
      const std::uint32_t end = r_.word_class(at) == pronoun ? at + 1 : phrase_end(r_, at, last);
      if (end > at && end + 1 < last && r_.any(end, {"of", "for"})) return at;
    }
    return kNowhere;
  }

  // A clause without "that": a noun phrase and then its finite verb, before any comma that is not
  // part of a list or an apposition.
  bool bare_clause(std::uint32_t at, std::uint32_t last) const {
    if (r_.any(at, {"there", "because", "if", "while", "when", "after", "in", "at", "by", "with",
                    "under", "despite", "since", "not", "only", "even"}) ||
        r_.word_class(at) == verb_ing) {
      return has_predicate(at, last);
    }
    if (!r_.begins_phrase(at)) return false;
    const auto subject = phrase_after(r_, at, last);
    if (!subject) return false;
    return predicate_follows(subject->last, last);
  }

  // Behind its subject comes the verb of a clause: after adverbs, times and prepositional phrases,
  // relative clauses and participles.
  bool predicate_follows(std::uint32_t at, std::uint32_t last) const {
    for (int steps = 0; steps < 6 && at < last; ++steps) {
      if (r_.finite(at)) return true;
      const WordClass c = r_.word_class(at);
      if (c == verb_participle || c == verb_ing || r_.any(at, {"who", "which", "whose", "that"}) ||
          passage_at(at)) {
        return has_predicate(at + 1, last);
      }
      if (c == adverb) {
        ++at;
        continue;
      }
      if (r_.comma(at)) {
        const bool opens = at + 1 < last && (r_.any(at + 1, {"who", "which", "whose", "including",
                                                             "like", "such", "along", "once"}) ||
                                             r_.word_class(at + 1) == verb_participle ||
                                             r_.word_class(at + 1) == preposition ||
                                             r_.word_class(at + 1) == adverb);
        return opens && has_predicate(at + 1, last);
      }
      std::uint32_t next = r_.skip_time(at, last);
      if (next == at) next = r_.skip_occasion(at, last);
      if (next == at && c == verb_participle) next = at + 1;
      if (next == at) return false;
      at = next;
    }
    return false;
  }

  // ---- putting together -----------------------------------------------------------------------
  void attribute(const Cue& cue) {
    if (cue.passive) {
      passive(cue);
      return;
    }
    if (as_saying(cue)) return;
    const bool participle = !cue.finite;
    if (participle) {
      participle_cue(cue);
      return;
    }
    const auto who = r_.any(before(cue), {"who"}) ? antecedent(cue) : subject(cue);
    if (who) {
      Right right = right_content(cue);
      if (!right.empty() && !(right.direct && left_region(who->first))) {
        add(cue, *who, right);
        return;
      }
      if (left_content(cue, *who, cue.group.last)) return;
      if (!right.empty()) add(cue, *who, right);
    }
    if (const auto x = inverted(cue)) {
      if (left_content(cue, *x, x->last)) return;
    }
    if (!who) coordinated(cue);
  }

  // The token before the verb group; the group's own first where there is none.
  std::uint32_t before(const Cue& cue) const {
    return cue.group.first > stretch_.first ? cue.group.first - 1 : cue.group.first;
  }

  // "lawmakers who said", "David Mulford, who said": whom the relative clause is about.
  std::optional<Range> antecedent(const Cue& cue) const {
    std::uint32_t end = before(cue);
    if (end > floor_ && r_.comma(end - 1)) --end;
    return end > floor_ && !r_.comma(end - 1) ? subject_before(r_, floor_, end) : std::nullopt;
  }

  void add(const Cue& cue, Range who, const Right& right) {
    Attribution a;
    a.source.push_back(who);
    a.cue.push_back(cue.group);
    a.content.push_back(right.content);
    a.via = right.via;
    a.direct = right.direct;
    a.verb = cue.verb;
    a.strength = cue.strength;
    finish(std::move(a));
  }

  void finish(Attribution a) {
    std::uint32_t end = 0;
    for (const Range& c : a.content) end = std::max(end, c.last);
    for (const Range& c : a.cue) end = std::max(end, c.last);
    for (const Range& c : a.source) end = std::max(end, c.last);
    done_ = std::max(done_, end);
    floor_ = std::max(floor_, done_);
    out_.push_back(std::move(a));
  }

  // The words before `source` that may be what is said: the region ends before a comma or with a
  // passage.
  std::optional<Range> left_region(std::uint32_t border) const {
    std::uint32_t end = border;
    if (end > floor_ && r_.any(end - 1, {"as", "so"}) && !passage_at(end - 1)) --end;
    if (end <= floor_) return std::nullopt;
    const bool comma = r_.any(end - 1, {",", "-", "?", "!"}) && !passage_at(end - 1);
    if (comma) --end;
    if (end <= floor_) return std::nullopt;
    if (!comma && !passage_ending(end) && !(border > floor_ && r_.is(border - 1, "as"))) {
      return std::nullopt;
    }
    std::uint32_t first = floor_;
    while (first < end && !passage_at(first) && at_joint(first)) ++first;
    if (first >= end || !tells(first, end)) return std::nullopt;
    return Range{first, end};
  }

  // A mark, or the "and" that ties on to the attribution before.
  bool at_joint(std::uint32_t i) const {
    return r_.any(i, {",", ";", "-"}) || (floor_ > stretch_.first && r_.any(i, {"but", "and"}));
  }

  // Something is told there: a predicate, or the verbless words of a headline ("Three dead in
  // crash"), but not a setting ("Last week", "In Beijing").
  bool tells(std::uint32_t first, std::uint32_t end) const {
    if (has_predicate(first, end)) return true;
    if (end - first < 3 || r_.skip_time(first, end) == end) return false;
    const WordClass c = r_.word_class(first);
    if (c == preposition || c == subordinator || c == wh || c == verb_ing || c == adverb ||
        c == verb_participle || c == to) {
      return false;
    }
    for (std::uint32_t i = first; i < end; ++i) {
      if (r_.verb(i)) return true;
    }
    return first == stretch_.first && end - first >= 4;
  }

  // Nothing but a setting, an addressee or the end stands behind an attribution that comes last.
  bool ends_there(const Cue& cue, std::uint32_t after) const {
    const std::uint32_t last = end_of_stretch();
    if (takes(cue, 'h') && after < last && r_.begins_phrase(after)) {
      after = r_.word_class(after) == pronoun ? after + 1 : phrase_end(r_, after, last);
    }
    for (int i = 0; i < 5 && after < last; ++i) {
      std::uint32_t next = r_.skip_time(after, last);
      if (next == after) next = r_.skip_occasion(after, last);
      if (next == after && r_.word_class(after) == adverb) next = after + 1;
      if (next == after) break;
      after = next;
    }
    return after >= last || r_.word_class(after) == mark || passage_at(after) ||
           r_.word_class(after) == conjunction || r_.word_class(after) == verb_ing ||
           r_.any(after, {"as", "when", "while", "after", "before", "who", "which", "following", "via"});
  }

  // "S, X cue" and "S, cue X", with what goes on behind: the rest of a sentence that was
  // interrupted, or a second quotation.
  bool left_content(const Cue& cue, Range who, std::uint32_t after) {
    const std::uint32_t border = std::min(who.first, cue.group.first);
    auto region = left_region(border);
    const bool says = (takes(cue, 't') || takes(cue, 'z')) && takes(cue, 'q') &&
                      r_.word_class(cue.verb) != verb_participle;
    const bool interrupts = !region && says && border > floor_ + 1 && r_.comma(border - 1) &&
                            !passage_at(border - 1) && after < stretch_.last &&
                            r_.comma(skip_setting(after, stretch_.last));
    if (!region && !interrupts) return false;
    Attribution a;
    a.source.push_back(who);
    a.cue.push_back(cue.group);
    a.verb = cue.verb;
    a.strength = cue.strength;
    if (region) {
      const bool quoted = passage_ending(region->last) != nullptr && takes(cue, 'q');
      if (!quoted && !takes(cue, 't') && !takes(cue, 'z')) {
        if (!(takes(cue, 'q') && passage_at(region->last - 1))) return false;
      }
      if (!quoted && !ends_there(cue, after)) return false;
      take_left(*region, a);
    } else {
      a.content.push_back({floor_, border - 1});
    }
    take_rest(after, interrupts, a);
    finish(std::move(a));
    return true;
  }

  // The region itself, or the passages in it if they are most of it.
  void take_left(Range region, Attribution& a) const {
    std::uint32_t inside = 0;
    std::vector<Range> pieces;
    for (const Passage& p : passages_) {
      if (region.first <= p.outside.first && p.outside.last <= region.last) {
        inside += p.outside.size();
        pieces.push_back(p.tokens);
      }
    }
    const bool ends_quoted = passage_ending(region.last) != nullptr;
    if (!pieces.empty() && ends_quoted && inside * 10 >= region.size() * 6 && inside > 6) {
      a.content = pieces;
      a.direct = true;
    } else {
      if (inside == region.size() && !pieces.empty()) {
        a.content = pieces;
        a.direct = true;
        return;
      }
      a.content.push_back(region);
    }
  }

  void take_rest(std::uint32_t after, bool interrupts, Attribution& a) const {
    const std::uint32_t last = end_of_stretch();
    std::uint32_t at = skip_setting(after, last);
    while (at < last && r_.any(at, {".", ",", ":", "-"})) ++at;
    if (at >= last) {
      for (const Passage& p : passages_) {
        if (p.outside.first >= after && a.direct) a.content.push_back(p.tokens);
      }
      return;
    }
    if (a.direct) {
      for (const Passage& p : passages_) {
        if (p.outside.first == at || (p.outside.first > at && passage_ending(at))) {
          a.content.push_back(p.tokens);
          at = p.outside.last;
          while (at < last && r_.any(at, {".", ","})) ++at;
        }
      }
      return;
    }
    if (interrupts) {
      const std::uint32_t end = content_end(at);
      if (end > at) a.content.push_back({at, end});
    } else if (r_.any(at, {"and", "or"}) && at + 1 < last && r_.verb(at + 1)) {
      const std::uint32_t end = content_end(at);
      if (end > at) a.content.push_back({at, end});
    }
  }

  // ", adding that S": the source of the attribution before it; ", saying S": the subject of the
  // clause before it.
  void participle_cue(const Cue& cue) {
    if (r_.word_class(cue.verb) != verb_ing || cue.group.first == stretch_.first) return;
    if (!r_.any(cue.group.first - 1, {",", "by"})) return;
    const Right right = right_content(cue);
    if (right.empty()) return;
    if (!out_.empty() && floor_ > stretch_.first && !r_.has_finite(floor_, cue.group.first)) {
      Attribution& a = out_.back();
      a.cue.push_back(cue.group);
      a.content.push_back(right.content);
      done_ = floor_ = std::max(done_, right.content.last);
      return;
    }
    if (const auto who = clause_subject(cue.group.first)) add(cue, *who, right);
  }

  // The subject of the main clause that stands before `end`.
  std::optional<Range> clause_subject(std::uint32_t end) const {
    for (std::uint32_t i = floor_; i < end; ++i) {
      if (passage_at(i)) return std::nullopt;
      if (!r_.finite(i)) continue;
      std::uint32_t group = i;
      while (group > floor_ && r_.word_class(group - 1) == adverb) --group;
      const auto who = subject_before(r_, floor_, group);
      // In a relative clause the subject is the pronoun; the main verb comes later.
      if (who && !r_.any(who->last - 1, {"who", "which", "that"})) return who;
    }
    return std::nullopt;
  }

  // "… and added that S".
  void coordinated(const Cue& cue) {
    if (out_.empty() || cue.group.first == stretch_.first) return;
    std::uint32_t before = cue.group.first - 1;
    if (r_.word_class(before) == adverb && before > stretch_.first) --before;
    if (!r_.any(before, {"and", "but"})) return;
    const Right right = right_content(cue);
    if (right.empty()) return;
    Attribution& a = out_.back();
    a.cue.push_back(cue.group);
    a.content.push_back(right.content);
    done_ = floor_ = std::max(done_, right.content.last);
  }

  // "X was quoted by Y as saying S", "Y quoted X as saying S".
  bool as_saying(const Cue& cue) {
    if (!r_.any(cue.verb, {"quoted", "quotes", "quoting", "quote", "cited", "cites"})) return false;
    std::uint32_t as = kNowhere;
    for (std::uint32_t i = cue.verb + 1; i + 1 < stretch_.last && i < cue.verb + 40; ++i) {
      if (r_.is(i, "as") && r_.any(i + 1, {"saying", "telling"})) {
        as = i;
        break;
      }
    }
    if (as == kNowhere) return false;
    Attribution a;
    a.verb = cue.verb;
    a.strength = "neutral";
    if (as == cue.verb + 1) {
      a.cue.push_back({cue.group.first, as + 2});
    } else {
      a.cue.push_back(cue.group);
      a.cue.push_back({as, as + 2});
    }
    const auto who = subject(cue);
    if (cue.passive) {
      if (!who) return false;
      a.source.push_back(*who);
      if (r_.is(cue.verb + 1, "by") && cue.verb + 2 < as) a.via.push_back({cue.verb + 2, as});
    } else {
      std::uint32_t end = as;
      while (end > cue.verb + 1 && r_.comma(end - 1)) --end;
      end = std::max(cue.verb + 1, r_.skip_time_back(end, cue.verb + 1));
      if (end <= cue.verb + 1) return false;
      a.source.push_back({cue.verb + 1, end});
      if (who) a.via.push_back(*who);
    }
    Cue say = cue;
    say.group.last = as + 2;
    say.takes = "tzqw";
    say.passive = false;
    const Right right = right_content(say);
    const std::uint32_t border = who ? std::min(who->first, cue.group.first) : cue.group.first;
    if (!right.empty()) {
      a.content.push_back(right.content);
      a.direct = right.direct;
    } else if (const auto region = left_region(border)) {
      take_left(*region, a);
      if (as + 2 < stretch_.last && r_.is(as + 2, "by")) {
        const std::uint32_t end = phrase_end(r_, as + 3, stretch_.last);
        if (end > as + 3) a.via.push_back({as + 3, end});
      }
    } else {
      return false;
    }
    finish(std::move(a));
    return true;
  }

  // "it was announced that S": said, and nobody named. "X was told that" is no voice of X.
  void passive(const Cue& cue) {
    if (as_saying(cue)) return;
    const bool it = cue.group.first > floor_ && r_.is(cue.group.first - 1, "it");
    if (!it || cue.verb + 1 >= stretch_.last || !r_.is(cue.verb + 1, "that")) return;
    const Right right = right_content(cue);
    if (right.empty()) return;
    Attribution a;
    a.cue.push_back(cue.group);
    a.content.push_back(right.content);
    a.verb = cue.verb;
    a.strength = cue.strength;
    finish(std::move(a));
  }

  // "according to X, S" and "S, according to X"; also "as reported by X".
  bool according(std::uint32_t i) {
    std::uint32_t at = kNowhere;
    if (r_.is(i, "according") && i + 2 < stretch_.last && r_.is(i + 1, "to")) at = i + 2;
    if (r_.is(i, "as") && i + 3 < stretch_.last && r_.is(i + 2, "by") &&
        r_.any(i + 1, {"reported", "indicated", "stated", "announced", "noted", "described"})) {
      at = i + 3;
    }
    if (at == kNowhere) return false;
    auto who = phrase_after(r_, at, first_passage_after(at));
    if (!who) return false;
    const std::uint32_t bare = phrase_end(r_, at, who->last);
    if (bare > at && r_.word_class(bare - 1) != name) who->last = bare;  // appositions are for names
    Attribution a;
    a.source.push_back(*who);
    a.cue.push_back({i, at});
    a.verb = i;
    const std::uint32_t last = end_of_stretch();
    const bool leads = i == stretch_.first || r_.word_class(i - 1) == mark ? !left_region(i) : false;
    const std::uint32_t after = skip_setting(who->last, last);
    if (leads && after < last && r_.any(after, {",", ":"}) && has_predicate(after + 1, last)) {
      const std::uint32_t begin = after + 1;
      if (const Passage* p = passage_from(begin)) {
        const Right right = quoted(p, {});
        a.content.push_back(right.content);
        a.direct = right.direct;
      } else {
        a.content.push_back({begin, content_end(begin)});
      }
    } else {
      std::uint32_t end = i;
      if (end > floor_ && r_.comma(end - 1)) --end;
      std::uint32_t first = floor_;
      while (first < end && r_.word_class(first) == mark && !passage_at(first)) ++first;
      if (first >= end || !has_predicate(first, end)) return false;
      take_left({first, end}, a);
    }
    finish(std::move(a));
    return true;
  }

  const Reading& r_;
  Range stretch_;
  const std::vector<Passage>& passages_;
  std::vector<Attribution> out_;
  std::uint32_t floor_;     // what stands before it is said already
  std::uint32_t done_ = 0;  // cues before it lie inside what is said
};

}  // namespace

std::vector<Attribution> find_attributions(const Reading& reading, Range stretch,
                                           const std::vector<Passage>& passages) {
  return Parser(reading, stretch, passages).run();
}

}  // namespace crossread
