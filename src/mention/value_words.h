// value_words.h — what a word is to dates and figures, by the tables: looked up once a form.
//
//     "May"  opens a written date        "the"    opens one only before "16th", "last", "end" …
//     "$"    opens an amount             "table"  opens nothing: no rule is asked
//
// Some twenty rules could begin at every word, and nearly no word begins any. The table
// value_openers says which words may begin which rule; rows in angle brackets speak for all months,
// units, hedges … A rule that is to begin with one more word gets the word there; a test asks every
// rule everywhere and wants the same answer. One look into a small hash table a form; made once a
// program.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossread {

// A row of the table number_words: "eleven" is a teen, 11; "bn" a magnitude letter, 10^9.
struct NumberWord {
  std::string_view kind;  // "" for any other word
  double value = 0;
  explicit operator bool() const { return !kind.empty(); }
};

// A unit of time as the table has it.
struct TimeUnit {
  std::string_view letter;  // "Y", "M", "TH", …; "" if it is none
  int count = 1;            // a decade is ten years
  double days = 0;
  bool plural = false;
  explicit operator bool() const { return !letter.empty(); }
};

// The rules, in the order they are asked; their names in the table are those of kValueRules.
enum class ValueRule : std::uint8_t {
  date,
  weekday,
  day_word,
  early_on,
  clock,
  side,
  last_part,
  part_of_year,
  edge,
  decade,
  neighbour,
  that,
  festival,
  set,
  duration,
  unit_long,
  reference,
  year,    // of times
  amount,  // of figures
  sign     // tells which money or weight an article means
};
using ValueRules = std::uint32_t;
constexpr ValueRules bit(ValueRule rule) { return ValueRules{1} << static_cast<int>(rule); }
constexpr ValueRules kTimeRules = bit(ValueRule::amount) - 1;
constexpr ValueRules kOpens = kTimeRules | bit(ValueRule::amount);

struct ValueWord {
  NumberWord number;
  TimeUnit unit;
  ValueRules opens = 0;
  bool leads = false;  // opens something only before a word that follows or opens
  bool follows = false;
  bool hedge = false;  // part of a hedge: "at", "least"
};

using ValueWordId = std::uint16_t;  // 0 is any other word
ValueWordId find_value_word(std::string_view form);
const ValueWord& value_word(ValueWordId id);
inline const ValueWord& value_word(std::string_view form) {
  return value_word(find_value_word(form));
}

// Of every figure in digits.
ValueRules digits_open();

}  // namespace crossread
