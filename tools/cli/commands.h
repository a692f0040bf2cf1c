// commands.h — what the shell program can do. Each returns the exit code: 0 fine, 1 some input
// failed (named on standard error, the rest is done), 2 wrong usage.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "json/json.h"

namespace crossread::cli {

enum ExitCode : int { kFine = 0, kSomeFailed = 1, kWrongUsage = 2 };

struct CommonOptions {
  std::vector<std::string> files;
  std::string output;  // "" is standard output
  std::string format;
  std::string page;  // of --format html; "" is crossread.html beside the program
  Offsets offsets = Offsets::utf8;
  ColorWish color = ColorWish::automatic;
  int width = 0;  // 0: the terminal's
};

int run_compare(const CommonOptions& options);
int run_extract(const CommonOptions& options);

// One record a line from standard input, one result a line, in the same order.
struct BatchOptions {
  bool strict = false;  // stop at the first record that fails
  std::string output;
  Offsets offsets = Offsets::utf8;
};
int run_batch(const BatchOptions& options);

}  // namespace crossread::cli
