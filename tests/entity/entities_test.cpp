// Which names of one article are the same. A label PER1 says: person, entity 1.
#include "entity/entities.h"

#include <gtest/gtest.h>

#include <map>

#include "support/notation.h"

namespace crossread {
namespace {

NameType type_of(const std::string& label) {
  constexpr NameType kAll[] = {NameType::person, NameType::organization, NameType::location,
                               NameType::norp,   NameType::event,        NameType::facility,
                               NameType::work,   NameType::law,          NameType::product};
  for (const NameType t : kAll) {
    if (label.substr(0, label.find_first_of("0123456789")) == name_type_code(t)) return t;
  }
  return NameType::person;
}

struct Read {
  Annotated want;
  Document document;
  std::vector<NameMention> names;
  Entities entities;
};

// Builds the mentions that the notation marks; [T …] is the title of the name behind it.
Read read(std::string_view line) {
  Read r;
  r.want = annotated(line);
  r.document = document_of(r.want.text);
  Range title;
  for (const Labelled& l : r.want.spans) {
    const Range tokens = r.document.tokens_in(l.span);
    if (l.label == "T") {
      title = tokens;
      continue;
    }
    NameMention m;
    m.span = l.span;
    m.tokens = tokens;
    m.type = type_of(l.label);
    m.title = title.last == tokens.first ? title : Range{tokens.first, tokens.first};
    m.certainty = 90;
    r.names.push_back(m);
  }
  r.entities = resolve_entities(r.document, r.names);
  return r;
}

// Every name with the number of its entity, in order of first mention: "1 1 2".
std::string numbers(const Entities& e) {
  std::string out;
  for (const EntityId id : e.of_mention)
    out += (out.empty() ? "" : " ") + std::to_string(id.value + 1);
  return out;
}
std::string wanted(const Annotated& a) {
  std::string out;
  for (const Labelled& l : a.spans) {
    if (l.label != "T")
      out += (out.empty() ? "" : " ") + l.label.substr(l.label.find_first_of("0123456789"));
  }
  return out;
}

class Article : public testing::TestWithParam<const char*> {};

TEST_P(Article, JoinsWhatIsTheSameAndNothingElse) {
  const Read r = read(GetParam());
  EXPECT_EQ(numbers(r.entities), wanted(r.want));
}

INSTANTIATE_TEST_SUITE_P(
    Joined, Article,
    testing::Values(
        "[PER1 Marta Quiroga] spoke. [PER1 Quiroga] left.",
        "[PER1 Quiroga] spoke. Later [PER1 Marta Quiroga] left.",
        "[PER1 Marta Quiroga] and [PER2 Tom Vance] met. [PER2 Vance] told [PER1 Quiroga] so.",
        "[PER1 M. Quiroga] signed; [PER1 Marta Quiroga] spoke.",
        "[PER1 Oleg Petrovich Sedov] came. [PER1 Oleg Sedov] left. [PER1 Sedov] slept.",
        "[PER1 Xu Meiling] came. [PER1 Xu] left. [PER1 Meiling] slept.",
        "[PER1 Pieter van den Broek] came. [PER1 Van den Broek] left. [PER1 Broek] slept.",
        "[T President] [PER1 Kuznetsov] came. [T President] [PER1 Kouznetsov] left.",
        "[PER1 Leonid Maltsev] came. [PER1 Leonid Maltzev] left.",
        "[PER1 Anna Berg] came. [PER1 Anna] laughed.",
        "[ORG1 Fallowmere Dairies plc] fell. [ORG1 Fallowmere] said so.",
        "[ORG1 Harbour Rescue Trust] came. The [ORG1 HRT] left.",
        "[ORG1 Selby Rovers] won. [ORG1 Rovers] fans sang. [ORG1 Selby] scored.",
        "[ORG1 University of Doria] wrote; [ORG1 Doria University] said.",
        "The [ORG1 Chinese Foreign Ministry] spoke. The [ORG1 Foreign Ministry] added.",
        "The [LOC1 United States] spoke. The [LOC1 U.S.] added; [LOC1 America] waits.",
        "[LOC1 DORIA] – The city of [LOC1 Doria] sleeps.",
        "[FAC1 Ardley Stadium] filled. [FAC1 Ardley] roared.",
        "[NORP1 Swede] and [NORP1 Swedes] sang.",
        "[PER1 Marta Quiroga] ran. [T Ms] [PER1 Quiroga] won. [T Ms.] [PER1 Quiroga] smiled."));

INSTANTIATE_TEST_SUITE_P(
    Apart, Article,
    testing::Values("[PER1 Marta Quiroga] and [PER2 Jorge Quiroga] met.",
                    "[PER1 Marta Quiroga] and her brother [PER2 Jorge Quiroga] met. [PER1 Marta "
                    "Quiroga] spoke. [PER1 Quiroga] left.",
                    "[PER1 Jennifer Hale] and [PER2 Marcus Hale] met. [T Mr] [PER2 Hale] spoke. [T "
                    "Ms] [PER1 Hale] left.",
                    "[PER1 Stan Bellweather] met [PER2 Maureen Bell].",
                    "[LOC1 Selby] woke. [ORG2 Selby Rovers] won.",
                    "[LOC1 Selby] read the [ORG2 Selby Courier].",
                    "[LOC1 Santa Clara] saw the [PRODUCT2 Santa Clara] sink.",
                    "The [ORG1 Kremlin] in [LOC2 Moscow] speaks for [LOC3 Russia].",
                    "[LOC1 China] and the [NORP2 Chinese] people.",
                    "[LOC1 England] left the [LOC2 United Kingdom].",
                    "[PER1 Adam Lane Jr.] is the son of [PER2 Adam Lane Sr.] indeed.",
                    "[PER1 Gustaf Brandt] founded [ORG2 Brandt] and [ORG2 Brandt AB].",
                    "[PER1 Anna Berg] and [PER2 Anna Lund] met. [PER3 Anna] laughed.",
                    "[ORG1 Washington Post] reporters left [LOC2 Washington].",
                    "[ORG1 Doria University] and [ORG2 Doria Hospital] quarrel.",
                    "[ORG1 Selby Rovers] beat [ORG2 Hull Rovers]. [ORG3 Rovers] sang.",
                    "[PER1 Kuznetsov] came. [PER2 Kouznetsov] left."));

TEST(Entities, NameThemselvesByTheFullestFormThatIsNotShouted) {
  const Read r =
      read("[PER1 MARTA QUIROGA] spoke. [PER1 Quiroga] left. [PER1 Marta Quiroga] slept.");
  ASSERT_EQ(r.entities.all.size(), 1u);
  EXPECT_EQ(r.entities.all[0].name, "Marta Quiroga");
}

TEST(Entities, ListAliasesMostFrequentFirst) {
  const Read r = read("[PER1 Marta Quiroga] spoke. [PER1 Quiroga] left. [PER1 Quiroga] slept.");
  EXPECT_EQ(r.entities.all.at(0).aliases, (std::vector<std::string>{"Quiroga", "Marta Quiroga"}));
}

TEST(Entities, KeepTheReasonOfEachMerge) {
  const Read r =
      read("[PER1 Leonid Maltsev] came. [PER1 Leonid Maltzev] left. [PER1 Maltsev] slept.");
  std::vector<std::string_view> rules;
  for (const Merge& m : r.entities.all.at(0).merges) rules.push_back(merge_rule_code(m.rule));
  EXPECT_EQ(rules, (std::vector<std::string_view>{"near_spelling", "name_part"}));
}

struct RoleCase {
  const char* line;
  const char* role;
};
class Role : public testing::TestWithParam<RoleCase> {};
TEST_P(Role, StandsBesideTheNameAndIsKept) {
  const Read r = read(GetParam().line);
  std::vector<std::string> roles = surfaces(r.document, r.entities.all.at(0).roles);
  EXPECT_EQ(roles, (std::vector<std::string>{GetParam().role}));
}
INSTANTIATE_TEST_SUITE_P(
    Roles, Role,
    testing::Values(
        RoleCase{"[T President] [PER1 Oleg Sedov] came.", "President"},
        RoleCase{"[T Foreign Minister] [PER1 Oleg Sedov] came.", "Foreign Minister"},
        RoleCase{"[PER1 Oleg Sedov], a professor at the institute, came.",
                 "a professor at the institute"},
        RoleCase{"[PER1 Oleg Sedov], 71, president of the bank, came.", "president of the bank"},
        RoleCase{"[PER1 Oleg Sedov], the chief executive, came.", "the chief executive"},
        RoleCase{"[PER1 Oleg Sedov], a professor at the institute told reporters, and left.",
                 "a professor at the institute"},
        RoleCase{"[PER1 Oleg Sedov], a lawyer for the firm has denied it.",
                 "a lawyer for the firm"},
        RoleCase{"[PER1 Oleg Sedov], the alleged leader of the group, came.",
                 "the alleged leader of the group"}));

TEST(Roles, AreNoClausesBehindAName) {
  const Read r = read("[PER1 Oleg Sedov], who met the president, came.");
  EXPECT_TRUE(r.entities.all.at(0).roles.empty());
}

TEST(Roles, AreNotTheTitleOfTheNextName) {
  const Read r = read(
      "At the invitation of [PER1 Ilia Marko], [T President] [PER2 Oleg Sedov] will pay a visit.");
  ASSERT_EQ(r.entities.all.size(), 2u);
  for (const Entity& entity : r.entities.all) {
    const bool guest = entity.name == "Oleg Sedov";
    EXPECT_EQ(entity.roles.size(), guest ? 1u : 0u) << entity.name;
  }
}

struct GenderCase {
  const char* line;
  Gender gender;
};
class GenderOf : public testing::TestWithParam<GenderCase> {};
TEST_P(GenderOf, APersonIsReadOffTitlesNamesAndPronouns) {
  EXPECT_EQ(read(GetParam().line).entities.all.at(0).gender, GetParam().gender);
}
INSTANTIATE_TEST_SUITE_P(
    Genders, GenderOf,
    testing::Values(GenderCase{"[T Mrs] [PER1 Sedov] came.", Gender::female},
                    GenderCase{"[T Mr.] [PER1 Sedov] came.", Gender::male},
                    GenderCase{"[PER1 Olga Sedov] came.", Gender::female},
                    GenderCase{"[PER1 Oleg Sedov] came.", Gender::male},
                    GenderCase{"[PER1 Rr Sedov] came. She left her hat.", Gender::female},
                    GenderCase{"[PER1 Rr Sedov] came.", Gender::unknown},
                    GenderCase{"[PER1 Rr Sedov], a spokeswoman, came.", Gender::female}));

}  // namespace
}  // namespace crossread
