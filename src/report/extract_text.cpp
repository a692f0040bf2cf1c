// One article alone, for the terminal: names, dates, figures, quotes.
#include <algorithm>

#include "base/number.h"
#include "report/digest.h"
#include "report/sheet.h"

namespace crossread {
namespace {

class ExtractReport {
 public:
  ExtractReport(const Analysis& analysis, const ReportOptions& options)
      : a_(analysis), d_(analysis.document), sheet_(options) {}

  std::string write() {
    head();
    entities();
    times();
    amounts();
    quotes();
    notes();
    return sheet_.take();
  }

 private:
  std::string words(Span span) const { return printable(d_.text(span)); }

  void head() {
    const std::string name = d_.article.source.empty() ? d_.article.id : d_.article.source;
    const std::string title = printable(
        !d_.article.title.empty() ? std::string_view(d_.article.title) : d_.text(d_.title));
    sheet_.paragraph({ink(printable(name), Style::strong), ink(title.empty() ? "" : ": " + title)},
                     0);
    const std::string date =
        d_.published == kNoDay ? "no date" : plain_date(iso_date(d_.published));
    sheet_.paragraph({ink(date + ", " + std::to_string(d_.article.text.size()) + " bytes, " +
                              std::to_string(d_.sentences.size()) +
                              (d_.sentences.size() == 1 ? " sentence" : " sentences") +
                              ", language " + d_.language,
                          Style::faint)},
                     0);
  }

  void entities() {
    sheet_.section("Names");
    if (a_.entities.all.empty()) return sheet_.empty("No name was found.");
    for (const Entity& entity : a_.entities.all) {
      InkLine line = {ink(printable(entity.name), Style::strong)};
      for (const std::string& alias : entity.aliases) {
        if (alias != entity.name) line.push_back(ink(", " + printable(alias)));
      }
      std::vector<std::string> roles;
      for (const Span role : entity.roles) {
        const std::string text = words(role);
        if (std::find(roles.begin(), roles.end(), text) == roles.end()) roles.push_back(text);
      }
      for (const std::string& role : roles) line.push_back(ink(" (" + role + ")", Style::faint));
      line.push_back(ink(" ×" + std::to_string(entity.mentions.size()), Style::faint));
      const std::string type(name_type_code(entity.type));
      sheet_.labelled(ink(type, Style::faint), line, 11);
    }
  }

  void times() {
    sheet_.section("Dates and times");
    if (a_.times.empty()) return sheet_.empty("No date was found.");
    for (const TimeMention& time : a_.times) {
      std::string value = time.value.empty()            ? "open"
                          : time.type == TimeType::date ? plain_date(time.value)
                                                        : time.value;
      if (time.stale) value += " (cannot be meant by this date of publication)";
      sheet_.labelled(ink(shorten(words(time.span), 30)), {ink(value, Style::strong)}, 34);
    }
  }

  void amounts() {
    sheet_.section("Figures");
    if (a_.amounts.empty()) return sheet_.empty("No figure was found.");
    for (const Amount& amount : a_.amounts) {
      std::string value;
      if (amount.is_range || amount.approximate_words) {
        value = format_number(amount.low, 6) + " to " + format_number(amount.high, 6);
      } else {
        value = format_number(amount.value, 6);
        if (amount.hedge != Hedge::none)
          value +=
              " (" + format_number(amount.low, 6) + " to " + format_number(amount.high, 6) + ")";
      }
      if (!amount.unit.empty()) value += " " + amount.unit;
      InkLine line = {ink(value, Style::strong)};
      if (!amount.of.empty()) line.push_back(ink(" of " + words(amount.of)));
      line.push_back(ink(" " + std::string(kHardSpace) + std::string(amount_kind_code(amount.kind)),
                         Style::faint));
      sheet_.labelled(ink(shorten(words(amount.span), 30)), line, 34);
    }
  }

  void quotes() {
    sheet_.section("Quotes");
    if (a_.quotes.empty()) return sheet_.empty("Nobody is quoted.");
    for (const Quote& quote : a_.quotes) {
      InkLine line;
      const bool known = quote.speaker.valid();
      std::string who = known                  ? a_.entities.all[quote.speaker.value].name
                        : quote.source.empty() ? ""
                                               : words(quote.source[0]);
      if (who.empty()) who = "not named";
      line.push_back(ink(printable(who), Style::strong));
      for (const Span cue : quote.cue) line.push_back(ink(" " + words(cue), Style::faint));
      std::string content;
      for (const Span span : quote.content) content += (content.empty() ? "" : " … ") + words(span);
      line.push_back(ink(quote.direct ? ": “" + content + "”" : ": " + content));
      sheet_.labelled(ink("–", Style::faint), line, 4);
    }
  }

  void notes() {
    std::vector<std::string> notes;
    for (const std::vector<Note>* list : {&d_.article.notes, &d_.notes}) {
      for (const Note& note : *list) notes.push_back(printable(note.text));
    }
    if (d_.stub) notes.push_back("The article is cut off.");
    for (const Damage& damage : d_.damage) {
      notes.push_back(
          "damaged: “" + words(damage.span) + "”" +
          (damage.repair.empty() ? "" : ", read as “" + printable(damage.repair) + "”"));
    }
    if (notes.empty()) return;
    sheet_.section("Notes");
    for (const std::string& note : notes) sheet_.labelled(ink("–", Style::faint), {ink(note)}, 4);
  }

  const Analysis& a_;
  const Document& d_;
  Sheet sheet_;
};

}  // namespace

std::string extract_text(const Analysis& analysis, const ReportOptions& options) {
  return ExtractReport(analysis, options).write();
}

}  // namespace crossread
