#include "claim/values.h"

#include <algorithm>
#include <string_view>

#include "claim/reading.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::uint32_t kNoIndex = Id<void>::kNone;
constexpr std::uint32_t kReach = 12;  // tokens looked at for an owner or a head

// What a token does beside a figure; see the table.
bool word_is(std::string_view form, std::string_view kind) {
  static const Table kWords = table("figure_words");
  const Table::Row row = kWords.find(form);
  return row && row.field(0).find(kind) != std::string_view::npos;
}

bool tense_cue(std::string_view form) {
  static const Table kCues = table("tense_cues");
  const Table::Row row = kCues.find(form);
  return row && row.field(0) != "none";
}

// "a record of $240bn": the noun that says nothing about what is measured.
bool empty_noun(std::string_view lemma) {
  for (const std::string_view word :
       {"record", "total", "average", "maximum",  "minimum", "sum",   "amount",
        "number", "rate",  "value",   "high",     "low",     "level", "figure",
        "one",    "some",  "rise",    "increase", "fall",    "drop",  "gain"}) {
    if (lemma == word) return true;
  }
  return false;
}

class ValueFinder {
 public:
  ValueFinder(const Reading& reading, const Entities& entities,
              const std::vector<NameMention>& names, const std::vector<TimeMention>& times,
              const std::vector<Amount>& amounts, const std::vector<Statement>& statements)
      : r_(reading),
        d_(reading.document()),
        entities_(entities),
        names_(names),
        times_(times),
        amounts_(amounts),
        statements_(statements) {}

  std::vector<Value> run() {
    std::vector<Value> values;
    std::size_t a = 0;
    std::size_t t = 0;
    while (a < amounts_.size() || t < times_.size()) {
      const bool amount = t == times_.size() ||
                          (a < amounts_.size() && amounts_[a].span.begin < times_[t].span.begin);
      Value value;
      value.span = amount ? amounts_[a].span : times_[t].span;
      const Range tokens = amount ? amounts_[a].tokens : times_[t].tokens;
      value.statement = statement_of(value.span);
      (amount ? value.amount : value.time) = static_cast<std::uint32_t>(amount ? a : t);
      if (amount) {
        describe(value, tokens, amounts_[a].of, amounts_[a].kind);
        ++a;
      } else {
        describe_time(value, tokens, times_[t].type);
        ++t;
      }
      value.owner = owner_of(value, tokens);
      if (value.amount != kNoIndex) add_periods(value);
      values.push_back(std::move(value));
    }
    add_shared_heads(values);
    return values;
  }

 private:
  std::string_view form(std::uint32_t i) const { return d_.folded(d_.tokens[i]); }
  std::string_view lemma(std::uint32_t i) const { return d_.lemma(d_.tokens[i]); }
  bool plain_word(std::uint32_t i) const {
    return d_.tokens[i].kind == TokenKind::word && !word_is(form(i), "stop") &&
           !form(i).starts_with('\'');
  }
  Range sentence_tokens(std::uint32_t token) const {
    if (d_.sentences.empty()) return {0, 0};
    return d_.sentences[d_.sentence_at(d_.tokens[token].span.begin)].tokens;
  }

  std::uint32_t statement_of(Span span) {
    while (next_ < statements_.size() && statements_[next_].span.end <= span.begin) ++next_;
    return next_ < statements_.size() && statements_[next_].span.contains(span) ? next_ : kNoIndex;
  }

  // The noun behind: "six-year | term", "75 years of bilateral | ties", "$40 billion | contract".
  std::uint32_t noun_behind(std::uint32_t from, std::uint32_t end) const {
    std::uint32_t head = kNoIndex;
    for (std::uint32_t i = from; i < end && i < from + 6; ++i) {
      if (form(i) == "-" && head == kNoIndex) continue;
      if (time_at(i) || amount_at(i)) continue;
      if (!plain_word(i) || tense_cue(form(i)) || r_.finite(i)) break;
      head = i;
      if (lemma(i) != form(i) && form(i).ends_with("s")) break;
    }
    return head;
  }

  bool time_at(std::uint32_t token) const { return covered(times_, token); }
  bool amount_at(std::uint32_t token) const { return covered(amounts_, token); }
  template <class Mention>
  static bool covered(const std::vector<Mention>& mentions, std::uint32_t token) {
    const auto it =
        std::upper_bound(mentions.begin(), mentions.end(), token,
                         [](std::uint32_t at, const Mention& m) { return at < m.tokens.last; });
    return it != mentions.end() && it->tokens.contains(token);
  }

  void describe(Value& value, Range tokens, Span of, AmountKind kind) const {
    const Range sentence = sentence_tokens(tokens.first);
    std::uint32_t head = kNoIndex;
    if (!of.empty()) {
      const Range inside = d_.tokens_in(of);
      if (!inside.empty()) head = inside.last - 1;
    }
    if (kind == AmountKind::age) {
      value.head = "age";
      return;
    }
    if (head == kNoIndex && kind != AmountKind::ordinal)
      head = noun_behind(tokens.last, sentence.last);
    const bool behind = head != kNoIndex;
    if (!behind) head = noun_before(tokens.first, sentence.first);
    if (head == kNoIndex) head = subject_noun(value, tokens.first, sentence.first);
    if (head == kNoIndex) return;
    value.head = std::string(lemma(head));
    add_qualifiers(value,
                   behind     ? tokens.last
                   : head > 3 ? head - 3
                              : 0,
                   behind ? head : tokens.first, head, sentence);
    if (behind) add_complement(value, head + 1, sentence.last);
  }

  // "revenue of $612m", "a crowd of 61,483": not "a record of".
  std::uint32_t noun_before(std::uint32_t from, std::uint32_t first) const {
    std::uint32_t i = from;
    for (std::uint32_t steps = 0; i > first && steps < 4; ++steps) {
      --i;
      if (form(i) == "of" && i > first && plain_word(i - 1) && !empty_noun(lemma(i - 1)))
        return i - 1;
      if (!word_is(form(i), "stop") && form(i) != "almost" && form(i) != "nearly" &&
          form(i) != "some" && form(i) != "least")
        break;
    }
    return kNoIndex;
  }

  // The noun before the verb of the clause: "trade | hit a record of", "the toll | rose to".
  std::uint32_t subject_noun(const Value& value, std::uint32_t from, std::uint32_t first) const {
    std::uint32_t verb = kNoIndex;
    if (value.statement != kNoIndex) verb = statements_[value.statement].predicate;
    if (verb == kNoIndex || verb >= from) {
      for (std::uint32_t i = from; i > first && i + kReach > from; --i) {
        if (!tense_cue(form(i - 1)) &&
            !(form(i - 1).ends_with("ed") && lemma(i - 1) != form(i - 1)))
          continue;
        verb = i - 1;
        break;
      }
    }
    if (verb == kNoIndex || verb >= from) return kNoIndex;
    for (std::uint32_t i = verb; i > first && i + kReach > verb; --i) {
      const std::uint32_t at = i - 1;
      if (!plain_word(at) || tense_cue(form(at)) || time_at(at) || amount_at(at)) continue;
      // "the number of survivors": what is counted is behind the "of".
      return at;
    }
    return kNoIndex;
  }

  void describe_time(Value& value, Range tokens, TimeType type) const {
    if (type != TimeType::duration) return;
    const Range sentence = sentence_tokens(tokens.first);
    std::uint32_t from = tokens.last;
    const bool of = from < sentence.last && form(from) == "of";
    if (of) ++from;
    const std::uint32_t behind = noun_behind(from, sentence.last);
    if (behind != kNoIndex && !names_at(behind)) {
      value.head = std::string(lemma(behind));
      add_qualifiers(value, tokens.last, behind, behind, sentence);
      return;
    }
    // "second visit in about eight months": counted from visit to visit.
    if (const Amount* ordinal = ordinal_before(tokens.first, sentence.first)) {
      const Range noun = d_.tokens_in(ordinal->of);
      if (!noun.empty()) {
        value.head = std::string(lemma(noun.last - 1));
        value.qualifiers.push_back("since");
        return;
      }
    }
    for (std::uint32_t i = tokens.first; i > sentence.first && i + kReach > tokens.first; --i) {
      if (!plain_word(i - 1) || time_at(i - 1) || amount_at(i - 1) || names_at(i - 1)) continue;
      value.head = std::string(lemma(i - 1));
      return;
    }
  }

  const Amount* ordinal_before(std::uint32_t from, std::uint32_t first) const {
    auto it = std::partition_point(amounts_.begin(), amounts_.end(),
                                   [&](const Amount& a) { return a.tokens.last <= from; });
    while (it != amounts_.begin()) {
      --it;
      if (it->tokens.first < first || from - it->tokens.last > kReach) return nullptr;
      if (it->kind == AmountKind::ordinal && !it->of.empty()) return &*it;
    }
    return nullptr;
  }

  void add_qualifiers(Value& value, std::uint32_t from, std::uint32_t to, std::uint32_t head,
                      Range sentence) const {
    for (std::uint32_t i = std::max(from, sentence.first); i < to && i < sentence.last; ++i) {
      if (i == head || !plain_word(i) || time_at(i) || amount_at(i) || tense_cue(form(i))) continue;
      add(value, lemma(i));
    }
  }

  // "second visit | to China", "shipments | of oil": the nearest complement narrows it too.
  void add_complement(Value& value, std::uint32_t from, std::uint32_t end) const {
    if (from >= end || (form(from) != "to" && form(from) != "of" && form(from) != "in")) return;
    for (std::uint32_t i = from + 1; i < end && i < from + 4; ++i) {
      if (word_is(form(i), "stop") && (form(i) == "the" || form(i) == "a" || form(i) == "an"))
        continue;
      if (!plain_word(i) || time_at(i)) return;
      add(value, lemma(i));
    }
  }

  static void add(Value& value, std::string_view qualifier) {
    if (qualifier.empty() || qualifier == value.head) return;
    if (std::find(value.qualifiers.begin(), value.qualifiers.end(), qualifier) ==
        value.qualifiers.end()) {
      value.qualifiers.emplace_back(qualifier);
    }
  }

  // The year, quarter or month that a figure of the same clause is of.
  void add_periods(Value& value) const {
    const Range tokens = amounts_[value.amount].tokens;
    const Range sentence = sentence_tokens(tokens.first);
    const TimeMention* nearest = nullptr;
    std::uint32_t best = kReach;
    auto it = std::partition_point(times_.begin(), times_.end(), [&](const TimeMention& t) {
      return t.tokens.last <= sentence.first;
    });
    for (; it != times_.end() && it->tokens.first < sentence.last; ++it) {
      const TimeMention& time = *it;
      if (time.type != TimeType::date || time.value.empty() || time.value.size() > 7 ||
          !time.days.known())
        continue;
      const std::uint32_t gap = time.tokens.first >= tokens.last   ? time.tokens.first - tokens.last
                                : tokens.first >= time.tokens.last ? tokens.first - time.tokens.last
                                                                   : 0;
      if (gap >= best) continue;
      best = gap;
      nearest = &time;
    }
    if (nearest != nullptr) add(value, nearest->value);
  }

  std::uint32_t name_ending_at(std::uint32_t token) const {
    const auto it = std::partition_point(
        names_.begin(), names_.end(), [&](const NameMention& n) { return n.tokens.last < token; });
    return it != names_.end() && it->tokens.last == token
               ? static_cast<std::uint32_t>(it - names_.begin())
               : kNoIndex;
  }
  bool names_at(std::uint32_t token) const { return covered(names_, token); }

  EntityId entity(std::uint32_t name) const {
    return name < entities_.of_mention.size() ? entities_.of_mention[name] : EntityId{};
  }

  // Whose it is: "Putin's fifth term", "his fifth term", "Putin, 71,", else the subject's.
  EntityId owner_of(const Value& value, Range tokens) const {
    const Range sentence = sentence_tokens(tokens.first);
    if (value.amount != kNoIndex && amounts_[value.amount].kind == AmountKind::age)
      return age_owner(tokens, sentence);
    for (std::uint32_t i = tokens.first; i > sentence.first && i + 7 > tokens.first; --i) {
      const std::uint32_t at = i - 1;
      const std::string_view word = form(at);
      if ((word == "'s" || word == "'" || word == "’s") && at > sentence.first) {
        const std::uint32_t name = name_ending_at(at);
        return name != kNoIndex ? entity(name) : EntityId{};
      }
      if (word == "his" || word == "her" || word == "its" || word == "their")
        return pronoun_owner(value, at, sentence, word);
      if (!plain_word(at) && !word_is(word, "stop") && !time_at(at) && !amount_at(at) &&
          word != "-")
        break;
      if (word_is(word, "stop") && word != "about" && word != "over" && word != "more" &&
          word != "than" && word != "new")
        break;
    }
    return value.statement != kNoIndex ? statements_[value.statement].subject
                                       : last_person(tokens.first, sentence);
  }

  // The first name that does not end before the sentence begins.
  std::uint32_t first_name(Range sentence) const {
    const auto it = std::partition_point(names_.begin(), names_.end(), [&](const NameMention& n) {
      return n.tokens.last <= sentence.first;
    });
    return static_cast<std::uint32_t>(it - names_.begin());
  }

  EntityId age_owner(Range tokens, Range sentence) const {
    std::uint32_t best = kNoIndex;
    for (std::uint32_t i = first_name(sentence);
         i < names_.size() && names_[i].tokens.first < sentence.last; ++i) {
      if (names_[i].type != NameType::person) continue;
      if (names_[i].tokens.last <= tokens.first || best == kNoIndex) best = i;
    }
    return best != kNoIndex ? entity(best) : EntityId{};
  }

  EntityId pronoun_owner(const Value& value, std::uint32_t at, Range sentence,
                         std::string_view word) const {
    const Gender wanted = word == "his"   ? Gender::male
                          : word == "her" ? Gender::female
                                          : Gender::unknown;
    const bool person = wanted != Gender::unknown;
    const auto fits = [&](EntityId id) {
      if (!id.valid()) return false;
      const Entity& e = entities_.all[id.value];
      if (!person) return e.type != NameType::person || word == "their";
      return e.type == NameType::person && (e.gender == Gender::unknown || e.gender == wanted);
    };
    if (value.statement != kNoIndex && fits(statements_[value.statement].subject))
      return statements_[value.statement].subject;
    for (std::uint32_t i = first_name(sentence); i < names_.size() && names_[i].tokens.first < at;
         ++i) {
      if (fits(entity(i))) return entity(i);  // the first that fits: mostly the subject
    }
    return {};
  }

  EntityId last_person(std::uint32_t before, Range sentence) const {
    EntityId found;
    for (std::uint32_t i = first_name(sentence);
         i < names_.size() && names_[i].tokens.last <= before; ++i) {
      if (names_[i].type == NameType::person) found = entity(i);
    }
    return found;
  }

  // "16 per cent from 18": a figure without a noun takes the head of the one it is compared with.
  void add_shared_heads(std::vector<Value>& values) const {
    for (std::size_t i = 1; i < values.size(); ++i) {
      if (!values[i].head.empty() || values[i].amount == kNoIndex ||
          values[i - 1].amount == kNoIndex)
        continue;
      const Amount& here = amounts_[values[i].amount];
      const Amount& there = amounts_[values[i - 1].amount];
      if (here.kind == there.kind && here.unit == there.unit &&
          here.tokens.first - there.tokens.last < 6) {
        values[i].head = values[i - 1].head;
      }
    }
  }

  const Reading& r_;
  const Document& d_;
  const Entities& entities_;
  const std::vector<NameMention>& names_;
  const std::vector<TimeMention>& times_;
  const std::vector<Amount>& amounts_;
  const std::vector<Statement>& statements_;
  std::uint32_t next_ = 0;
};

}  // namespace

std::vector<Value> find_values(const Reading& reading, const Entities& entities,
                               const std::vector<NameMention>& names,
                               const std::vector<TimeMention>& times,
                               const std::vector<Amount>& amounts,
                               const std::vector<Statement>& statements) {
  return ValueFinder(reading, entities, names, times, amounts, statements).run();
}

}  // namespace crossread
