// check.h — what a fuzz target asserts, in every build.
#pragma once

#include <cstdio>
#include <cstdlib>

#define CROSSREAD_CHECK(condition)                                                   \
  do {                                                                               \
    if (!(condition)) {                                                              \
      std::fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                  \
    }                                                                                \
  } while (false)
