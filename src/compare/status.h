// status.h — what has become of somebody: held or free, convicted or cleared.
//
//     a: She released Draper on conditional bail until June 12      custody  free
//     b: Draper was remanded in custody until June 12               custody  held   conflict
//     c: Draper was jailed (four weeks later)                       custody  jailed  update
//
// A clause that is told as a fact, not denied, and has a word of the table `outcomes`; the person
// is the name beside the word, the clause's subject, or who alone has the role it names ("the
// captain"). Two articles differ if one has a state of the person that the other has not; a later
// article brings an update. Else the clauses must speak of the same day or share their words:
// states of two different years are no difference. O(clauses · words of a clause).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

std::vector<Finding> status_findings(const EventView& view);

}  // namespace crossread
