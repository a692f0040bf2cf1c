// sections.h — the sections of a report: their titles, and what one says that has nothing to show.
//
//     sections::kShared   Told by several · “No statement stands in more than one article.”
//
// The terminal and Markdown tell the same; what they are told in stands here once. Without such a
// sentence a section is left out where it is empty, or is never empty. Constants.
#pragma once

#include <string_view>

namespace crossread {

struct SectionWords {
  std::string_view title;
  std::string_view nothing;
};

namespace sections {

constexpr SectionWords kBrief{"In brief", ""};
constexpr SectionWords kDifferences{
    "Differences",
    "None found in figures, dates, names, speakers and claims that could be set against each "
    "other."};
constexpr std::string_view kNothingToDifferFrom = "One article alone has nothing to differ from.";
constexpr SectionWords kFigures{
    "Figures and dates that agree",
    "No figure or date of one article could be matched with one of another."};
constexpr SectionWords kShared{"Told by several", "No statement stands in more than one article."};
constexpr SectionWords kOnly{"Told by one alone", "Nothing."};
constexpr SectionWords kMissing{"Not found", "No article lacks what several others tell."};
constexpr SectionWords kQuotes{"Quoted by several",
                               "No utterance stands in more than one article."};
constexpr SectionWords kVoices{"Who speaks", ""};
constexpr SectionWords kWording{"Wording",
                                "No thing is named differently at places that answer each other."};
constexpr SectionWords kDates{"Dates", "No date could be told from the texts."};
constexpr SectionWords kNames{"People and places", "No name was found."};
constexpr SectionWords kLineage{"Where the texts come from",
                                "Each article stands for itself, as far as the texts show."};
constexpr SectionWords kReuse{"Taken from one another", "No passage is shared by descent."};
constexpr SectionWords kDamage{"Damaged text", ""};
constexpr SectionWords kNotes{"Notes", ""};

}  // namespace sections
}  // namespace crossread
