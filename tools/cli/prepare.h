// prepare.h — what is said about articles between reading and comparing them.
#pragma once

#include <cstdint>
#include <string>

#include "claim/analysis.h"
#include "cli/input.h"

namespace crossread::cli {

// The same text twice is compared once, with a message that names both; ids become unique.
void merge_repeats(Inputs& inputs);

// Leaves out what is over the limit, the last by id; returns how many.
int refuse_surplus(Inputs& inputs, std::uint32_t limit);

// The notes of ingest and text on standard error, and a language that is not English.
void say_notes(const std::string& where, const Analysis& analysis);

// "French" for "fr"; the code itself where the name is not known here.
std::string language_name(const std::string& code);

}  // namespace crossread::cli
