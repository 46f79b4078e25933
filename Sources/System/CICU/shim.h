// ICU as Swift sees it. ICU renames each of its functions by macro (u_charType becomes u_charType_72), which
// hides them from Swift: so each one in use has a plain name here. Nothing here but one call each; ICU 70 and later.
#ifndef GAZETTE_CICU_SHIM_H
#define GAZETTE_CICU_SHIM_H

#include <stdbool.h>
#include <stdint.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/utext.h>

// Properties of characters (uchar.h): static tables, nothing is loaded.

/// The East_Asian_Width of `c`, a value of UEastAsianWidth.
static inline int32_t cicu_east_asian_width(int32_t c) {
  return u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
}

/// The General_Category of `c`, a value of UCharCategory.
static inline int32_t cicu_category(int32_t c) { return u_charType(c); }

/// The Hangul_Syllable_Type of `c`, a value of UHangulSyllableType.
static inline int32_t cicu_hangul_type(int32_t c) {
  return u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
}

/// Whether `c` has the property Default_Ignorable_Code_Point.
static inline bool cicu_is_ignorable(int32_t c) {
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/// Whether `c` is shown as a picture where nothing is said (Emoji_Presentation).
static inline bool cicu_is_emoji_presentation(int32_t c) {
  return u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION);
}

/// Whether `c` may be shown as a picture (Emoji).
static inline bool cicu_is_emoji(int32_t c) { return u_hasBinaryProperty(c, UCHAR_EMOJI); }

// Breaks (ubrk.h, utext.h).

/// Opens an iterator over line or word breaks by the rules of `locale`; NULL when it has none.
static inline UBreakIterator *cicu_break_open(bool words, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(words ? UBRK_WORD : UBRK_LINE, locale, NULL, 0, &status);
  return U_FAILURE(status) ? NULL : breaks;
}

static inline void cicu_break_close(UBreakIterator *breaks) { ubrk_close(breaks); }

/// Sets the iterator on UTF-8 text, which must live until the iteration is over. `text` is NULL at first, then
/// what the last call returned; NULL is returned on failure.
static inline UText *cicu_break_set(UBreakIterator *breaks, UText *text, const char *bytes, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UText *opened = utext_openUTF8(text, bytes, length, &status);
  ubrk_setUText(breaks, opened, &status);
  return U_FAILURE(status) ? NULL : opened;
}

static inline void cicu_text_close(UText *text) { utext_close(text); }

/// The next boundary as a byte offset; negative at the end.
static inline int32_t cicu_break_next(UBreakIterator *breaks) { return ubrk_next(breaks); }

/// Whether the line break just found must be taken.
static inline bool cicu_break_is_hard(UBreakIterator *breaks) {
  int32_t status = ubrk_getRuleStatus(breaks);
  return status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT;
}

// Converters (ucnv.h).

/// Opens a converter that stops at the first thing it cannot convert and takes no one-way mappings.
static inline UConverter *cicu_converter_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return NULL;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  ucnv_setFallback(converter, false);
  return converter;
}

static inline void cicu_converter_close(UConverter *converter) { ucnv_close(converter); }

/// How a conversion ended.
typedef struct {
  /// Bytes or UTF-16 units read, those that could not be converted among them.
  int64_t read;
  /// UTF-16 units or bytes written.
  int64_t written;
  /// How many of the last ones read could not be converted; 0 when all was converted.
  int32_t bad;
  /// Whether it failed for another reason (memory, room).
  bool failed;
} cicu_conversion;

/// Converts bytes to UTF-16 up to the first malformed sequence.
static inline cicu_conversion cicu_decode(
    UConverter *converter, const char *bytes, int64_t length, uint16_t *units, int64_t capacity) {
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
    result.failed = status != U_ILLEGAL_CHAR_FOUND && status != U_INVALID_CHAR_FOUND && status != U_TRUNCATED_CHAR_FOUND;
  }
  return result;
}

/// Converts UTF-16 to bytes up to the first character that the encoding lacks; call again for what is behind it.
static inline cicu_conversion cicu_encode(
    UConverter *converter, const uint16_t *units, int64_t length, char *bytes, int64_t capacity) {
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
    result.failed = status != U_ILLEGAL_CHAR_FOUND && status != U_INVALID_CHAR_FOUND && status != U_TRUNCATED_CHAR_FOUND;
    ucnv_resetFromUnicode(converter);
  }
  return result;
}

// The charset detector (ucsdet.h).

static inline UCharsetDetector *cicu_detector_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  return U_FAILURE(status) ? NULL : detector;
}

static inline void cicu_detector_close(UCharsetDetector *detector) { ucsdet_close(detector); }

/// All encodings that `bytes` may be in, best first, valid until the detector is closed or set again.
static inline const UCharsetMatch **cicu_detect(
    UCharsetDetector *detector, const char *bytes, int32_t length, int32_t *count) {
  UErrorCode status = U_ZERO_ERROR;
  *count = 0;
  ucsdet_setText(detector, bytes, length, &status);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, count, &status);
  if (U_FAILURE(status)) *count = 0;
  return matches;
}

/// The name of a match; NULL when it has none.
static inline const char *cicu_match_name(const UCharsetMatch *match) {
  UErrorCode status = U_ZERO_ERROR;
  const char *name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? NULL : name;
}

/// The confidence of a match, 0 to 100.
static inline int32_t cicu_match_confidence(const UCharsetMatch *match) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t confidence = ucsdet_getConfidence(match, &status);
  return U_FAILURE(status) ? 0 : confidence;
}

#endif
