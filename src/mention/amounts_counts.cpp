// Counts, ordinals, scores and rates; and the numbers that are names: Section 17, A320, flight 370.
#include <algorithm>

#include "mention/amounts_reader.h"
#include "tables/tables.h"

namespace crossread {
namespace {

// A verb of change shortly before: what "from … to …" then tells is a change, no range.
bool change_before(const Pieces& p, std::size_t i) {
  for (std::size_t k = i - 1; k + 8 > i && !p.border(k); --k) {
    const std::string_view form = p.form(k);
    if (p.is_any(k, {"up",      "down", "rose", "fell", "rise", "fall",   "rises",
                     "falls",   "grew", "grow", "cut",  "cuts", "shrank", "shrinks",
                     "climbed", "went", "hike", "drop", "jump", "moved",  "change"})) {
      return true;
    }
    if (form.size() > 4 && form.ends_with("ed")) return true;
  }
  return false;
}

bool score_word(const Pieces& p, std::size_t i) {
  const std::string_view lemma = p.lemma(i);
  for (const std::string_view word :
       {"win",   "beat",    "victory",   "draw",     "lead",  "triumph",   "vote",
        "score", "defeat",  "lose",      "loss",     "final", "aggregate", "result",
        "tally", "against", "advantage", "thrash",   "edge",  "match",     "success",
        "tie",   "penalty", "goal",      "stalemate"}) {
    if (lemma == word) return true;
  }
  return p.is_any(i, {"won", "lost", "beaten", "led", "drew", "before"});
}

}  // namespace

bool AmountReader::word_is(std::size_t i, std::string_view kind) const {
  static const Table kWords = table("figure_words");
  const Table::Row row = kWords.find(p_.form(i));
  return row && row.field(0).find(kind) != std::string_view::npos;
}

// One number, or "18 to 64", "18-to-64", "200-250", "between three and seven", "five or six".
std::optional<Figure> AmountReader::read_figure(std::size_t i, MagnitudeLetters letters) const {
  if (in_time(i)) return std::nullopt;
  std::size_t start = i;
  const bool between = p_.is(i, "between");
  if (between || (p_.is(i, "-") && p_[i].spaced && p_.joined(i + 1) && p_.number(i + 1))) ++start;
  std::optional<Numeral> from = read_numeral(p_, start, letters);
  if (!from) return std::nullopt;
  Figure figure{i, from->end, *from, {}, false};
  if (start != i && !between) {
    figure.from.value = -figure.from.value;
    return figure;
  }
  std::size_t at = from->end;
  const bool dash = p_.is(at, "-") && p_.joined(at);
  std::size_t second = at + 1;
  if (dash && p_.is(second, "to") && p_.is(second + 1, "-")) second += 2;
  const bool linked = between ? p_.is(at, "and") : dash || p_.is_any(at, {"to", "or"});
  if (!linked && between) {
    // "between 9 per cent and 26 per cent": two figures
    return std::nullopt;
  }
  if (!linked || from->approximate || from->fraction || in_time(second)) return figure;
  // "rose from 9 to 26": two figures; "runs from 9 to 26": one range.
  if (p_.is(i - 1, "from") && p_.is(at, "to") && change_before(p_, i - 1)) return figure;
  const std::optional<Numeral> to = read_numeral(p_, second, letters);
  if (!to || to->approximate || to->fraction)
    return between ? std::nullopt : std::optional<Figure>(figure);
  double scale = 1;
  if (to->magnitude && !from->magnitude && from->value < 1000) {
    scale = to->value >= 1e12  ? 1e12
            : to->value >= 1e9 ? 1e9
            : to->value >= 1e6 ? 1e6
            : to->value >= 1e3 ? 1e3
                               : 1;
  }
  if (to->value <= from->value * scale)
    return between ? std::nullopt : std::optional<Figure>(figure);
  if (!between && !dash && from->in_words != to->in_words) return figure;
  if (p_.is(at, "or") && to->value - from->value * scale > 2 * scale) return figure;
  figure.from.value *= scale;
  figure.from.step *= scale;
  figure.to = *to;
  figure.range = true;
  figure.last = to->end;
  return figure;
}

// 3-2 | 52–35: two figures with nothing counted behind them, near a word of winning.
MaybeAmount AmountReader::read_score(std::size_t i) const {
  if (p_.digits(i) == 0 || p_.digits(i) > 3 || !p_.is(i + 1, "-") || !p_.joined(i + 1) ||
      !p_.joined(i + 2))
    return std::nullopt;
  if (p_.digits(i + 2) == 0 || p_.digits(i + 2) > 3 ||
      (p_.joined(i + 3) &&
       (p_.word(i + 3) || p_.number(i + 3) || p_.is_any(i + 3, {"-", "/", "%"})))) {
    return std::nullopt;
  }
  if (p_.joined(i) && !p_.is_any(i - 1, {"(", "[", "\""})) return std::nullopt;
  bool near = false;
  for (std::size_t k = i - 1; !near && k + 7 > i && !p_.border(k); --k) near = score_word(p_, k);
  for (std::size_t k = i + 3; !near && k < i + 7 && !p_.border(k); ++k) near = score_word(p_, k);
  if (!near && p_.integer(i) <= p_.integer(i + 2)) return std::nullopt;
  Figure figure{i, i + 3, *read_numeral(p_, i), *read_numeral(p_, i + 2), true};
  AmountDraft draft = make(figure, AmountKind::score, Exactness::counted);
  draft.amount.low = figure.from.value;  // as written: ours, theirs
  draft.amount.high = figure.to.value;
  return draft;
}

// his fifth term | 75th anniversary | second-biggest; not "first lady", "at first"
MaybeAmount AmountReader::read_ordinal_of(std::size_t i) const {
  const std::optional<Numeral> n = read_ordinal(p_, i);
  if (!n || in_time(i)) return std::nullopt;
  const std::size_t end = n->end;
  if (p_.border(end) ||
      (p_.is(end, "-") &&
       !p_.is_any(end + 1, {"round", "biggest", "largest", "highest", "longest", "place", "ever",
                            "most", "lowest", "smallest", "term"}))) {
    if (!p_.is_any(i - 1, {"the", "his", "her", "their", "its", "'s"}) || p_.is(end, "-"))
      return std::nullopt;
  }
  if (n->in_words && p_.capitalised(i) && !p_.starts_sentence(i) && p_.capitalised(end))
    return std::nullopt;
  if (word_is(end, "not_ordinal") || p_.is(end, "minute") ||
      p_.is_any(i - 1, {"at", "per", "a.k.a"}))
    return std::nullopt;
  if (p_.capitalised(end) && p_.is_any(end, {"street", "avenue", "district", "ave", "st", "army",
                                             "fleet", "division", "circuit"})) {
    return std::nullopt;
  }
  const bool determined =
      p_.is_any(i - 1, {"the", "his", "her", "their", "its", "our", "my", "your", "'s", "a", "an",
                        "this", "that", "record", "'"});
  Figure figure{i, end, *n, {}, false};
  AmountDraft draft = make(figure, AmountKind::ordinal, Exactness::counted);
  draft.amount.low = draft.amount.high = n->value;
  const bool compound = p_.is(end, "-");  // "second-round vote", "second-biggest city"
  draft.amount.of = compound && p_.is_any(end + 1, {"round", "place", "term"})
                        ? p_.span_of(end + 1, end + 2)
                        : head_after(compound ? end + 2 : end, HeadNumber::singular);
  if (draft.amount.of.empty() && !determined)
    return std::nullopt;  // "first," "second," "first announced"
  if (n->in_words && n->value <= 3 && p_.is_any(i - 1, {"a"}) && p_.is(end, "of"))
    return std::nullopt;  // "a third of"
  return draft;
}

// one in five | 3 out of 4 | a quarter of | two-thirds
MaybeAmount AmountReader::read_rate(std::size_t i) const {
  const std::optional<Numeral> n = read_numeral(p_, i);
  if (!n || in_time(i)) return std::nullopt;
  Figure figure{i, n->end, *n, {}, false};
  double value = n->value;
  if (!n->fraction) {
    std::size_t at = n->end;
    if (p_.is(at, "in")) {
      ++at;
    } else if (p_.is(at, "out") && p_.is(at + 1, "of")) {
      at += 2;
      if (p_.is(at, "every")) ++at;
    } else {
      return std::nullopt;
    }
    const std::optional<Numeral> whole = read_numeral(p_, at);
    if (!whole || in_time(at) || whole->value <= n->value || n->value < 1 ||
        (n->in_words != whole->in_words && n->value > 3) || p_.digits(at) == 4 ||
        (n->value > 20 && p_.is(n->end, "in"))) {
      return std::nullopt;
    }
    figure.last = whole->end;
    value = n->value / whole->value;
  } else if (!p_.is_any(figure.last, {"of", "the"}) &&
             !p_.is_any(i - 1, {"by", "about", "nearly", "almost", "than"}) &&
             !p_.is(figure.last, "majority")) {
    return std::nullopt;
  }
  AmountDraft draft = make(figure, AmountKind::rate, Exactness::measured);
  const HedgeBefore hedge = hedge_before(p_, i);
  Numeral share = *n;
  share.value = value;
  share.fraction = true;
  share.step = 0;
  const Interval range = interval_of(share, hedge.kind, Exactness::counted);
  draft.amount.value = value;
  draft.amount.low = range.low;
  draft.amount.high = range.high;
  return draft;
}

bool AmountReader::is_pronoun_one(std::size_t i, std::size_t end) const {
  if (!p_.is(i, "one") || end != i + 1) return false;
  if (p_.is_any(i + 1, {"count", "dead", "person", "death", "vote", "million", "goal", "child",
                        "seat", "ton"}))
    return false;
  return true;
}

// End of a number that is a name: glued to letters, behind "Section" or a capitalised name, a phone
// number, a list number. i if piece i begins none.
std::size_t AmountReader::identifier_end(std::size_t i) const {
  if (!p_.number(i)) return i;
  std::size_t end = i + 1;
  while (p_.joined(end) &&
         (p_.number(end) ||
          (p_.is_any(end, {"-", "/", ".", "_", ":"}) && p_.joined(end + 1) && !p_.border(end + 1) &&
           (p_.number(end + 1) || p_[end + 1].casing == Casing::upper)))) {
    ++end;
  }
  if (end > i + 1 && p_.joined(end) && p_.word(end)) return end + 1;  // 777-200LR
  if (p_.surface(i)[0] == '0' && p_.digits(i) >= 2) {                 // 020 7946 0018
    while (p_.digits(end) >= 2) ++end;
    return end;
  }
  if (p_.is(i + 1, "-") && p_.joined(i + 1) && p_.joined(i + 2) && p_.digits(i + 2) >= 4 &&
      p_.digits(i) == 3)
    return end;
  const bool chain = end > i + 3;  // 020-7946-0018
  const bool glued_left =
      p_.joined(i) &&
      (p_.word(i - 1) ||
       (p_.is_any(i - 1, {"-", "/", "#", "+", "_"}) && p_.joined(i - 1) && !p_.border(i - 2)) ||
       p_.is_any(i - 1, {"#", "+", "@"}));
  if (p_.is(i - 1, "+")) {
    while (p_.digits(end) >= 2) ++end;
  }
  if (chain || glued_left) return end;
  if (p_.digits(i) >= 7) return end;                      // 2882015
  if (p_.is(i + 1, "/") && p_.joined(i + 1)) return end;  // 24/7
  if (p_.starts_sentence(i) && p_.is_any(i + 1, {".", ")"}) && p_.digits(i) > 0 &&
      p_.digits(i) <= 2 && (p_.word(i + 2) || p_.border(i + 2))) {
    return end;
  }
  if (p_.is(i - 1, "(") && p_.is(i + 1, ")") && p_.digits(i) == 1 && p_.starts_sentence(i - 1))
    return end;
  if (p_.joined(i + 1) && p_.word(i + 1) && p_[i + 1].casing == Casing::upper &&
      p_.form(i + 1).size() <= 2 && p_.digits(i) >= 3)
    return end;
  if (p_.joined(i + 1) && p_.is(i + 1, "x")) return end;
  std::size_t name = i - 1;
  if (p_.is_any(name, {".", "-"}) && p_.is_any(name - 1, {"no", "nr"})) --name;
  if (word_is(name, "numbered") && p_.digits(i) > 0 && !p_.is(name, "no")) {
    // "the number 12"; but "the group 40 people", "each bed 3" do not happen
    return end;
  }
  if (p_.is(name, "no") && (p_.capitalised(name) || name != i - 1)) return end;
  const bool opens = p_.starts_sentence(i - 1);
  const std::string_view before = p_.form(i - 1);
  const bool name_word =
      p_.word(i - 1) && p_.capitalised(i - 1) &&
      !(opens && (word_is(i - 1, "stop") || before.ends_with("ed") || before.ends_with("ing") ||
                  before.ends_with("ly") || hedge_before(p_, i).kind != Hedge::none ||
                  p_.plural(i - 1) || !p_.word(i + 1)));
  const bool after_name = name_word && p_.digits(i) > 0;
  if (after_name) {
    bool plural = false;
    for (std::size_t k = i + 1; k < i + 4 && p_.word(k) && !word_is(k, "stop"); ++k) {
      if (!p_.capitalised(k) && p_.plural(k)) plural = true;
    }
    if (!plural && !p_.is_any(i + 1, {"people", "%", "percent", "per", "million", "billion"}))
      return end;
  }
  // "the 787 Dreamliner", "Boeing's 737 airliner": three digits before a singular noun or a name.
  const bool model = p_.word(i + 1) && !word_is(i + 1, "stop") && !p_.joined(i + 1) &&
                     p_.is_any(i - 1, {"the", "a", "an", "their", "its", "new", "'s"});
  const bool index_name =
      p_.is(i - 1, "'s") && p_.capitalised(i - 2) && p_.word(i + 1);  // "Standard and Poor's 500"
  if (p_.digits(i) == 3 && (model || index_name)) {
    bool plural = false;
    for (std::size_t k = i + 1; k < i + 5 && p_.word(k) && !word_is(k, "stop"); ++k) {
      plural = plural || p_.plural(k);
    }
    if (!plural) return end;
  }
  return i;
}

// The noun behind a figure: its last word, up to the first word that cannot belong to it.
Span AmountReader::head_after(std::size_t i, HeadNumber number) const {
  std::size_t head = 0;
  for (std::size_t k = i; k < i + 7 && !p_.border(k); ++k) {
    if (p_.is(k, "-") && p_.joined(k)) continue;
    if (in_time(k)) {
      if (head != 0) break;
      continue;  // "third five-year term"
    }
    if (!p_.word(k) || word_is(k, "stop") || p_.is(k, "'s")) break;
    const std::string_view form = p_.form(k);
    static const Table kCues = table("tense_cues");
    const Table::Row cue = kCues.find(form);
    if (cue && cue.field(0) != "none" && form != "left") break;
    // "11 armed men" but "61,483 watched"
    if (form.size() > 4 && form.ends_with("ed") &&
        (head != 0 || !p_.word(k + 1) || word_is(k + 1, "stop")))
      break;
    if (number == HeadNumber::singular && head != 0 && p_.plural(k)) break;  // "fifth term begins"
    if (form.size() > 5 && form.ends_with("ly")) {
      if (head != 0) break;
      continue;
    }
    head = k;
    if (p_.plural(k) && !p_.capitalised(k)) break;
  }
  return head == 0 ? Span{} : p_[head].span;
}

MaybeAmount AmountReader::read_count(const Figure& figure) const {
  const std::size_t end = figure.last;
  if (p_.is(end, "-") && p_.joined(end) && p_.joined(end + 1) && p_.word(end + 1) &&
      !figure.range) {
    return std::nullopt;  // "four-door", "two-state"
  }
  if (p_.joined(end) && p_.word(end) && !figure.from.in_words && p_.form(end).size() <= 3 &&
      !p_.is(end, "'s"))
    return std::nullopt;
  if (is_pronoun_one(figure.first, end)) return std::nullopt;
  if (figure.from.in_words && p_.capitalised(figure.first) && !p_.starts_sentence(figure.first) &&
      p_.capitalised(end) && !p_.border(end) && p_.document().blocks.empty()) {
    return std::nullopt;
  }
  AmountDraft draft = make(figure, AmountKind::count, Exactness::counted);
  draft.amount.of = head_after(end, HeadNumber::plural);
  if (draft.amount.of.empty() &&
      p_.is(end, "of")) {  // "seven of nine counts", "three of the 12 ships"
    const std::size_t whole_at =
        p_.is_any(end + 1, {"the", "its", "his", "their", "her"}) ? end + 2 : end + 1;
    if (const std::optional<Numeral> whole = read_numeral(p_, whole_at)) {
      draft.amount.of = head_after(whole->end, HeadNumber::plural);
    }
  }
  return draft;
}

}  // namespace crossread
