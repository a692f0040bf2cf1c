// credit.h — whose text an article says it is, and whose text it is.
//
//     KALNIK, Velmora (UP) — …           is UP's           By Holly Sands, Pressline   is
//     Pressline's UP in Kalnik                       credits UP        (With information of UP)
//     credits UP
//
// A dateline's agency, the outlet, the id and the end of a byline say who an article is; credit
// lines and a byline that begins with an agency say whose text it took. Names are compared without
// case, accents, spaces and marks. O(lines of credit).
#pragma once

#include <string>
#include <vector>

#include "compare/view.h"

namespace crossread {

struct Credit {
  std::string name;  // as written
  Evidence place;
};

struct Credits {
  std::vector<std::string> own;  // plain forms of what the article is
  std::vector<Credit> given;     // to others

  bool is(const std::string& name) const;
};

// By places in event.articles.
std::vector<Credits> find_credits(const std::vector<Analysis>& articles, const Event& event);

// "Algarve Hoje" → "algarvehoje".
std::string plain_name(std::string_view name);

}  // namespace crossread
