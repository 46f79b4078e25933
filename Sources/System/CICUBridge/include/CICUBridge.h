// ICU as Swift sees it: plain functions, no type of ICU's.
//
// ICU renames each of its functions by macro (u_charType becomes u_charType_72), which hides them from Swift; and
// the Foundation of Swift carries an ICU of its own, whose types clash with those of the system as soon as one
// program imports both. So the headers of ICU stay within CICUBridge.c. Nothing there but one call or two each;
// ICU 70 and later.
#ifndef GAZETTE_CICU_BRIDGE_H
#define GAZETTE_CICU_BRIDGE_H

#include <stdbool.h>
#include <stdint.h>

// Properties of characters (uchar.h): static tables, nothing is loaded.

/// Whether `c` takes two columns (East_Asian_Width F or W).
bool cicu_is_wide(uint32_t c);
/// Whether `c` takes one or two columns, depending on its company (East_Asian_Width A).
bool cicu_is_ambiguous(uint32_t c);
/// Whether `c` takes no column of its own: marks, controls, format characters, the later parts of a Hangul syllable.
bool cicu_is_zero_width(uint32_t c);
/// Whether no character has the code `c` yet (General_Category Cn).
bool cicu_is_unassigned(uint32_t c);
/// Whether `c` is shown as a picture where nothing is said (Emoji_Presentation).
bool cicu_is_emoji_presentation(uint32_t c);
/// Whether `c` may be shown as a picture (Emoji).
bool cicu_is_emoji(uint32_t c);

// Breaks (ubrk.h, utext.h).

/// An iterator over the breaks of a text, with the text it is set on.
typedef struct cicu_breaks cicu_breaks;

/// Opens an iterator over line or word breaks by the rules of `locale`; NULL when it has none.
cicu_breaks *cicu_breaks_open(bool words, const char *locale);
void cicu_breaks_close(cicu_breaks *breaks);
/// Sets the iterator on UTF-8 text, which must live until the iteration is over; false on failure.
bool cicu_breaks_set(cicu_breaks *breaks, const char *bytes, int64_t length);
/// The next boundary as a byte offset; negative at the end.
int32_t cicu_breaks_next(cicu_breaks *breaks);
/// Whether the line break just found must be taken.
bool cicu_breaks_is_hard(cicu_breaks *breaks);

// Converters (ucnv.h).

typedef struct cicu_converter cicu_converter;

/// Opens a converter that stops at the first thing it cannot convert and takes no one-way mappings; NULL when ICU
/// was built without it.
cicu_converter *cicu_converter_open(const char *name);
void cicu_converter_close(cicu_converter *converter);

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
cicu_conversion cicu_decode(
    cicu_converter *converter, const char *bytes, int64_t length, uint16_t *units, int64_t capacity);
/// Converts UTF-16 to bytes up to the first character that the encoding lacks; call again for what is behind it.
cicu_conversion cicu_encode(
    cicu_converter *converter, const uint16_t *units, int64_t length, char *bytes, int64_t capacity);

// The charset detector (ucsdet.h).

/// What the detector thinks of one encoding.
typedef struct {
  /// The name of the encoding, cut to what fits.
  char name[32];
  /// 0 to 100.
  int32_t confidence;
} cicu_opinion;

/// Fills `opinions` with up to `capacity` encodings that `bytes` may be in, best first; the number of them.
int32_t cicu_detect(const char *bytes, int32_t length, cicu_opinion *opinions, int32_t capacity);

#endif
