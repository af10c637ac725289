/* Made by cbindgen of src/: do not change by hand. */

#ifndef BANENAFSPRAAK_H
#define BANENAFSPRAAK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/*
 Whether a call went through.
 */
typedef enum BanenafspraakStatus {
  /*
   There is an answer. What the library refuses is in it, as an object with `error`.
   */
  BANENAFSPRAAK_STATUS_OK = 0,
  /*
   A pointer that is needed is null. There is no answer.
   */
  BANENAFSPRAAK_STATUS_NULL_POINTER = 1,
  /*
   A text is not UTF-8. There is no answer.
   */
  BANENAFSPRAAK_STATUS_NOT_UTF8 = 2,
  /*
   A fault of the library: please report it. There is no answer, and a payroll that was in the call
   must be closed.
   */
  BANENAFSPRAAK_STATUS_PANIC = 3,
} BanenafspraakStatus;

/*
 A payroll: opened, filled, asked and closed by the functions below. It may be used from any thread; calls
 at once wait for each other.
 */
typedef struct BanenafspraakPayroll BanenafspraakPayroll;

/*
 A text that the library gives: UTF-8, not ended by a zero byte.
 */
typedef struct BanenafspraakText {
  /*
   Its bytes; null where there is none.
   */
  uint8_t *data;
  /*
   How many bytes.
   */
  size_t length;
} BanenafspraakText;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/*
 Opens a payroll: a JSON object with its `year`, and perhaps `scheme`, `allow_repeats`, `allow_overlaps`,
 `show_persons` and the tables. The answer is `{}`, or an object with `error`; `payroll` is null then.

 # Safety

 `setup` and `options` point to as many bytes as is said, or are null where that is none; `payroll` and
 `out` point to places for the payroll and the answer.
 */
enum BanenafspraakStatus banenafspraak_payroll_open(const uint8_t *setup,
                                                    size_t setup_length,
                                                    const uint8_t *options,
                                                    size_t options_length,
                                                    struct BanenafspraakPayroll **payroll,
                                                    struct BanenafspraakText *out);

/*
 Adds a table: `employers`, `register`, `attributions` or `records`, as CSV or as a JSON array of objects.
 The answer says what was read and what could not be.

 # Safety

 `payroll` is open; `table` and `content` point to as many bytes as is said; `out` points to a place for
 the answer.
 */
enum BanenafspraakStatus banenafspraak_payroll_add(const struct BanenafspraakPayroll *payroll,
                                                   const uint8_t *table,
                                                   size_t table_length,
                                                   const uint8_t *content,
                                                   size_t content_length,
                                                   struct BanenafspraakText *out);

/*
 Adds a wage return (loonaangifte): the bytes of one XML message.

 # Safety

 As [`banenafspraak_payroll_add`].
 */
enum BanenafspraakStatus banenafspraak_payroll_add_wage_return(const struct BanenafspraakPayroll *payroll,
                                                               const uint8_t *xml,
                                                               size_t xml_length,
                                                               struct BanenafspraakText *out);

/*
 The outcome of every employer, and what was left out or does not match, as one JSON object.

 # Safety

 `payroll` is open; `out` points to a place for the answer.
 */
enum BanenafspraakStatus banenafspraak_payroll_answer(const struct BanenafspraakPayroll *payroll,
                                                      struct BanenafspraakText *out);

/*
 Closes a payroll, once. Null is nothing.

 # Safety

 `payroll` was opened and not closed, and no other call uses it.
 */
void banenafspraak_payroll_close(struct BanenafspraakPayroll *payroll);

/*
 Assesses one employer and year: an input object as JSON; the answer is the outcome, or an object with
 `error`.

 # Safety

 `input` and `options` point to as many bytes as is said, or are null where that is none; `out` points to
 a place for the answer.
 */
enum BanenafspraakStatus banenafspraak_assess(const uint8_t *input,
                                              size_t input_length,
                                              const uint8_t *options,
                                              size_t options_length,
                                              struct BanenafspraakText *out);

/*
 Assesses JSON Lines: one input object a line, one line out for each, in the same order.

 # Safety

 As [`banenafspraak_assess`].
 */
enum BanenafspraakStatus banenafspraak_assess_lines(const uint8_t *input,
                                                    size_t input_length,
                                                    const uint8_t *options,
                                                    size_t options_length,
                                                    struct BanenafspraakText *out);

/*
 Says what closes the gap of an employer, what changes do, and how the two laws compare.

 The question is an object with `employer`, and perhaps `changes`, `scenarios`, `hours_per_week` and
 `from`.

 # Safety

 As [`banenafspraak_assess`].
 */
enum BanenafspraakStatus banenafspraak_plan(const uint8_t *question,
                                            size_t question_length,
                                            const uint8_t *options,
                                            size_t options_length,
                                            struct BanenafspraakText *out);

/*
 Makes the report of one employer: `{"html": ...}`, a page that needs nothing else.

 The question is an object with `years`, and perhaps `language`, `name`, `date`, `hours_per_week`, `from`
 and `figures`.

 # Safety

 `question` points to as many bytes as is said; `out` points to a place for the answer.
 */
enum BanenafspraakStatus banenafspraak_report(const uint8_t *question,
                                              size_t question_length,
                                              struct BanenafspraakText *out);

/*
 Computes a receipt again and says what differs.

 # Safety

 As [`banenafspraak_assess`].
 */
enum BanenafspraakStatus banenafspraak_verify(const uint8_t *receipt,
                                              size_t receipt_length,
                                              const uint8_t *options,
                                              size_t options_length,
                                              struct BanenafspraakText *out);

/*
 The version of the library, such as 0.1.0.

 # Safety

 `out` points to a place for the answer.
 */
enum BanenafspraakStatus banenafspraak_version(struct BanenafspraakText *out);

/*
 The SHA-256 of the published figures: the same wherever the same figures are.

 # Safety

 As [`banenafspraak_version`].
 */
enum BanenafspraakStatus banenafspraak_figures(struct BanenafspraakText *out);

/*
 The contract as a JSON Schema.

 # Safety

 As [`banenafspraak_version`].
 */
enum BanenafspraakStatus banenafspraak_schema(struct BanenafspraakText *out);

/*
 Frees a text that the library gave, once. Null is nothing.

 # Safety

 `data` and `length` are those of a text that the library gave and that was not freed.
 */
void banenafspraak_free(uint8_t *data, size_t length);

/*
 Bytes for a text that a caller without memory of its own will write, such as a web page; freed as a text
 that the library gave. Null where there is no memory for it.
 */
uint8_t *banenafspraak_alloc(size_t length);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* BANENAFSPRAAK_H */
