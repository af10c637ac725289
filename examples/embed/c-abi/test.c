/* Calls every function from C, with every line of the conformance file, and from four threads at once. */
#include "banenafspraak.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#define BYTES(text) ((const uint8_t *)(text)), strlen(text)
#define NOTHING NULL, 0

static int failed = 0;

static void check(int holds, const char *what) {
  if (!holds) {
    fprintf(stderr, "not so: %s\n", what);
    failed = 1;
  }
}

static int has(BanenafspraakText text, const char *part) {
  size_t length = strlen(part);
  for (size_t at = 0; at + length <= text.length; at++) {
    if (memcmp(text.data + at, part, length) == 0) {
      return 1;
    }
  }
  return 0;
}

/* Whether the answer of a call has this in it; frees the answer. */
static void gives(BanenafspraakStatus status, BanenafspraakText answer, const char *part) {
  check(status == BANENAFSPRAAK_STATUS_OK, part);
  if (!has(answer, part)) {
    fprintf(stderr, "%.*s\n", (int)answer.length, (const char *)answer.data);
    check(0, part);
  }
  banenafspraak_free(answer.data, answer.length);
}

static const char SCHOOL[] =
    "{\"id\":\"school\",\"year\":2026,\"sector\":\"overheid\",\"paid_hours\":\"180000\","
    "\"doelgroep_hours\":\"2662\",\"previous_year\":{\"paid_hours\":\"178000\"}}";

static void assessments(void) {
  BanenafspraakText answer;
  BanenafspraakStatus status = banenafspraak_assess(BYTES(SCHOOL), NOTHING, &answer);
  gives(status, answer, "\"quotumtekort\":\"1.4\"");
  status = banenafspraak_assess(BYTES(SCHOOL), BYTES("{\"explain\":true,\"language\":\"nl\"}"), &answer);
  gives(status, answer, "\"label\":\"Quotumtekort\"");
  status = banenafspraak_assess(BYTES("{}"), NOTHING, &answer);
  gives(status, answer, "\"code\":\"missing_field\"");
  status = banenafspraak_assess(BYTES(SCHOOL), BYTES("{\"colour\":1}"), &answer);
  gives(status, answer, "\"code\":\"unknown_field\"");
  status = banenafspraak_assess_lines(BYTES("{}\n\n{}\n"), NOTHING, &answer);
  gives(status, answer, "\"line\":3");
  status = banenafspraak_verify(BYTES("{}"), NOTHING, &answer);
  gives(status, answer, "\"field\":\"crate_version\"");
  char question[512];
  snprintf(question, sizeof question, "{\"employer\":%s}", SCHOOL);
  status = banenafspraak_plan(BYTES(question), NOTHING, &answer);
  gives(status, answer, "\"hours_to_zero\":\"1897.87\"");
  snprintf(question, sizeof question, "{\"years\":[%s],\"language\":\"nl\"}", SCHOOL);
  status = banenafspraak_report(BYTES(question), &answer);
  gives(status, answer, "{\"html\":\"<!DOCTYPE html>");
  status = banenafspraak_report(BYTES("{\"years\":[]}"), &answer);
  gives(status, answer, "\"field\":\"years\"");
  status = banenafspraak_version(&answer);
  gives(status, answer, "0.1.0");
  status = banenafspraak_schema(&answer);
  gives(status, answer, "\"$schema\"");
  status = banenafspraak_figures(&answer);
  check(status == BANENAFSPRAAK_STATUS_OK && answer.length == 64, "a fingerprint of 64 digits");
  banenafspraak_free(answer.data, answer.length);
}

static void wrong_calls(void) {
  BanenafspraakText answer = {NULL, 0};
  check(banenafspraak_assess(NULL, 3, NOTHING, &answer) == BANENAFSPRAAK_STATUS_NULL_POINTER, "null");
  check(answer.data == NULL && answer.length == 0, "no answer");
  check(banenafspraak_assess(BYTES(SCHOOL), NOTHING, NULL) == BANENAFSPRAAK_STATUS_NULL_POINTER, "no place");
  check(banenafspraak_assess(BYTES("\xff"), NOTHING, &answer) == BANENAFSPRAAK_STATUS_NOT_UTF8, "no UTF-8");
  check(banenafspraak_payroll_answer(NULL, &answer) == BANENAFSPRAAK_STATUS_NULL_POINTER, "no payroll");
  banenafspraak_free(NULL, 0);
  banenafspraak_payroll_close(NULL);
  check(banenafspraak_alloc((size_t)-1) == NULL, "no such memory");
  uint8_t *place = banenafspraak_alloc(5);
  memcpy(place, "12345", 5);
  banenafspraak_free(place, 5);
}

static void payroll(void) {
  BanenafspraakPayroll *payroll = NULL;
  BanenafspraakText answer;
  BanenafspraakStatus status = banenafspraak_payroll_open(BYTES("{}"), NOTHING, &payroll, &answer);
  gives(status, answer, "\"field\":\"year\"");
  check(payroll == NULL, "no payroll of a wrong setup");
  status = banenafspraak_payroll_open(BYTES("{\"year\":2026}"), NOTHING, &payroll, &answer);
  gives(status, answer, "{}");
  status = banenafspraak_payroll_add(payroll, BYTES("employers"), BYTES("employer,sector\nbakery,markt\n"), &answer);
  gives(status, answer, "\"read\":1");
  const char *record = "[{\"employer\":\"bakery\",\"person\":\"p-1\",\"period\":\"2026-y\",\"paid_hours\":100,"
                       "\"premium_wage\":0,\"kind\":\"ordinary\"}]";
  status = banenafspraak_payroll_add(payroll, BYTES("records"), BYTES(record), &answer);
  gives(status, answer, "\"read\":1");
  status = banenafspraak_payroll_add_wage_return(payroll, BYTES("<html/>"), &answer);
  gives(status, answer, "\"error\"");
  status = banenafspraak_payroll_answer(payroll, &answer);
  gives(status, answer, "\"hours_base\":\"100\"");
  banenafspraak_payroll_close(payroll);
}

/* Every line is {"input":...,"output":...}; the library must give the very bytes. */
static void conformance(const char *path) {
  static const char INPUT[] = "{\"input\":", OUTPUT[] = ",\"output\":";
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    check(0, path);
    return;
  }
  static char line[1 << 20];
  int lines = 0;
  while (fgets(line, sizeof line, file) != NULL) {
    char *input = line + strlen(INPUT), *output = NULL;
    for (char *at = strstr(line, OUTPUT); at != NULL; at = strstr(at + 1, OUTPUT)) {
      output = at;
    }
    char *end = strrchr(line, '}');
    if (strncmp(line, INPUT, strlen(INPUT)) != 0 || output == NULL || end == NULL) {
      check(0, line);
      break;
    }
    size_t expected = (size_t)(end - (output + strlen(OUTPUT)));
    BanenafspraakText answer;
    BanenafspraakStatus status =
        banenafspraak_assess((const uint8_t *)input, (size_t)(output - input), NOTHING, &answer);
    int same = status == BANENAFSPRAAK_STATUS_OK && answer.length == expected &&
               memcmp(answer.data, output + strlen(OUTPUT), expected) == 0;
    check(same, line);
    banenafspraak_free(answer.data, answer.length);
    lines++;
  }
  fclose(file);
  check(lines > 250, "more than 250 lines");
}

static void *many(void *payroll) {
  for (int i = 0; i < 200; i++) {
    BanenafspraakText answer;
    BanenafspraakStatus status = banenafspraak_assess(BYTES(SCHOOL), NOTHING, &answer);
    gives(status, answer, "\"quotumtekort\":\"1.4\"");
    status = banenafspraak_payroll_answer(payroll, &answer);
    gives(status, answer, "\"outcomes\":[]");
  }
  return NULL;
}

static void threads(void) {
  BanenafspraakPayroll *payroll = NULL;
  BanenafspraakText answer;
  gives(banenafspraak_payroll_open(BYTES("{\"year\":2026}"), NOTHING, &payroll, &answer), answer, "{}");
  pthread_t all[4];
  for (int i = 0; i < 4; i++) {
    pthread_create(&all[i], NULL, many, payroll);
  }
  for (int i = 0; i < 4; i++) {
    pthread_join(all[i], NULL);
  }
  banenafspraak_payroll_close(payroll);
}

int main(int count, char **arguments) {
  assessments();
  wrong_calls();
  payroll();
  threads();
  if (count > 1) {
    conformance(arguments[1]);
  }
  puts(failed ? "failed" : "all well");
  return failed;
}
