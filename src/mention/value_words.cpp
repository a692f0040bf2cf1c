#include "mention/value_words.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "base/number.h"
#include "tables/tables.h"

namespace crossread {
namespace {

constexpr std::string_view kValueRules[] = {
    "date",         "weekday",   "day_word",  "early_on",  "clock",  "side",     "last_part",
    "part_of_year", "edge",      "decade",    "neighbour", "that",   "festival", "set",
    "duration",     "unit_long", "reference", "year",      "amount", "sign"};

double value_of(std::string_view text) {
  const std::optional<ParsedNumber> n = parse_number(text);
  return n ? n->value : 0;
}

bool plain_letter(char c) { return c >= 'a' && c <= 'z'; }

// What a row of the table says.
struct Opens {
  ValueRules rules = 0;
  bool leads = false;
};

Opens opens_of(const Table::Row& row) {
  Opens opens;
  opens.leads = row.field(1) == "leads";
  std::string_view list = row.field(0);
  while (!list.empty()) {
    const std::size_t space = list.find(' ');
    const std::string_view name = list.substr(0, space);
    for (std::size_t k = 0; k < std::size(kValueRules); ++k) {
      if (kValueRules[k] == name) opens.rules |= ValueRules{1} << k;
    }
    list.remove_prefix(space == std::string_view::npos ? list.size() : space + 1);
  }
  return opens;
}

class Lexicon {
 public:
  Lexicon() : openers_(table("value_openers")) {
    words_.emplace_back();
    keys_.emplace_back();
    cells_.assign(1024, 0);
    for (const Table::Entry& e : openers_) {
      if (!e.key.starts_with('<')) open(word(e.key), opens_of({true, e.fields}));
    }
    const Opens number = kind("<number word>");
    for (const Table::Entry& e : table("number_words")) {
      ValueWord& w = word(e.key);
      w.number = {e.field(0), value_of(e.field(1))};
      open(w, number);
    }
    const Opens unit = kind("<unit>");
    for (const Table::Entry& e : table("time_units")) {
      ValueWord& w = word(e.key);
      w.unit = {e.field(0), static_cast<int>(value_of(e.field(1))), value_of(e.field(2)),
                e.field(3) == "many"};
      open(w, unit);
    }
    for (const Table::Entry& e : table("months")) open(word(e.key), kind("<month>"));
    for (const Table::Entry& e : table("weekdays")) open(word(e.key), kind("<weekday>"));
    for (const Table::Entry& e : table("hedges")) add_hedge(e.key);
    for (const Table::Entry& e : table("festivals")) add_beginnings(e.key, kind("<festival>"));
    for (const Table::Entry& e : table("currencies")) {
      if (e.field(2) != "after") add_beginnings(e.key, kind("<currency>"));
    }
    for (ValueWord& w : words_) w.follows = w.follows || (w.opens & kOpens) != 0;
    digits_ = kind("<digits>").rules;
  }

  ValueWordId find(std::string_view form) const {
    const std::size_t mask = cells_.size() - 1;
    for (std::size_t cell = hash(form) & mask; cells_[cell] != 0; cell = (cell + 1) & mask) {
      if (keys_[cells_[cell]] == form) return cells_[cell];
    }
    return 0;
  }
  const ValueWord& at(ValueWordId id) const { return words_[id]; }
  ValueRules digits() const { return digits_; }

 private:
  static std::size_t hash(std::string_view form) {
    std::uint32_t h = 2166136261u;
    for (const char c : form) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
    return h ^ (h >> 15);
  }

  Opens kind(std::string_view name) const { return opens_of(openers_.find(name)); }

  // The word of a key that lies in the tables; made if it is new.
  ValueWord& word(std::string_view key) {
    if (const ValueWordId id = find(key)) return words_[id];
    words_.emplace_back();
    keys_.push_back(key);
    if (2 * keys_.size() > cells_.size()) {
      cells_.assign(2 * cells_.size(), 0);
      for (std::size_t id = 1; id < keys_.size(); ++id) place(static_cast<ValueWordId>(id));
    } else {
      place(static_cast<ValueWordId>(keys_.size() - 1));
    }
    return words_.back();
  }

  void place(ValueWordId id) {
    const std::size_t mask = cells_.size() - 1;
    std::size_t cell = hash(keys_[id]) & mask;
    while (cells_[cell] != 0) cell = (cell + 1) & mask;
    cells_[cell] = id;
  }

  // A word leads only if that is true of all it opens.
  static void open(ValueWord& w, Opens opens) {
    const bool fresh = (w.opens & kOpens) == 0;
    if ((opens.rules & kOpens) != 0) w.leads = opens.leads && (fresh || w.leads);
    w.opens |= opens.rules;
    w.follows = true;
  }

  void add_hedge(std::string_view key) {
    const Opens opens = kind("<hedge>");
    for (std::size_t at = 0; at < key.size();) {
      const std::size_t end = std::min(key.find(' ', at), key.size());
      ValueWord& w = word(key.substr(at, end - at));
      w.hedge = w.follows = true;
      if (at == 0) open(w, opens);
      at = end + 1;
    }
  }

  // Pieces are cut between letters and marks: "us$" begins with "us", "new year" with "new".
  void add_beginnings(std::string_view key, Opens opens) {
    for (std::size_t end = 1; end <= key.size(); ++end) {
      const bool whole = end == key.size() || key[end] == ' ';
      if (whole || !plain_letter(key[end]) || !plain_letter(key[end - 1]))
        open(word(key.substr(0, end)), opens);
      if (whole) break;
    }
  }

  Table openers_;
  std::vector<ValueWord> words_;
  std::vector<std::string_view> keys_;
  std::vector<ValueWordId> cells_;
  ValueRules digits_ = 0;
};

const Lexicon& lexicon() {
  static const Lexicon kLexicon;
  return kLexicon;
}

}  // namespace

ValueWordId find_value_word(std::string_view form) { return lexicon().find(form); }
const ValueWord& value_word(ValueWordId id) { return lexicon().at(id); }
ValueRules digits_open() { return lexicon().digits(); }

}  // namespace crossread
