// digest_parts.h — how the digest is made, subject by subject; for digest*.cpp alone.
//
// Each add_… fills its lists of the Digest from the Comparison and cuts them to its limits. The
// helpers turn places into printable words.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "report/digest.h"

namespace crossread {

// digest_findings.cpp: differences, figures that agree
void add_findings(const Comparison& c, Digest& out);
// digest_facts.cpp: what is shared, told by one alone, not found; the brief
void add_facts(const Comparison& c, Digest& out);
void add_brief(const Comparison& c, Digest& out);
// digest_words.cpp: quotes, voices, wording
void add_quotes(const Comparison& c, Digest& out);
void add_voices(const Comparison& c, Digest& out);
void add_wording(const Comparison& c, Digest& out);
// digest_names.cpp: the event's names, dates, people and places
void add_event(const Comparison& c, Digest& out);
void add_dates(const Comparison& c, Digest& out);
void add_names(const Comparison& c, Digest& out);

// The words of a place on one line.
std::string words_at(const Comparison& c, const Evidence& place);
// The words of `whole`, those of `inner` marked.
Excerpt excerpt(const Comparison& c, const Evidence& whole, std::vector<Span> inner = {});
Evidence statement_at(const Comparison& c, const StatementRef& ref);
std::vector<ArticleIndex> sources_of(const Fact& fact);
// Its clauses, first that of middle length: neither the tersest nor the one with most beside the
// fact.
std::vector<Evidence> by_middle_length(const Comparison& c, const Fact& fact);
// A fact by the first of them.
DigestFact digest_of(const Comparison& c, const Fact& fact);

// Cuts a list to `limit` and tells how much went.
template <class T>
std::uint32_t cut(std::vector<T>& list, std::size_t limit) {
  if (list.size() <= limit) return 0;
  const auto more = static_cast<std::uint32_t>(list.size() - limit);
  list.resize(limit);
  return more;
}

template <class T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace crossread
