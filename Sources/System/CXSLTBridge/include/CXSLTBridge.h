// libxslt as Swift sees it: plain functions, no type of libxslt's or libxml2's.
//
// Three things of libxslt are out of Swift's reach: its error handlers take a variable number of arguments, its
// limits are fields of its structures, and what it allocates can only be limited by counting in its allocator. So
// they are dealt with in CXSLTBridge.c, and its types stay there. libxslt 1.1.34 and later.
#ifndef GAZETTE_CXSLT_BRIDGE_H
#define GAZETTE_CXSLT_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>

/// A compiled stylesheet. It is only read by transformations: any number of threads may use it at once.
typedef struct cxslt_stylesheet cxslt_stylesheet;

/// What a remark is.
typedef enum {
  /// Something is wrong with the stylesheet or the transformation.
  CXSLT_ERROR,
  /// The stylesheet speaks (xsl:message); a text may come in pieces.
  CXSLT_MESSAGE,
  /// More memory was wanted than is allowed.
  CXSLT_MEMORY,
  /// More steps were taken than are allowed.
  CXSLT_OPERATIONS,
  /// Templates call each other deeper than is allowed.
  CXSLT_DEPTH,
  /// The stylesheet ended itself (terminate="yes"); the last message says why.
  CXSLT_ENDED,
} cxslt_kind;

/// Whom the bridge talks to during one call. All of it is called on the calling thread, before the call returns.
typedef struct {
  /// Handed to both functions.
  void *context;
  /// Takes a remark. `uri` is NULL and `line` 0 where the place is unknown.
  void (*tell)(void *context, cxslt_kind kind, const char *uri, long line, const char *text);
  /// Gives the stylesheet at `uri` that another imports or includes: its bytes, which live until the call
  /// returns, or NULL if it is refused.
  const char *(*load)(void *context, const char *uri, size_t *count);
} cxslt_host;

/// How much a call may use.
typedef struct {
  /// Bytes in use at a time.
  size_t memory;
  /// Instructions of the stylesheet, and steps of its XPath expressions: each counted by itself.
  unsigned long operations;
  /// Templates within each other.
  int depth;
} cxslt_limits;

/// Compiles the stylesheet in `bytes`; NULL if that failed, of which `host` was told.
cxslt_stylesheet *cxslt_compile(
    const char *bytes, size_t count, const char *uri, cxslt_limits limits, const cxslt_host *host);
void cxslt_free(cxslt_stylesheet *stylesheet);

/// What `<xsl:output>` asks for; NULL for what it does not say.
const char *cxslt_method(const cxslt_stylesheet *stylesheet);
const char *cxslt_encoding(const cxslt_stylesheet *stylesheet);
const char *cxslt_media_type(const cxslt_stylesheet *stylesheet);
/// Whether libxml2 can write the encoding `name`.
bool cxslt_knows_encoding(const char *name);

/// Transforms the document in `bytes`. `parameters` are names and values in turn, a NULL behind the last; values are
/// strings, whatever quotes they hold.
/// Returns the result, `result_count` bytes to be freed with cxslt_free_bytes; NULL if there is none.
char *cxslt_transform(
    const cxslt_stylesheet *stylesheet, const char *bytes, size_t count, const char *const *parameters,
    cxslt_limits limits, const cxslt_host *host, size_t *result_count);
void cxslt_free_bytes(char *bytes);

#endif
