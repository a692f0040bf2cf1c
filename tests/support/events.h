// events.h — the sample events of seeds/, read once and analysed once for all tests of a program.
//
//     for (const Analysis& a : analyses_of("ferry")) …     the five articles, by their manifest
//
// An event is named by its folder. Nothing is read before it is asked for; a folder that cannot be
// read is a failed test. Cost: each article is analysed once a process.
#pragma once

#include <string>
#include <vector>

#include "crossread.h"

namespace crossread {

// The folders of seeds/, sorted.
const std::vector<std::string>& event_names();

// A test's name of an event: letters, digits and underscores.
std::string test_name(std::string event);

// The articles as the manifest lists them, with the bytes of their files.
const std::vector<Article>& articles_of(const std::string& event);

// Each article by itself, and all of them compared by the engine with its defaults.
const std::vector<Analysis>& analyses_of(const std::string& event);
const Comparison& comparison_of(const std::string& event);

}  // namespace crossread
