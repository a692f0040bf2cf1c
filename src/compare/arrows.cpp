#include "compare/arrows.h"

#include <algorithm>

#include "base/calendar.h"
#include "compare/edits.h"

namespace crossread {
namespace {

constexpr std::int32_t kCreditWeight = 3500;
constexpr std::int32_t kDamageWeight = 2500;
constexpr std::int32_t kDateWeight = 1500;
constexpr std::int32_t kDatelineWeight = 1000;
constexpr std::int32_t kRoundedWeight = 500;  // each, kMostCounted of them
constexpr std::int32_t kQuoteWeight = 700;
constexpr std::uint32_t kMostCounted = 3;
constexpr std::int32_t kContentWeight = 1;  // per thousandth that one explains more of the other
constexpr std::uint32_t kLeastQuoteWords = 4;
constexpr std::uint32_t kLeastCutWords = 2;

struct AlignedSentences {
  std::uint32_t a = 0, b = 0;  // of the two documents
};

class ArrowFinder {
 public:
  ArrowFinder(const EventView& view, const ReuseResult& reuse, const std::vector<Credits>& credits,
              std::uint32_t first, std::uint32_t second)
      : reuse_(reuse),
        credits_(credits),
        i_(first),
        j_(second),
        a_(view.event.articles[first]),
        b_(view.event.articles[second]),
        x_(view.articles[a_]),
        y_(view.articles[b_]) {
    for (const SentencePair& pair : reuse.kin.pairs) {
      const Unit* p = &view.terms.sentences[pair.a];
      const Unit* q = &view.terms.sentences[pair.b];
      if (p->article != a_) std::swap(p, q);
      if (p->article != a_ || q->article != b_) continue;
      aligned_.push_back(
          {x_.statements[p->statement].sentence, y_.statements[q->statement].sentence});
    }
  }

  Arrows run() {
    credit();
    dates();
    damage();
    datelines();
    figures();
    quotes();
    content();
    return std::move(out_);
  }

 private:
  void lean(std::int32_t weight, std::string rule, std::string why, std::vector<Evidence> places) {
    out_.leanings.push_back({weight, {std::move(rule), std::move(why), std::move(places)}});
  }
  std::string name(bool of_a) const { return source_name(of_a ? x_ : y_); }

  void credit() {
    const auto names = [&](std::uint32_t child, std::uint32_t parent, std::int32_t sign) {
      for (const Credit& given : credits_[child].given) {
        if (!credits_[parent].is(given.name)) continue;
        out_.credited = true;
        lean(sign * kCreditWeight, "credit", name(sign < 0) + " credits " + given.name + ".",
             {given.place});
        return;
      }
    };
    names(j_, i_, 1);
    names(i_, j_, -1);
  }

  static bool is_own_date(const Document& d) {
    return d.published_from == DateSource::given || d.published_from == DateSource::text;
  }
  void dates() {
    if (!is_own_date(x_.document) || !is_own_date(y_.document)) return;
    const int order = later(x_, y_);
    if (order == 0) return;
    const Analysis& early = order > 0 ? x_ : y_;
    const Analysis& late = order > 0 ? y_ : x_;
    lean(order * kDateWeight, "earlier",
         source_name(early) + " is of " + iso_date(early.document.published) + ", " +
             source_name(late) + " of " + iso_date(late.document.published) + ".",
         {});
  }

  static std::vector<Evidence> glued(const Analysis& analysis, ArticleIndex article) {
    std::vector<Evidence> out;
    for (const Damage& damage : analysis.document.damage) {
      if (damage.kind == DamageKind::glued && out.size() < kMostCounted)
        out.push_back({article, damage.span});
    }
    return out;
  }
  void damage() {
    std::vector<Evidence> in_a = glued(x_, a_);
    std::vector<Evidence> in_b = glued(y_, b_);
    if (in_a.empty() == in_b.empty()) return;
    const bool second = in_a.empty();
    out_.damaged = second ? 1 : -1;
    lean(second ? kDamageWeight : -kDamageWeight, "damaged",
         name(!second) + " has words run together, as a machine leaves them; " + name(second) +
             " has none.",
         second ? std::move(in_b) : std::move(in_a));
  }

  static const Block* agency_line(const Analysis& analysis) {
    if (analysis.document.agencies.empty()) return nullptr;
    for (const Block& block : analysis.document.blocks) {
      if (block.kind == BlockKind::dateline) return &block;
    }
    return nullptr;
  }
  void datelines() {
    const Block* in_a = agency_line(x_);
    const Block* in_b = agency_line(y_);
    if ((in_a == nullptr) == (in_b == nullptr)) return;
    const bool first = in_a != nullptr;
    const Evidence place{first ? a_ : b_, (first ? in_a : in_b)->span};
    lean(first ? kDatelineWeight : -kDatelineWeight, "dateline",
         name(first) + " carries the dateline of an agency.", {place});
  }

  // p is the exact figure of which q is the rounded form.
  static bool is_finer(const Amount& p, const Amount& q) {
    if (p.kind != q.kind || p.unit != q.unit || p.is_range || q.is_range || p.value == q.value)
      return false;
    if (p.approximate_words || p.hedge != Hedge::none) return false;
    return (q.hedge != Hedge::none || q.high - q.low > 4 * (p.high - p.low)) && q.low <= p.value &&
           p.value <= q.high;
  }
  static bool is_finer(const TimeMention& p, const TimeMention& q) {
    if (p.type != q.type || p.stale || q.stale) return false;
    if (p.type == TimeType::duration) {
      return q.low_days <= p.low_days && p.high_days <= q.high_days &&
             q.high_days - q.low_days > 4 * (p.high_days - p.low_days) && p.high_days > p.low_days;
    }
    if (p.type != TimeType::date || !p.days.known() || !q.days.known()) return false;
    return q.days.low <= p.days.low && p.days.high <= q.days.high &&
           q.days.high - q.days.low >= 6 && p.days.high - p.days.low <= 1;
  }
  template <class Mention>
  void finer(const std::vector<Mention>& in_a, const std::vector<Mention>& in_b, Span s, Span t) {
    const auto has = [](const std::vector<Mention>& list, Span sentence, const auto& test) {
      return std::any_of(list.begin(), list.end(),
                         [&](const Mention& m) { return sentence.contains(m.span) && test(m); });
    };
    for (const Mention& p : in_a) {
      if (!s.contains(p.span)) continue;
      for (const Mention& q : in_b) {
        if (!t.contains(q.span)) continue;
        const bool first = is_finer(p, q);
        const bool second = is_finer(q, p);
        if (first == second) continue;
        // The rounded one may belong to another figure that both give.
        const auto same = [](const Mention& m, const Mention& n) { return m.value == n.value; };
        if (has(in_b, t, [&](const Mention& m) { return same(m, p); })) continue;
        if (has(in_a, s, [&](const Mention& m) { return same(m, q); })) continue;
        std::uint32_t& count = first ? out_.finer_first : out_.finer_second;
        if (count++ >= kMostCounted) continue;
        const auto words = [](const Analysis& of, const Mention& m) {
          return std::string(of.document.text(m.span));
        };
        const std::string exact = first ? words(x_, p) : words(y_, q);
        const std::string round = first ? words(y_, q) : words(x_, p);
        lean(first ? kRoundedWeight : -kRoundedWeight, "rounded",
             name(first) + " has “" + exact + "” where " + name(!first) + " has “" + round + "”.",
             {{a_, p.span}, {b_, q.span}});
      }
    }
  }
  void figures() {
    for (const AlignedSentences& pair : aligned_) {
      const Span s = x_.document.sentences[pair.a].span;
      const Span t = y_.document.sentences[pair.b].span;
      finer(x_.amounts, y_.amounts, s, t);
      finer(x_.times, y_.times, s, t);
    }
  }

  Range words_in(std::uint32_t place, Span span) const {
    const std::vector<StreamWord>& words = reuse_.streams[place].words;
    const auto first =
        std::lower_bound(words.begin(), words.end(), span.begin,
                         [](const StreamWord& w, std::uint32_t at) { return w.span.begin < at; });
    auto last = first;
    while (last != words.end() && last->span.end <= span.end) ++last;
    return {static_cast<std::uint32_t>(first - words.begin()),
            static_cast<std::uint32_t>(last - words.begin())};
  }
  std::uint32_t quoted_in(std::uint32_t place, std::uint32_t sentence) const {
    const WordStream& stream = reuse_.streams[place];
    const Range range = stream.of_sentence[sentence];
    std::uint32_t n = 0;
    for (std::uint32_t w = range.first; w < range.last; ++w) n += stream.words[w].quoted ? 1 : 0;
    return n;
  }
  void quotes() {
    std::uint32_t counted = 0;
    for (const AlignedSentences& pair : aligned_) {
      if (counted >= kMostCounted) return;
      const Span s = x_.document.sentences[pair.a].span;
      const Span t = y_.document.sentences[pair.b].span;
      const std::uint32_t in_a = quoted_in(i_, pair.a);
      const std::uint32_t in_b = quoted_in(j_, pair.b);
      if ((in_a == 0) != (in_b == 0) && std::max(in_a, in_b) >= 2 * kLeastQuoteWords) {
        const bool first = in_a > 0;
        lean(first ? kQuoteWeight : -kQuoteWeight, "quote_retold",
             name(first) + " quotes what " + name(!first) + " retells.", {{a_, s}, {b_, t}});
        ++counted;
        continue;
      }
      counted += cut_quotes(s, t) ? 1 : 0;
    }
  }
  static std::vector<Span> quoted_pieces(const Analysis& analysis, Span sentence) {
    std::vector<Span> out;
    for (const Quote& quote : analysis.quotes) {
      for (const Span piece : quote.content) {
        if (quote.direct && piece.overlaps(sentence)) out.push_back(intersect(piece, sentence));
      }
    }
    return out;
  }
  bool cut_quotes(Span s, Span t) {
    for (const Span p : quoted_pieces(x_, s)) {
      for (const Span q : quoted_pieces(y_, t)) {
        const Range u = words_in(i_, p);
        const Range v = words_in(j_, q);
        const std::uint32_t shorter = std::min(u.size(), v.size());
        const std::uint32_t longer = std::max(u.size(), v.size());
        if (shorter < kLeastQuoteWords || longer < shorter + kLeastCutWords) continue;
        const Rewriting rewriting = compare_wording(reuse_.streams[i_], u, reuse_.streams[j_], v);
        if (rewriting.matched * 10 < shorter * 9) continue;
        const bool first = u.size() > v.size();
        lean(first ? kQuoteWeight : -kQuoteWeight, "quote_cut",
             name(first) + " has more of the quotation than " + name(!first) + ".",
             {{a_, p}, {b_, q}});
        return true;
      }
    }
    return false;
  }

  void content() {
    const Thousandths of_a = reuse_.kin.explained[i_][j_];
    const Thousandths of_b = reuse_.kin.explained[j_][i_];
    if (of_a == of_b) return;
    const bool first = of_b > of_a;
    const auto percent = [](Thousandths t) { return std::to_string((t + 5) / 10) + " %"; };
    lean(kContentWeight * (of_b - of_a), "content",
         name(first) + " accounts for " + percent(std::max(of_a, of_b)) + " of " + name(!first) +
             ", and that for " + percent(std::min(of_a, of_b)) + " of it.",
         {});
  }

  const ReuseResult& reuse_;
  const std::vector<Credits>& credits_;
  std::uint32_t i_, j_;
  ArticleIndex a_, b_;
  const Analysis& x_;
  const Analysis& y_;
  std::vector<AlignedSentences> aligned_;
  Arrows out_;
};

}  // namespace

std::int32_t Arrows::sum() const {
  std::int32_t sum = 0;
  for (const Leaning& leaning : leanings) sum += leaning.weight;
  return sum;
}

Arrows find_arrows(const EventView& view, const ReuseResult& reuse,
                   const std::vector<Credits>& credits, std::uint32_t first, std::uint32_t second) {
  return ArrowFinder(view, reuse, credits, first, second).run();
}

}  // namespace crossread
