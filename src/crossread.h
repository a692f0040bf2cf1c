// crossread.h — the one public header.
//
//     #include "crossread.h"
//     crossread::Engine engine;
//     std::vector<crossread::Analysis> analyses;
//     for (const std::string& text : texts) {
//       auto analysis = engine.analyse({.id = "a", .text = text});
//       if (analysis) analyses.push_back(*std::move(analysis)); else report(analysis.error());
//     }
//     crossread::Comparison result = engine.compare(std::move(analyses));
//     for (const crossread::Finding& f : result.findings) show(f.why, f.evidence);
#pragma once

#include "compare/comparison.h"
#include "engine.h"
