#include <unordered_map>

#include "base/utf8.h"
#include "mention/name_features.h"

namespace crossread {
namespace {

constexpr std::uint8_t seen_bit(Seen s) {
  return static_cast<std::uint8_t>(1U << static_cast<int>(s));
}

bool is_capital(const Token& t) {
  return t.kind == TokenKind::word && (t.casing == Casing::capitalised ||
                                       t.casing == Casing::upper || t.casing == Casing::mixed);
}

// The small words that matter, one bit each.
constexpr std::uint8_t kLink = 1;  // may stand inside a name
constexpr std::uint8_t kLegalForm = 2;
constexpr std::uint8_t kComma = 4;
constexpr std::uint8_t kHyphen = 8;
constexpr std::uint8_t kBinds = 16;  // binds capitals to one run
constexpr std::uint8_t kThe = 32;
constexpr std::uint8_t kIn = 64;     // "in", "near", "from"
constexpr std::uint8_t kSaid = 128;  // "said", "told", "who"

bool is_link(std::string_view w) {
  return w == "of" || w == "the" || w == "and" || w == "for" || w == "&" || w == "-" || w == "'s" ||
         w == "'" || w == "." || w == "/" || w == "in" || w == "on" || w == "@" || w == "+";
}

bool is_legal_form(std::string_view w) {
  return w == "inc" || w == "inc." || w == "ltd" || w == "ltd." || w == "llc" || w == "l.l.c." ||
         w == "corp" || w == "corp." || w == "co." || w == "plc" || w == "l.p." || w == "lp" ||
         w == "jr" || w == "jr." || w == "sr." || w == "limited";
}

std::uint8_t marks_of(std::string_view w) {
  unsigned marks = 0;
  if (is_link(w)) marks |= kLink;
  if (is_legal_form(w)) marks |= kLegalForm;
  if (w == ",") marks |= kComma;
  if (w == "-") marks |= kHyphen;
  if (w == "of" || w == "&" || w == "-" || w == "'s") marks |= kBinds;
  if (w == "the") marks |= kThe;
  if (w == "in" || w == "near" || w == "from") marks |= kIn;
  if (w == "said" || w == "says" || w == "told" || w == "added" || w == "who") marks |= kSaid;
  return static_cast<std::uint8_t>(marks);
}

// X for upper, x for lower, d for digits, other bytes as they are; runs shortened to two.
std::uint64_t shape_of(std::string_view text) {
  std::uint64_t h = 0x51AFD7ED558CCDULL;
  char last = 0;
  int run = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    char c = 0;
    if (byte < 0x80) {
      c = byte >= 'A' && byte <= 'Z'   ? 'X'
          : byte >= 'a' && byte <= 'z' ? 'x'
          : byte >= '0' && byte <= '9' ? 'd'
                                       : text[at];
      ++at;
    } else {
      const Character x = decode(text, at);
      c = is_upper(x.code) ? 'X' : is_letter(x.code) ? 'x' : '?';
      at += x.bytes;
    }
    run = c == last ? run + 1 : 1;
    last = c;
    if (run <= 2) h = mix_bits(h * 31 + static_cast<unsigned char>(c));
  }
  return h;
}

}  // namespace

bool is_headline_cased(const Document& document, const Sentence& sentence) {
  int capital = 0;
  int lower = 0;
  for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
    const Token& t = document.tokens[i];
    if (t.kind != TokenKind::word || t.span.size() < 4) continue;
    if (t.casing == Casing::lower) ++lower;
    if (t.casing == Casing::capitalised || t.casing == Casing::upper) ++capital;
  }
  return capital >= 4 && capital >= 4 * lower;
}

NameContext::NameContext(const Document& document, const NameLexicon& lexicon,
                         const NameModel& model)
    : d_(document), x_(lexicon), model_(model), views_(document.tokens.size()) {
  const FormIndex& forms = x_.forms();
  std::vector<TokenView> by_form(forms.size());
  marks_.resize(forms.size());
  for (std::uint32_t f = 0; f < forms.size(); ++f) {
    by_form[f] = look(forms.first_token(f));
    marks_[f] = marks_of(d_.folded(d_.tokens[forms.first_token(f)]));
  }
  for (std::uint32_t i = 0; i < views_.size(); ++i) {
    views_[i] = by_form[forms[i]];
    views_[i].run_first = views_[i].run_last = i;
  }
  for (const Sentence& s : d_.sentences) find_active(s.tokens);
  for (const Sentence& s : d_.sentences) find_runs(s.tokens);
  std::vector<std::uint8_t> headline(d_.sentences.size());
  for (std::size_t k = 0; k < d_.sentences.size(); ++k) {
    headline[k] = is_headline_cased(d_, d_.sentences[k]);
    note_evidence(d_.sentences[k].tokens, headline[k] != 0);
  }
  share_evidence();
  for (std::size_t k = 0; k < d_.sentences.size(); ++k) {
    cut_segments(d_.sentences[k].tokens, headline[k] != 0);
  }
}

TokenView NameContext::look(std::uint32_t i) const {
  const Token& t = d_.tokens[i];
  TokenView v;
  v.word = hash_word(d_.folded(t));
  if (t.kind != TokenKind::word) return v;
  v.info = model_.word(v.word);
  v.shape = shape_of(d_.surface(t));
  return v;
}

// What is seen of a word in one place holds in all its places, however it is written there.
void NameContext::share_evidence() {
  const FormIndex& forms = x_.forms();
  std::unordered_map<std::uint64_t, std::uint32_t> words;  // looked up only, never walked
  std::vector<std::uint32_t> word_of(forms.size());
  for (std::uint32_t f = 0; f < forms.size(); ++f) {
    word_of[f] = words
                     .try_emplace(views_[forms.first_token(f)].word,
                                  static_cast<std::uint32_t>(words.size()))
                     .first->second;
  }
  std::vector<std::uint8_t> seen(words.size());
  for (std::uint32_t i = 0; i < views_.size(); ++i) seen[word_of[forms[i]]] |= views_[i].seen;
  for (std::uint32_t i = 0; i < views_.size(); ++i) {
    if (views_[i].active) views_[i].seen = seen[word_of[forms[i]]];
  }
}

void NameContext::find_active(Range s) {
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    const Token& t = d_.tokens[i];
    if (t.kind == TokenKind::end) continue;
    TokenView& v = views_[i];
    if (is_capital(t)) {
      v.active = true;
    } else if (t.kind == TokenKind::word && t.casing == Casing::lower) {
      const Signs signs = x_.signs(i);
      v.active =
          v.info.casing == WordCase::capital ||
          ((signs & kFirstSigns) != 0 && (signs & bit(Sign::first_weak)) == 0 && t.span.size() > 3);
    }
  }
  // "bin Laden", "al-Sadr", "de la Cruz": what stands before a capital as part of it.
  for (std::uint32_t i = s.first + 1; i < s.last; ++i) {
    if (!is_capital(d_.tokens[i])) continue;
    std::uint32_t k = i - 1;
    if (k > s.first && marked(k, kHyphen)) --k;
    for (int steps = 0; steps < 2 && x_.has(k, bit(Sign::particle)) && !x_.has(k, bit(Sign::stop));
         ++steps) {
      for (std::uint32_t m = k; m < i; ++m) views_[m].active = true;
      if (k-- == s.first) break;
    }
  }
  // "Huber, Inc.": the comma.
  for (std::uint32_t i = s.first + 2; i < s.last; ++i) {
    if (marked(i - 1, kComma) && marked(i, kLegalForm) && views_[i - 2].active) {
      views_[i - 1].active = true;
    }
  }
  // Up to three links or numbers between two active tokens, and a number behind one.
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    if (!views_[i].active) continue;
    std::uint32_t k = i + 1;
    while (k < s.last && k - i <= 3 && !views_[k].active &&
           (marked(k, kLink) || d_.tokens[k].kind == TokenKind::number ||
            x_.has(k, bit(Sign::particle)))) {
      ++k;
    }
    const bool closed = k < s.last && views_[k].active;
    const std::uint32_t end = closed ? k : i + 1;
    for (std::uint32_t m = i + 1; m < end; ++m) views_[m].active = true;
    if (!closed && i + 1 < s.last && d_.tokens[i + 1].kind == TokenKind::number)
      views_[i + 1].active = true;
    if (closed) i = k - 1;
  }
}

void NameContext::find_runs(Range s) {
  for (std::uint32_t i = s.first; i < s.last;) {
    if (!is_capital(d_.tokens[i])) {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    for (;;) {
      if (end < s.last && is_capital(d_.tokens[end])) {
        ++end;
        continue;
      }
      // Links bind where they stand alone between capitals; "and", "in", "on" do not.
      std::uint32_t k = end;
      while (k < s.last && k - end < 2 && !is_capital(d_.tokens[k])) {
        const bool binds =
            marked(k, kBinds) || x_.has(k, bit(Sign::particle)) || (marked(k, kThe) && k > end);
        if (!binds) break;
        ++k;
      }
      if (k > end && k < s.last && is_capital(d_.tokens[k])) {
        end = k + 1;
        continue;
      }
      break;
    }
    for (std::uint32_t k = i; k < end; ++k) {
      views_[k].run_first = i;
      views_[k].run_last = end;
    }
    i = end;
  }
}

void NameContext::note_evidence(Range s, bool headline) {
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    const Token& t = d_.tokens[i];
    if (t.kind != TokenKind::word) continue;
    TokenView& v = views_[i];
    if (t.casing == Casing::lower) {
      v.seen |= seen_bit(Seen::lower);
      continue;
    }
    if (!is_capital(t) || headline) continue;
    if (i > s.first && d_.tokens[i - 1].kind == TokenKind::word) v.seen |= seen_bit(Seen::capital);
    const bool first = v.run_first == i;
    const bool last = v.run_last == i + 1;
    const Signs first_signs = x_.signs(v.run_first);
    const Signs last_signs = x_.signs(v.run_last - 1);
    const std::uint32_t run = v.run_last - v.run_first;
    if (i > s.first && x_.has(i - 1, bits(Sign::title, Sign::honorific)))
      v.seen |= seen_bit(Seen::after_title);
    if (last && run > 1 && run <= 4 && (first_signs & kFirstSigns) != 0)
      v.seen |= seen_bit(Seen::ends_person);
    if (last && run > 1 && run <= 5 && (first_signs & bits(Sign::title, Sign::honorific)) != 0) {
      v.seen |= seen_bit(Seen::ends_person);
    }
    if (first && run > 1 && run <= 4 && (first_signs & kFirstSigns) != 0)
      v.seen |= seen_bit(Seen::begins_person);
    if (run > 1 && (last_signs & bits(Sign::suffix, Sign::head, Sign::team, Sign::paper)) != 0) {
      v.seen |= seen_bit(Seen::in_organisation);
    }
    if (first && i > s.first && marked(i - 1, kIn)) v.seen |= seen_bit(Seen::after_in);
    if (last && i + 1 < s.last && marked(i + 1, kSaid)) v.seen |= seen_bit(Seen::before_said);
  }
}

void NameContext::cut_segments(Range s, bool headline) {
  for (std::uint32_t i = s.first; i < s.last;) {
    if (!views_[i].active) {
      ++i;
      continue;
    }
    std::uint32_t end = i + 1;
    while (end < s.last && views_[end].active) ++end;
    segments_.push_back({i, end});
    sentences_.push_back(s);
    headlines_.push_back(headline ? 1 : 0);
    i = end;
  }
}

}  // namespace crossread
