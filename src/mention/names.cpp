#include "mention/names.h"

#include "mention/name_finish.h"
#include "mention/name_lexicon.h"
#include "mention/name_model.h"
#include "mention/name_tagger.h"

namespace crossread {

std::string_view name_type_code(NameType type) {
  switch (type) {
    case NameType::person:
      return "PER";
    case NameType::organization:
      return "ORG";
    case NameType::location:
      return "LOC";
    case NameType::norp:
      return "NORP";
    case NameType::event:
      return "EVENT";
    case NameType::facility:
      return "FAC";
    case NameType::work:
      return "WORK";
    case NameType::law:
      return "LAW";
    case NameType::product:
      return "PRODUCT";
  }
  return "";
}

std::vector<NameMention> find_names(const Document& document) {
  const NameLexicon lexicon(document);
  const NameContext context(document, lexicon, built_in_name_model());
  return finish_names(context, tag_names(context));
}

}  // namespace crossread
