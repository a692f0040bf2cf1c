#include "text/forms.h"

#include "base/utf8.h"

namespace crossread {
namespace {

std::uint32_t hash_of(std::string_view bytes) {
  std::uint32_t hash = 2166136261u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

}  // namespace

Casing casing_of(std::string_view surface) {
  const auto size = static_cast<std::uint32_t>(surface.size());
  std::uint32_t letters = 0, uppers = 0, lowers = 0;
  bool first_upper = false;
  for (std::uint32_t at = 0; at < size;) {
    const Character c = decode(surface, at);
    at += c.bytes;
    const bool upper = is_upper(c.code);
    const bool lower = !upper && is_lower(c.code);
    if (!upper && !lower) continue;
    if (letters++ == 0) first_upper = upper;
    (upper ? uppers : lowers) += 1;
  }
  if (letters == 0) return Casing::none;
  if (uppers == 0) return Casing::lower;
  if (lowers == 0)
    return letters == 1 && size <= 3 && surface.back() != '.' ? Casing::capitalised : Casing::upper;
  return first_upper && uppers == 1 ? Casing::capitalised : Casing::mixed;
}

Forms::Forms(std::string& pool) : pool_(pool), slots_(1024, 0) {}

std::uint32_t Forms::intern(std::string_view surface) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(surface) & mask;
  while (slots_[slot] != 0) {
    const std::uint32_t id = slots_[slot] - 1;
    if (forms_[id].surface == surface) return id;
    slot = (slot + 1) & mask;
  }
  Form form;
  form.surface = surface;
  form.casing = casing_of(surface);
  const auto begin = static_cast<std::uint32_t>(pool_.size());
  append_folded(pool_, surface);
  if (pool_.size() == begin) pool_.append(surface);  // joiners alone: no form is empty
  form.folded = {begin, static_cast<std::uint32_t>(pool_.size())};
  forms_.push_back(form);
  slots_[slot] = static_cast<std::uint32_t>(forms_.size());
  if (forms_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(forms_.size() - 1);
}

std::uint32_t Forms::add_repaired(std::string_view surface, std::string_view right) {
  Form form;
  form.surface = surface;
  form.casing = casing_of(surface);
  form.folded = add(right);
  forms_.push_back(form);
  return static_cast<std::uint32_t>(forms_.size() - 1);
}

Span Forms::lemma(std::uint32_t id, WordUse use) {
  Form& form = forms_[id];
  const std::uint8_t bit = use == WordUse::common ? 1 : 2;
  Span& slot = use == WordUse::common ? form.lemma : form.name_lemma;
  if ((form.lemmas & bit) == 0) {
    form.lemmas = static_cast<std::uint8_t>(form.lemmas | bit);
    const std::string_view folded = slice(pool_, form.folded);
    const std::string lemma = lemma_of(folded, use);
    slot = lemma == folded ? form.folded : add(lemma);
  }
  return slot;
}

void Forms::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t id = 0; id < forms_.size(); ++id) {
    std::size_t slot = hash_of(forms_[id].surface) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(id + 1);
  }
}

Span Forms::add(std::string_view bytes) {
  const auto begin = static_cast<std::uint32_t>(pool_.size());
  pool_.append(bytes);
  return {begin, static_cast<std::uint32_t>(pool_.size())};
}

}  // namespace crossread
