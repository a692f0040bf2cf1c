// One sentence against its rewriting: "old>new" replaced, "-gone" deleted, "+fresh" inserted.
#include "compare/edits.h"

#include <gtest/gtest.h>

#include "support/notation.h"

namespace crossread {
namespace {

std::string edits(const std::string& a, const std::string& b, std::uint32_t* matched = nullptr) {
  Analysis x;
  Analysis y;
  x.document = document_of(a);
  y.document = document_of(b);
  WordReader reader;
  const WordStream p = reader.read(x);
  const WordStream q = reader.read(y);
  const Rewriting rewriting = compare_wording(p, p.of_sentence.at(0), q, q.of_sentence.at(0));
  if (matched != nullptr) *matched = rewriting.matched;
  std::string out;
  for (const WordEdit& edit : rewriting.edits) {
    if (!out.empty()) out += " | ";
    const std::string before(x.document.text(edit.a));
    const std::string after(y.document.text(edit.b));
    EXPECT_EQ(edit.kind, before.empty()  ? EditKind::insert
                         : after.empty() ? EditKind::remove
                                         : EditKind::replace);
    out += before.empty() ? "+" + after : after.empty() ? "-" + before : before + ">" + after;
  }
  return out;
}

TEST(Edits, NamesWhatWasReplacedDeletedAndInserted) {
  EXPECT_EQ(
      edits("The ferry passed a strict safety inspection in the harbour on Monday morning.",
            "The ferry passed a safety inspection in the northern harbour on Tuesday morning."),
      "-strict | +northern | Monday>Tuesday");
}

TEST(Edits, SeesNoneInEqualWords) {
  std::uint32_t matched = 0;
  EXPECT_EQ(edits("The old ferry sank.", "the old ferry, sank", &matched), "");
  EXPECT_EQ(matched, 4U);
}

TEST(Edits, LeavesOutWhatHangsOver) {
  EXPECT_EQ(edits("Officials confirmed that the captain was questioned by police last night.",
                  "The captain was questioned by police."),
            "");
}

TEST(Edits, KeepsAGapTogether) {
  EXPECT_EQ(
      edits("The board weighed every alternative, including staying independent, before it voted.",
            "The board weighed every alternative before it voted."),
      "-including staying independent");
}

TEST(Edits, FindsNothingBetweenStrangers) {
  std::uint32_t matched = 9;
  EXPECT_EQ(edits("Prices rose.", "Seven boats left.", &matched), "");
  EXPECT_EQ(matched, 0U);
}

}  // namespace
}  // namespace crossread
