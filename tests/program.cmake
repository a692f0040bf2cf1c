# The program from the outside: what it prints, how it ends, what it finds. It is started two hundred
# times, so it should not carry sanitizers: the unit tests take the ways through src/ under them, those
# through tools/cli are taken here alone.
# And what asks nothing of a build: the layers, the checkers' own tests, the size of the tables.

# The rules that a compiler does not know: who may include whom, what the top level holds.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME layers COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/check_layers.py)
  add_test(NAME checks COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/tools/checks_test.py -v)

  add_test(NAME golden COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/tools/golden $<TARGET_FILE:crossread>)
  add_test(NAME keys COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/tools/keys_test.py
           $<TARGET_FILE:crossread> ${CMAKE_SOURCE_DIR}/seeds ${CMAKE_CURRENT_SOURCE_DIR}/keys)
  add_test(NAME heldout COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/tools/keys_test.py
           $<TARGET_FILE:crossread> ${CMAKE_CURRENT_SOURCE_DIR}/heldout ${CMAKE_CURRENT_SOURCE_DIR}/heldout)
  add_test(NAME cli COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/tools/cli_test.py
           $<TARGET_FILE:crossread> ${CMAKE_SOURCE_DIR}/seeds -v)
  add_test(NAME cli_output COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/tools/cli_output_test.py
           $<TARGET_FILE:crossread> ${CMAKE_SOURCE_DIR}/seeds -v)
  # 10 MB take minutes without optimisation; tests/wasm/large.test.mjs, where the engine is optimised,
  # compares an article of that size and reads a word of it in every run of tools/check.
  set_tests_properties(cli PROPERTIES
    ENVIRONMENT CROSSREAD_TEST_LARGE=$<IF:$<CONFIG:Debug>,100000,10000000>)
  add_test(NAME schema COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/json/check_schema.py
           $<TARGET_FILE:crossread> ${CMAKE_SOURCE_DIR}/src/json/schema.json
           ${CMAKE_SOURCE_DIR}/seeds/putin-xi-2024 ${CMAKE_SOURCE_DIR}/seeds/study)
  # They compare whole events: `dev` leaves them out.
  set_tests_properties(golden keys heldout cli cli_output schema PROPERTIES LABELS slow)
else()
  message(WARNING "No Python 3: the ctest cases «layers», «checks», «golden», «keys», «heldout», «cli», «cli_output» and «schema» are left out")
endif()

find_program(CROSSREAD_NODE NAMES node nodejs DOC "For the ctest case «table_sizes»")
if(CROSSREAD_NODE)
  add_test(NAME table_sizes COMMAND ${CROSSREAD_NODE} ${CMAKE_SOURCE_DIR}/tools/table_sizes.mjs 800)
  set_tests_properties(table_sizes PROPERTIES LABELS slow)
else()
  message(WARNING "No Node: the ctest case «table_sizes» is left out")
endif()
