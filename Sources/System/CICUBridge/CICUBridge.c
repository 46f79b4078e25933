#include "CICUBridge.h"

#include <stdlib.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utext.h>

// Properties

bool cicu_is_wide(uint32_t c) {
  int32_t width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE;
}

bool cicu_is_ambiguous(uint32_t c) {
  return u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH) == U_EA_AMBIGUOUS;
}

bool cicu_is_zero_width(uint32_t c) {
  switch (u_charType((UChar32)c)) {
  case U_NON_SPACING_MARK:
  case U_ENCLOSING_MARK:
  case U_FORMAT_CHAR:
  case U_CONTROL_CHAR:
  case U_LINE_SEPARATOR:
  case U_PARAGRAPH_SEPARATOR:
    return true;
  default:
    break;
  }
  if (u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return true;
  // Vowels and finals of Hangul stand within the cell of the consonant before them.
  int32_t hangul = u_getIntPropertyValue((UChar32)c, UCHAR_HANGUL_SYLLABLE_TYPE);
  return hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO;
}

bool cicu_is_unassigned(uint32_t c) { return u_charType((UChar32)c) == U_UNASSIGNED; }

bool cicu_is_emoji_presentation(uint32_t c) { return u_hasBinaryProperty((UChar32)c, UCHAR_EMOJI_PRESENTATION); }

bool cicu_is_emoji(uint32_t c) { return u_hasBinaryProperty((UChar32)c, UCHAR_EMOJI); }

// Breaks

struct cicu_breaks {
  UBreakIterator *iterator;
  UText *text;
};

cicu_breaks *cicu_breaks_open(bool words, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(words ? UBRK_WORD : UBRK_LINE, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  cicu_breaks *breaks = malloc(sizeof *breaks);
  if (breaks == NULL) {
    ubrk_close(iterator);
    return NULL;
  }
  breaks->iterator = iterator;
  breaks->text = NULL;
  return breaks;
}

void cicu_breaks_close(cicu_breaks *breaks) {
  // The iterator first: it holds a clone of the text's handle.
  ubrk_close(breaks->iterator);
  if (breaks->text != NULL) utext_close(breaks->text);
  free(breaks);
}

bool cicu_breaks_set(cicu_breaks *breaks, const char *bytes, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UText *text = utext_openUTF8(breaks->text, bytes, length, &status);
  if (U_FAILURE(status)) return false;
  breaks->text = text;
  ubrk_setUText(breaks->iterator, text, &status);
  return U_SUCCESS(status);
}

int32_t cicu_breaks_next(cicu_breaks *breaks) { return ubrk_next(breaks->iterator); }

bool cicu_breaks_is_hard(cicu_breaks *breaks) {
  int32_t status = ubrk_getRuleStatus(breaks->iterator);
  return status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT;
}

// Converters

cicu_converter *cicu_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return NULL;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_setFallback(converter, false);
  return (cicu_converter *)converter;
}

void cicu_converter_close(cicu_converter *converter) { ucnv_close((UConverter *)converter); }

static bool is_about_content(UErrorCode status) {
  return status == U_ILLEGAL_CHAR_FOUND || status == U_INVALID_CHAR_FOUND || status == U_TRUNCATED_CHAR_FOUND;
}

cicu_conversion cicu_decode(
    cicu_converter *handle, const char *bytes, int64_t length, uint16_t *units, int64_t capacity) {
  UConverter *converter = (UConverter *)handle;
  UErrorCode status = U_ZERO_ERROR;
  const char *source = bytes;
  UChar *target = (UChar *)units;
  ucnv_toUnicode(converter, &target, target + capacity, &source, source + length, NULL, true, &status);
  cicu_conversion result = {source - bytes, target - (UChar *)units, 0, false};
  if (U_FAILURE(status)) {
    char invalid[32];
    int8_t count = sizeof invalid;
    UErrorCode inner = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, invalid, &count, &inner);
    result.bad = count > 0 ? count : 1;
    result.failed = !is_about_content(status);
    ucnv_resetToUnicode(converter);
  }
  return result;
}

cicu_conversion cicu_encode(
    cicu_converter *handle, const uint16_t *units, int64_t length, char *bytes, int64_t capacity) {
  UConverter *converter = (UConverter *)handle;
  UErrorCode status = U_ZERO_ERROR;
  const UChar *source = (const UChar *)units;
  char *target = bytes;
  ucnv_fromUnicode(converter, &target, target + capacity, &source, source + length, NULL, true, &status);
  cicu_conversion result = {source - (const UChar *)units, target - bytes, 0, false};
  if (U_FAILURE(status)) {
    UChar invalid[16];
    int8_t count = 16;
    UErrorCode inner = U_ZERO_ERROR;
    ucnv_getInvalidUChars(converter, invalid, &count, &inner);
    result.bad = count > 0 ? count : 1;
    result.failed = !is_about_content(status);
    ucnv_resetFromUnicode(converter);
  }
  return result;
}

// The detector

int32_t cicu_detect(const char *bytes, int32_t length, cicu_opinion *opinions, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  ucsdet_setText(detector, bytes, length, &status);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
  int32_t count = 0;
  for (int32_t index = 0; U_SUCCESS(status) && index < found && count < capacity; index++) {
    UErrorCode inner = U_ZERO_ERROR;
    const char *name = ucsdet_getName(matches[index], &inner);
    int32_t confidence = ucsdet_getConfidence(matches[index], &inner);
    if (U_FAILURE(inner) || name == NULL) continue;
    strncpy(opinions[count].name, name, sizeof opinions[count].name - 1);
    opinions[count].name[sizeof opinions[count].name - 1] = 0;
    opinions[count].confidence = confidence;
    count++;
  }
  ucsdet_close(detector);
  return count;
}
