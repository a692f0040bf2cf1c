// console.h — what the shell program says to a person: messages, progress, colour.
//
// Results go to standard output, all else to standard error. Colour only on a terminal, and never
// with NO_COLOR; control characters of an article never reach the terminal.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crossread::cli {

enum class ColorWish : unsigned char { automatic, always, never };

// Should text written to this stream be coloured?
bool use_color(int file_descriptor, ColorWish wish);

// Columns of the terminal behind standard output, within 60 to 120; 100 where there is none.
int terminal_width();

// "crossread: a.txt: is empty"
void say(std::string_view where, std::string_view message);
void say(const Error& error);

// One line on standard error, drawn again and again, once a second of waiting has passed and only
// on a terminal; wiped at the end.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(std::string_view what, double done);  // done: 0 to 1
  void wipe();                                    // before a message

 private:
  using Clock = std::chrono::steady_clock;
  bool terminal_ = false;
  bool drawn_ = false;
  Clock::time_point next_;
};

}  // namespace crossread::cli
