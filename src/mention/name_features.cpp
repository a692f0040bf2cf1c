#include "mention/name_features.h"

#include <bit>

namespace crossread {
namespace {

constexpr Signs kRunWords =
    bits(Sign::suffix, Sign::head, Sign::of_head, Sign::team, Sign::paper, Sign::facility,
         Sign::road, Sign::place_word, Sign::place_start, Sign::event, Sign::law, Sign::work);

constexpr Signs kFarSigns =
    kPlaceSigns | kFirstSigns | kOrgSigns |
    bits(Sign::suffix, Sign::head, Sign::title, Sign::honorific, Sign::team);

constexpr Signs kAllSigns = (Signs{1} << 40) - 1;  // more than there are

// A feature is its template and a value.
constexpr std::uint64_t feature(std::uint32_t id, std::uint64_t value) {
  return mix_bits(value * 0x9E3779B97F4A7C15ULL + id * 0xC2B2AE3D27D4EB4FULL);
}
constexpr std::uint64_t pair(std::uint64_t a, std::uint64_t b) {
  return a * 0xD6E8FEB86659FD93ULL + b + 0x632BE59BD9B4E019ULL;
}

// Writes the features of one token. Template numbers are part of the trained weights: add new
// ones at the end, and train again.
struct Writer {
  const NameContext& c;
  Range sentence;
  bool headline;
  std::uint32_t i;
  std::vector<std::uint64_t>& out;
  FeatureParts parts;

  bool has(FeaturePart p) const { return (parts & part_bit(p)) != 0; }
  void put(std::uint32_t id, std::uint64_t value) { out.push_back(feature(id, value)); }

  bool inside(std::int64_t k) const {
    return k >= static_cast<std::int64_t>(sentence.first) &&
           k < static_cast<std::int64_t>(sentence.last);
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

  // ---- the word itself: left out at random in training
  void lexical() {
    if (has(FeaturePart::own)) put(1, word(0));
    if (!has(FeaturePart::place)) return;
    put(2, pair(word(-1), word(0)));
    put(3, pair(word(0), word(1)));
    const TokenView& v = c.view(i);
    if (v.run_first == v.run_last) return;
    const std::uint64_t at = place_in_run();
    put(75, pair(at, c.view(v.run_last - 1).word));
    put(76, pair(at, c.view(v.run_first).word));
  }

  // ---- what is known of the word and its run: left out at random too, as for a name unheard of
  void known() {
    const TokenView& v = c.view(i);
    const Document& d = c.document();
    if (has(FeaturePart::own)) {
      const std::string_view w = d.folded(d.tokens[i]);
      for (std::size_t n = 1; n <= 5 && n < w.size(); ++n) {
        put(static_cast<std::uint32_t>(10 + n), hash_word(w.substr(0, n)));
        put(static_cast<std::uint32_t>(20 + n), hash_word(w.substr(w.size() - n)));
      }
      put(36, fine(0));
      put(41, coarse(0));
    }
    if (!has(FeaturePart::place)) return;
    put(44, pair(coarse(-1), coarse(0)));
    put(45, pair(coarse(0), coarse(1)));
    put(47, pair(fine(0), casing(0)));
    put(48, pair(fine(-1), fine(0)));
    put(49, pair(fine(0), fine(1)));
    const Signs here = signs(0);
    const std::uint64_t sight = casing(0);
    for (Signs left = here & kAllSigns; left != 0; left &= left - 1) {
      put(60, pair(static_cast<std::uint64_t>(std::countr_zero(left)), sight));
    }
    put(63, here);
    put(64, pair(here & ~kRunWords, signs(1)));
    put(65, pair(signs(-1), here & ~kRunWords));
    const auto& x = c.lexicon();
    put(66, pair(x.place(i).length, pair(x.organisation(i).length, x.place(i).signs)));
    if (v.run_first == v.run_last) return;
    const std::uint64_t at = place_in_run();
    const Signs last = x.signs(v.run_last - 1);
    const Signs first = x.signs(v.run_first);
    Signs all = 0;
    for (std::uint32_t k = v.run_first; k < v.run_last && k < v.run_first + 10; ++k)
      all |= x.signs(k);
    put(72, pair(at, last & kRunWords));
    put(73, pair(at, pair(run_size(),
                          first & (kFirstSigns | bits(Sign::title, Sign::honorific, Sign::of_head,
                                                      Sign::family_first, Sign::demonym,
                                                      Sign::country, Sign::city, Sign::region)))));
    put(74, pair(at, all & (kRunWords | kPlaceSigns | kFirstSigns)));
    put(83, pair(at, c.view(v.run_last - 1).info.cluster));
    put(84, pair(at, c.view(v.run_first).info.cluster));
  }

  // ---- what stands around it
  void around() {
    if (has(FeaturePart::left)) put(30, word(-1));
    if (has(FeaturePart::right)) put(31, word(1));
    if (has(FeaturePart::far_left)) put(32, word(-2));
    if (has(FeaturePart::far_right)) put(33, word(2));
    if (has(FeaturePart::place)) {
      put(34, pair(word(-2), word(-1)));
      put(35, pair(word(1), word(2)));
    }
    if (has(FeaturePart::left)) put(37, fine(-1));
    if (has(FeaturePart::right)) put(38, fine(1));
    if (has(FeaturePart::far_left)) put(39, coarse(-2));
    if (has(FeaturePart::far_right)) put(40, coarse(2));
    if (has(FeaturePart::left)) put(42, coarse(-1));
    if (has(FeaturePart::right)) put(43, coarse(1));
    if (!has(FeaturePart::place)) return;
    put(46, pair(coarse(-1), coarse(1)));
    const Signs before = signs(-1);
    const Signs after = signs(1);
    for (Signs left = (before | after) & kAllSigns; left != 0; left &= left - 1) {
      const int b = std::countr_zero(left);
      if ((before >> b & 1) != 0) put(61, static_cast<std::uint64_t>(b));
      if ((after >> b & 1) != 0) put(62, static_cast<std::uint64_t>(b));
    }
    if (inside(std::int64_t{i} + 2)) put(68, pair(word(1), signs(2) & kFarSigns));
    if (inside(std::int64_t{i} - 2)) put(69, pair(word(-1), signs(-2) & kFarSigns));
    put(67,
        pair(signs(-2) & bits(Sign::title, Sign::honorific),
             signs(-1) & bits(Sign::title, Sign::honorific, Sign::first_female, Sign::first_male)));
  }

  void shapes() {
    const TokenView& v = c.view(i);
    if (has(FeaturePart::own)) {
      put(50, 0);
      put(51, v.shape);
    }
    if (!has(FeaturePart::place)) return;
    put(52, pair(casing(-1), casing(0)));
    put(53, pair(casing(0), casing(1)));
    put(54, pair(pair(casing(-1), casing(0)), casing(1)));
    const bool initial = i == sentence.first;
    const std::uint64_t usual = static_cast<std::uint64_t>(v.info.casing);
    const std::uint64_t place = (initial ? 1U : 0U) + (headline ? 2U : 0U);
    put(55, pair(casing(0), place));
    put(56, pair(pair(casing(0), place), usual));
    put(57, pair(v.shape, pair(usual, place)));
    const Token& t = c.document().tokens[i];
    put(58, pair(t.span.size() > 12 ? 12 : t.span.size(), casing(0)));
    put(59, pair(usual, pair(coarse(-1), casing(0))));
  }

  std::uint64_t run_size() const {
    const std::uint32_t length = c.view(i).run_last - c.view(i).run_first;
    return length > 5 ? 5 : length;
  }
  // Alone, first, between, last; or outside any.
  std::uint64_t place_in_run() const {
    const TokenView& v = c.view(i);
    if (v.run_first == v.run_last) return 9;
    if (i == v.run_first) return v.run_last - v.run_first == 1 ? 0 : 1;
    return i + 1 == v.run_last ? 3 : 2;
  }

  // What stands around the run.
  void run() {
    const TokenView& v = c.view(i);
    const std::uint64_t size = run_size();
    const std::uint64_t at = place_in_run();
    put(70, pair(size, at));
    put(71, pair(size, pair(at, headline ? 1 : 0)));
    if (v.run_first == v.run_last || headline) return;
    const bool opens = v.run_first == sentence.first;
    const bool closes = v.run_last >= sentence.last;
    const TokenView* before = opens ? nullptr : &c.view(v.run_first - 1);
    const TokenView* after = closes ? nullptr : &c.view(v.run_last);
    const std::uint64_t wb = before ? before->word : 1;
    const std::uint64_t wa = after ? after->word : 2;
    put(77, pair(wb, size));
    put(78, pair(wa, size));
    put(79, pair(before ? before->info.cluster : 1000U, size));
    put(80, pair(after ? after->info.cluster : 1000U, size));
    put(81, pair(pair(wb, wa), size));
    put(82,
        pair(pair(before && before->info.cluster ? c.model().coarse(before->info.cluster) : 999U,
                  after && after->info.cluster ? c.model().coarse(after->info.cluster) : 999U),
             size));
    // "chief executive of Corvane", "Corvane's shareholders".
    if (v.run_first >= sentence.first + 2) {
      const TokenView& far = c.view(v.run_first - 2);
      put(85, pair(pair(far.word, wb), at));
      put(86, pair(pair(far.info.cluster, wb), at));
    }
    if (v.run_last + 1 < sentence.last) {
      const TokenView& far = c.view(v.run_last + 1);
      put(87, pair(pair(far.word, wa), at));
      put(88, pair(pair(far.info.cluster, wa), at));
    }
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

FeatureGroups name_features(const NameContext& context, std::size_t segment, std::uint32_t token,
                            std::vector<std::uint64_t>& out, FeatureParts parts) {
  out.clear();
  Writer w{context, context.sentence_of(segment), context.headline(segment), token, out, parts};
  FeatureGroups groups;
  w.lexical();
  groups.words = out.size();
  w.known();
  groups.known = out.size();
  w.around();
  w.shapes();
  if (!w.has(FeaturePart::place)) return groups;
  w.run();
  w.evidence();
  return groups;
}

}  // namespace crossread
