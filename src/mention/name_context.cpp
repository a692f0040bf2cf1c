#include <unordered_map>

#include "base/utf8.h"
#include "mention/name_features.h"

namespace crossread {
namespace {

constexpr std::uint8_t seen_bit(Seen s) { return static_cast<std::uint8_t>(1U << static_cast<int>(s)); }

bool is_capital(const Token& t) {
  return t.kind == TokenKind::word && (t.casing == Casing::capitalised ||
                                       t.casing == Casing::upper || t.casing == Casing::mixed);
}

bool is_link(std::string_view w) {
  return w == "of" || w == "the" || w == "and" || w == "for" || w == "&" || w == "-" || w == "'s" ||
         w == "'" || w == "." || w == "/" || w == "in" || w == "on" || w == "@" || w == "+";
}

bool is_legal_form(std::string_view w) {
  return w == "inc" || w == "inc." || w == "ltd" || w == "ltd." || w == "llc" || w == "l.l.c." || w == "corp" ||
         w == "corp." || w == "co." || w == "plc" || w == "l.p." || w == "lp" || w == "jr" || w == "jr." ||
         w == "sr." || w == "limited";
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
      c = byte >= 'A' && byte <= 'Z' ? 'X' : byte >= 'a' && byte <= 'z' ? 'x' : byte >= '0' && byte <= '9' ? 'd' : text[at];
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

NameContext::NameContext(const Document& document, const NameLexicon& lexicon, const NameModel& model)
    : d_(document), x_(lexicon), model_(model), views_(document.tokens.size()) {
  for (std::uint32_t i = 0; i < views_.size(); ++i) look(i);
  for (const Sentence& s : d_.sentences) find_active(s.tokens);
  for (const Sentence& s : d_.sentences) find_runs(s.tokens);
  std::vector<std::uint8_t> headline(d_.sentences.size());
  for (std::size_t k = 0; k < d_.sentences.size(); ++k) {
    headline[k] = is_headline_cased(d_, d_.sentences[k]);
    note_evidence(d_.sentences[k].tokens, headline[k] != 0);
  }
  // Evidence of one word is shared by all its places.
  std::unordered_map<std::uint64_t, std::uint8_t> seen;
  for (const TokenView& v : views_) {
    if (v.seen != 0) seen[v.word] |= v.seen;
  }
  for (TokenView& v : views_) {
    if (!v.active) continue;
    if (const auto it = seen.find(v.word); it != seen.end()) v.seen = it->second;
  }
  for (std::size_t k = 0; k < d_.sentences.size(); ++k) {
    cut_segments(d_.sentences[k].tokens, headline[k] != 0);
  }
}

void NameContext::look(std::uint32_t i) {
  const Token& t = d_.tokens[i];
  TokenView& v = views_[i];
  v.word = hash_word(d_.folded(t));
  v.run_first = v.run_last = i;
  if (t.kind != TokenKind::word) return;
  v.info = model_.word(v.word);
  v.shape = shape_of(d_.surface(t));
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
      v.active = v.info.casing == WordCase::capital ||
                 ((signs & kFirstSigns) != 0 && (signs & bit(Sign::first_weak)) == 0 && t.span.size() > 3);
    }
  }
  // "bin Laden", "al-Sadr", "de la Cruz": what stands before a capital as part of it.
  for (std::uint32_t i = s.first + 1; i < s.last; ++i) {
    if (!is_capital(d_.tokens[i])) continue;
    std::uint32_t k = i - 1;
    if (k > s.first && d_.folded(d_.tokens[k]) == "-") --k;
    for (int steps = 0; steps < 2 && x_.has(k, bit(Sign::particle)) && !x_.has(k, bit(Sign::stop)); ++steps) {
      for (std::uint32_t m = k; m < i; ++m) views_[m].active = true;
      if (k-- == s.first) break;
    }
  }
  // "Huber, Inc.": the comma.
  for (std::uint32_t i = s.first + 2; i < s.last; ++i) {
    if (d_.folded(d_.tokens[i - 1]) == "," && is_legal_form(d_.folded(d_.tokens[i])) && views_[i - 2].active) {
      views_[i - 1].active = true;
    }
  }
  // Up to three links or numbers between two active tokens, and a number behind one.
  for (std::uint32_t i = s.first; i < s.last; ++i) {
    if (!views_[i].active) continue;
    std::uint32_t k = i + 1;
    while (k < s.last && k - i <= 3 && !views_[k].active &&
           (is_link(d_.folded(d_.tokens[k])) || d_.tokens[k].kind == TokenKind::number ||
            x_.has(k, bit(Sign::particle)))) {
      ++k;
    }
    const bool closed = k < s.last && views_[k].active;
    const std::uint32_t end = closed ? k : i + 1;
    for (std::uint32_t m = i + 1; m < end; ++m) views_[m].active = true;
    if (!closed && i + 1 < s.last && d_.tokens[i + 1].kind == TokenKind::number) views_[i + 1].active = true;
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
        const std::string_view w = d_.folded(d_.tokens[k]);
        const bool binds = w == "of" || w == "&" || w == "-" || w == "'s" || x_.has(k, bit(Sign::particle)) ||
                           (w == "the" && k > end);
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
    if (i > s.first && x_.has(i - 1, bits(Sign::title, Sign::honorific))) v.seen |= seen_bit(Seen::after_title);
    if (last && run > 1 && run <= 4 && (first_signs & kFirstSigns) != 0) v.seen |= seen_bit(Seen::ends_person);
    if (last && run > 1 && run <= 5 && (first_signs & bits(Sign::title, Sign::honorific)) != 0) {
      v.seen |= seen_bit(Seen::ends_person);
    }
    if (first && run > 1 && run <= 4 && (first_signs & kFirstSigns) != 0) v.seen |= seen_bit(Seen::begins_person);
    if (run > 1 && (last_signs & bits(Sign::suffix, Sign::head, Sign::team, Sign::paper)) != 0) {
      v.seen |= seen_bit(Seen::in_organisation);
    }
    if (first && i > s.first) {
      const std::string_view before = d_.folded(d_.tokens[i - 1]);
      if (before == "in" || before == "near" || before == "from") v.seen |= seen_bit(Seen::after_in);
    }
    if (last && i + 1 < s.last) {
      const std::string_view after = d_.folded(d_.tokens[i + 1]);
      if (after == "said" || after == "says" || after == "told" || after == "added" || after == "who") {
        v.seen |= seen_bit(Seen::before_said);
      }
    }
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
