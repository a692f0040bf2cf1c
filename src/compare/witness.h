// witness.h — what two articles have in common that a third lacks.
//
//     a: 61,483 watched … Luis Arteaga     c: 61,483 saw it … Luis Arteaga     m: more than 61,000
//     only_shared(a, c, m) = 61,483 · Luis Arteaga
//
// If m stood between a and c, or was the source of both, there could be no such thing; coincidence
// apart. Words and days count where aligned sentences share them, names and exact figures anywhere;
// a word counts by its rarity in the event, small round numbers little. Missing in m means missing
// in all of m, title, quotations and credits too.
// In textual criticism these are shared readings. O(shared words).
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compare/reuse.h"

namespace crossread {

class Witness {
 public:
  // `members`: places in event.articles, of one family.
  Witness(const EventView& view, const Kinship& kin, const std::vector<std::uint32_t>& members);

  struct Found {
    Weight weight = 0;
    std::uint32_t count = 0;
  };
  // By places among the members; `without` may be kNobody.
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);
  Found only_shared(std::size_t a, std::size_t c, std::size_t without) const;

 private:
  struct Reading {
    std::string key;      // "w trade", "d !2025-05-27", "n 17 tavares", "f 61483"
    std::string surface;  // how to look for it where it may be missing; of a name, its last word
    Weight weight = 0;
  };
  struct Member {
    std::set<std::string> forms;  // words and lemmas
    std::set<std::string> keys;   // names, figures, days
    std::vector<Reading> own;     // names and figures
  };
  static Member read_member(const EventView& view, ArticleIndex article);
  std::uint32_t number_of(const Reading& reading);
  void read_pairs(const EventView& view, const Kinship& kin,
                  const std::vector<std::uint32_t>& members, const std::vector<Member>& read);

  std::size_t n_ = 0;
  std::vector<Reading> readings_;
  std::map<std::string, std::uint32_t> numbers_;    // of readings, by key
  std::vector<std::vector<std::uint32_t>> shared_;  // by a · n + c, a < c: numbers of readings
  std::vector<std::vector<bool>> has_;              // by member, then reading
};

}  // namespace crossread
