#include "mention/name_features.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"

namespace crossread {
namespace {

constexpr Signs kRunWords = bits(Sign::suffix, Sign::head, Sign::of_head, Sign::team, Sign::paper,
                                 Sign::facility, Sign::road, Sign::place_word, Sign::place_start,
                                 Sign::event, Sign::law, Sign::work);

constexpr std::uint8_t seen_bit(Seen s) { return static_cast<std::uint8_t>(1U << static_cast<int>(s)); }

bool is_capital(const Token& t) {
  return t.kind == TokenKind::word && (t.casing == Casing::capitalised ||
                                       t.casing == Casing::upper || t.casing == Casing::mixed);
}

bool is_link(std::string_view w) {
  return w == "of" || w == "the" || w == "and" || w == "for" || w == "&" || w == "-" || w == "'s" ||
         w == "'" || w == "." || w == "/" || w == "in" || w == "on" || w == "@" || w == "+";
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

// A feature is its template and a value.
constexpr std::uint64_t feature(std::uint32_t id, std::uint64_t value) {
  return mix_bits(value * 0x9E3779B97F4A7C15ULL + id * 0xC2B2AE3D27D4EB4FULL);
}
constexpr std::uint64_t pair(std::uint64_t a, std::uint64_t b) {
  return a * 0xD6E8FEB86659FD93ULL + b + 0x632BE59BD9B4E019ULL;
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

namespace {

// Writes the features of one token. Template numbers are part of the trained weights: add new
// ones at the end, and train again.
struct Writer {
  const NameContext& c;
  Range sentence;
  bool headline;
  std::uint32_t i;
  std::vector<std::uint64_t>& out;

  void put(std::uint32_t id, std::uint64_t value) { out.push_back(feature(id, value)); }

  bool inside(std::int64_t k) const {
    return k >= static_cast<std::int64_t>(sentence.first) && k < static_cast<std::int64_t>(sentence.last);
  }
  std::uint64_t word(int offset) const {
    const std::int64_t k = static_cast<std::int64_t>(i) + offset;
    return inside(k) ? c.view(static_cast<std::uint32_t>(k)).word : (offset < 0 ? 1 : 2);
  }
  std::uint64_t fine(int offset) const {
    const std::int64_t k = static_cast<std::int64_t>(i) + offset;
    return inside(k) ? c.view(static_cast<std::uint32_t>(k)).info.cluster : 1000;
  }
  std::uint64_t coarse(int offset) const {
    const std::int64_t k = static_cast<std::int64_t>(i) + offset;
    if (!inside(k)) return 1000;
    const std::uint16_t cluster = c.view(static_cast<std::uint32_t>(k)).info.cluster;
    return cluster == 0 ? 900 : c.model().coarse(cluster);
  }
  Signs signs(int offset) const {
    const std::int64_t k = static_cast<std::int64_t>(i) + offset;
    return inside(k) ? c.lexicon().signs(static_cast<std::uint32_t>(k)) : 0;
  }
  std::uint64_t casing(int offset) const {
    const std::int64_t k = static_cast<std::int64_t>(i) + offset;
    if (!inside(k)) return 99;
    const Token& t = c.document().tokens[static_cast<std::uint32_t>(k)];
    return static_cast<std::uint64_t>(t.casing) * 8 + static_cast<std::uint64_t>(t.kind);
  }

  void lexical() {
    put(1, word(0));
    put(2, pair(word(-1), word(0)));
    put(3, pair(word(0), word(1)));
    const Document& d = c.document();
    const std::string_view w = d.folded(d.tokens[i]);
    for (std::size_t n = 1; n <= 4 && n < w.size(); ++n) {
      put(static_cast<std::uint32_t>(10 + n), hash_word(w.substr(0, n)));
      put(static_cast<std::uint32_t>(20 + n), hash_word(w.substr(w.size() - n)));
    }
  }

  void around() {
    put(30, word(-1));
    put(31, word(1));
    put(32, word(-2));
    put(33, word(2));
    put(34, pair(word(-2), word(-1)));
    put(35, pair(word(1), word(2)));
    put(36, fine(0));
    put(37, fine(-1));
    put(38, fine(1));
    put(39, coarse(-2));
    put(40, coarse(2));
    put(41, coarse(0));
    put(42, coarse(-1));
    put(43, coarse(1));
    put(44, pair(coarse(-1), coarse(0)));
    put(45, pair(coarse(0), coarse(1)));
    put(46, pair(coarse(-1), coarse(1)));
    put(47, pair(fine(0), casing(0)));
  }

  void shapes() {
    const TokenView& v = c.view(i);
    put(50, 0);
    put(51, v.shape);
    put(52, pair(casing(-1), casing(0)));
    put(53, pair(casing(0), casing(1)));
    put(54, pair(pair(casing(-1), casing(0)), casing(1)));
    const bool initial = i == sentence.first;
    const std::uint64_t known = static_cast<std::uint64_t>(v.info.casing);
    const std::uint64_t place = (initial ? 1U : 0U) + (headline ? 2U : 0U);
    put(55, pair(casing(0), place));
    put(56, pair(pair(casing(0), place), known));
    put(57, pair(v.shape, pair(known, place)));
    const Token& t = c.document().tokens[i];
    put(58, pair(t.span.size() > 12 ? 12 : t.span.size(), casing(0)));
    put(59, pair(known, pair(coarse(-1), casing(0))));
  }

  void tables() {
    const Signs here = signs(0);
    const std::uint64_t sight = casing(0);
    for (int b = 0; b < 40; ++b) {
      if ((here >> b & 1) != 0) put(60, pair(static_cast<std::uint64_t>(b), sight));
      if ((signs(-1) >> b & 1) != 0) put(61, static_cast<std::uint64_t>(b));
      if ((signs(1) >> b & 1) != 0) put(62, static_cast<std::uint64_t>(b));
    }
    put(63, here);
    put(64, pair(here & ~kRunWords, signs(1)));
    put(65, pair(signs(-1), here & ~kRunWords));
    const auto& x = c.lexicon();
    put(66, pair(x.place(i).length, pair(x.organisation(i).length, x.place(i).signs)));
    put(67, pair(signs(-2) & bits(Sign::title, Sign::honorific), signs(-1) & bits(Sign::title, Sign::honorific, Sign::first_female, Sign::first_male)));
  }

  void run() {
    const TokenView& v = c.view(i);
    const std::uint32_t length = v.run_last - v.run_first;
    const std::uint64_t size = length > 5 ? 5 : length;
    const std::uint64_t at = length == 0          ? 9
                             : i == v.run_first   ? (length == 1 ? 0 : 1)
                             : i + 1 == v.run_last ? 3
                                                   : 2;
    put(70, pair(size, at));
    put(71, pair(size, pair(at, headline ? 1 : 0)));
    if (length == 0) return;
    const auto& x = c.lexicon();
    const Signs last = x.signs(v.run_last - 1);
    const Signs first = x.signs(v.run_first);
    Signs all = 0;
    for (std::uint32_t k = v.run_first; k < v.run_last && k < v.run_first + 10; ++k) all |= x.signs(k);
    put(72, pair(at, last & kRunWords));
    put(73, pair(at, pair(size, first & (kFirstSigns | bits(Sign::title, Sign::honorific, Sign::of_head, Sign::family_first, Sign::demonym, Sign::country, Sign::city, Sign::region)))));
    put(74, pair(at, all & (kRunWords | kPlaceSigns | kFirstSigns)));
    put(75, pair(at, c.view(v.run_last - 1).word));
    put(76, pair(at, c.view(v.run_first).word));
    if (!headline) {
      const bool opens = v.run_first == sentence.first;
      const bool closes = v.run_last >= sentence.last;
      const TokenView* before = opens ? nullptr : &c.view(v.run_first - 1);
      const TokenView* after = closes ? nullptr : &c.view(v.run_last);
      const std::uint64_t wb = before ? before->word : 1;
      const std::uint64_t wa = after ? after->word : 2;
      const std::uint64_t cb = before ? before->info.cluster : 1000;
      const std::uint64_t ca = after ? after->info.cluster : 1000;
      put(77, pair(wb, size));
      put(78, pair(wa, size));
      put(79, pair(cb, size));
      put(80, pair(ca, size));
      put(81, pair(pair(wb, wa), size));
      put(82, pair(pair(before && before->info.cluster ? c.model().coarse(before->info.cluster) : 999,
                        after && after->info.cluster ? c.model().coarse(after->info.cluster) : 999), size));
    }
    put(83, pair(at, c.view(v.run_last - 1).info.cluster));
    put(84, pair(at, c.view(v.run_first).info.cluster));
  }

  void evidence() {
    const TokenView& v = c.view(i);
    const bool initial = i == sentence.first;
    put(90, pair(v.seen, 1));
    for (int b = 0; b < 8; ++b) {
      if ((v.seen >> b & 1) != 0) put(91, pair(static_cast<std::uint64_t>(b), casing(0)));
    }
    put(92, pair(v.seen, pair(initial ? 1 : 0, casing(0))));
    put(93, pair(v.seen, v.run_last - v.run_first));
    if (inside(static_cast<std::int64_t>(i) + 1)) put(94, c.view(i + 1).seen);
    if (i > sentence.first) put(95, c.view(i - 1).seen);
  }
};

}  // namespace

void name_features(const NameContext& context, std::size_t segment, std::uint32_t token,
                   std::vector<std::uint64_t>& out, std::size_t* lexical) {
  out.clear();
  Writer w{context, context.sentence_of(segment), context.headline(segment), token, out};
  w.lexical();
  if (lexical != nullptr) *lexical = out.size();
  w.around();
  w.shapes();
  w.tables();
  w.run();
  w.evidence();
}

}  // namespace crossread
