#include "compare/comparison.h"

namespace crossread {

std::string_view verdict_code(Verdict verdict) {
  switch (verdict) {
    case Verdict::same:
      return "same";
    case Verdict::compatible:
      return "compatible";
    case Verdict::update:
      return "update";
    case Verdict::attributed_differently:
      return "attributed_differently";
    case Verdict::worded_differently:
      return "worded_differently";
    case Verdict::differs:
      return "differs";
    case Verdict::conflict:
      return "conflict";
    case Verdict::only:
      return "only";
  }
  return "differs";
}

std::string_view finding_kind_code(FindingKind kind) {
  switch (kind) {
    case FindingKind::number:
      return "number";
    case FindingKind::money:
      return "money";
    case FindingKind::percent:
      return "percent";
    case FindingKind::measure:
      return "measure";
    case FindingKind::date:
      return "date";
    case FindingKind::time:
      return "time";
    case FindingKind::duration:
      return "duration";
    case FindingKind::ordinal:
      return "ordinal";
    case FindingKind::age:
      return "age";
    case FindingKind::place:
      return "place";
    case FindingKind::name:
      return "name";
    case FindingKind::speaker:
      return "speaker";
    case FindingKind::cause:
      return "cause";
    case FindingKind::claim:
      return "claim";
    case FindingKind::headline_body:
      return "headline_body";
  }
  return "claim";
}

std::string_view reuse_level_code(ReuseLevel level) {
  switch (level) {
    case ReuseLevel::verbatim:
      return "verbatim";
    case ReuseLevel::edited:
      return "edited";
    case ReuseLevel::paraphrase:
      return "paraphrase";
  }
  return "paraphrase";
}

std::string_view edit_kind_code(EditKind kind) {
  switch (kind) {
    case EditKind::insert:
      return "insert";
    case EditKind::remove:
      return "delete";
    case EditKind::replace:
      return "replace";
  }
  return "replace";
}

std::string_view hidden_kind_code(HiddenKind kind) {
  return kind == HiddenKind::unseen ? "unseen" : "undecided";
}

std::string_view omission_kind_code(OmissionKind kind) {
  switch (kind) {
    case OmissionKind::fact:
      return "fact";
    case OmissionKind::clause:
      return "clause";
    case OmissionKind::hedge:
      return "hedge";
    case OmissionKind::attribution:
      return "attribution";
    case OmissionKind::voice:
      return "voice";
  }
  return "fact";
}

std::string_view quote_change_code(QuoteChange change) {
  switch (change) {
    case QuoteChange::verbatim:
      return "verbatim";
    case QuoteChange::cut:
      return "cut";
    case QuoteChange::clause_deleted:
      return "clause_deleted";
    case QuoteChange::hedge_deleted:
      return "hedge_deleted";
    case QuoteChange::edited:
      return "edited";
    case QuoteChange::paraphrase:
      return "paraphrase";
    case QuoteChange::marks_lost:
      return "marks_lost";
    case QuoteChange::to_indirect:
      return "to_indirect";
    case QuoteChange::speaker_swapped:
      return "speaker_swapped";
  }
  return "paraphrase";
}

std::string_view scar_kind_code(ScarKind kind) {
  switch (kind) {
    case ScarKind::glued:
      return "glued";
    case ScarKind::misspelt:
      return "misspelt";
    case ScarKind::stray_mark:
      return "stray_mark";
    case ScarKind::lost_quote:
      return "lost_quote";
    case ScarKind::odd_character:
      return "odd_character";
    case ScarKind::lost_stop:
      return "lost_stop";
    case ScarKind::lost_word:
      return "lost_word";
    case ScarKind::odd_word:
      return "odd_word";
    case ScarKind::mistranslated:
      return "mistranslated";
    case ScarKind::altered_name:
      return "altered_name";
  }
  return "glued";
}

}  // namespace crossread
