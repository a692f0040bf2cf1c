// amounts_reader.h — the grammar of figures; inside of amounts.h.
//
// At each piece the rules are asked in order: money, percent, age, measure, score, ordinal, rate,
// count. The first that fits wins: what looks like money is no count. Numbers that are names
// (Section 17, A320), parts of dates and list numbers are passed over as a whole.
#pragma once

#include <optional>
#include <string>

#include "mention/amounts.h"
#include "mention/pieces.h"

namespace crossread {

struct AmountDraft {
  std::size_t first = 0;  // pieces, half open
  std::size_t last = 0;
  Amount amount;  // without span, tokens
};
using MaybeAmount = std::optional<AmountDraft>;

// One figure, or two with "to", "-" or "and" between them.
struct Figure {
  std::size_t first = 0;
  std::size_t last = 0;
  Numeral from;
  Numeral to;  // of a range
  bool range = false;
};

class AmountReader {
 public:
  // `in_time` has a flag a piece: it belongs to a date or a duration.
  AmountReader(const Pieces& pieces, const std::vector<bool>& in_time);

  // What begins at piece i. `skip` is how far to go on where nothing does.
  MaybeAmount read(std::size_t i, std::size_t& skip) const;
  // The same, whether or not the word may begin a figure.
  MaybeAmount read_all(std::size_t i, std::size_t& skip) const;

 private:
  // amounts_money.cpp
  MaybeAmount read_money(std::size_t i) const;
  MaybeAmount read_money_sign_first(std::size_t i) const;
  MaybeAmount read_money_word_after(const Figure& figure) const;
  struct CurrencyAt {
    std::string_view code;
    double worth = 1;
    std::size_t end = 0;
    explicit operator bool() const { return !code.empty(); }
  };
  CurrencyAt sign_at(std::size_t i) const;  // $, US$, GB £, EUR
  CurrencyAt word_at(std::size_t i) const;  // dollars, US dollars, USD

  // amounts_measures.cpp
  MaybeAmount read_percent(const Figure& figure) const;
  MaybeAmount read_percent_words(std::size_t i) const;
  bool bare_percent(const Figure& figure) const;
  MaybeAmount read_measure(const Figure& figure) const;
  MaybeAmount read_age(const Figure& figure) const;

  // amounts_counts.cpp
  std::optional<Figure> read_figure(std::size_t i, MagnitudeLetters letters) const;
  MaybeAmount read_score(std::size_t i) const;
  MaybeAmount read_ordinal_of(std::size_t i) const;
  MaybeAmount read_rate(std::size_t i) const;
  MaybeAmount read_count(const Figure& figure) const;
  std::size_t identifier_end(std::size_t i) const;  // i if no identifier begins here
  bool is_pronoun_one(std::size_t i, std::size_t end) const;
  enum class HeadNumber : std::uint8_t { singular, plural };
  Span head_after(std::size_t i, HeadNumber number) const;  // what is counted
  bool word_is(std::size_t i, std::string_view kind) const;

  AmountDraft make(const Figure& figure, AmountKind kind, Exactness exactness) const;
  bool in_time(std::size_t i) const { return i < in_time_.size() && in_time_[i]; }

  const Pieces& p_;
  const std::vector<bool>& in_time_;
  std::string_view cents_;   // the currency whose cents are meant in this article
  std::string_view pounds_;  // "GBP" or "lb" where something speaks for it
};

}  // namespace crossread
