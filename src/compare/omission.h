// omission.h — what one article tells and another leaves out.
//
//     a: The ferry passed an inspection on Feb. 13, although inspectors ordered six defects fixed
//     b: The ferry passed an inspection last month                             clause
//     a: Preliminary reports suggested that trucks broke loose    b: Trucks broke loose     hedge
//     a: Sarah Whitlock told the court that he spent it on a villa   b: He spent it … attribution
//
// Two ways to find them. «fact»: at least two independent lines tell it, and an article that could
// have told it does not. «clause», «hedge», «attribution» and whole sentences: where one article
// retells another (follow.h), the retelling's sentence lacks words of the one it follows, and it is
// shorter by as much. «voice»: a person whom two articles quote, and whom the third does not know.
// No stub, no other language and nothing published a day earlier is said to leave out. The entity
// guard: what mentions all names and figures of the fact elsewhere tells it differently.
// "Not found here", never "concealed". O(facts × articles + retold words).
#pragma once

#include <vector>

#include "compare/view.h"

namespace crossread {

// Omission::fact is an index into view.groups.
std::vector<Omission> find_omissions(const EventView& view, const std::vector<Fact>& facts);

}  // namespace crossread
