#include "CXSLTMemory.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlmemory.h>
#include <libxml/xpath.h>
#include <libxslt/xsltInternals.h>

static _Thread_local cxslt_memory *counting;

// Small pieces beyond the limit are still given, up to twice of it, so that the transformation comes to its end by
// itself: what the libraries do when even those fail is the least tried part of them.
static const size_t large = 1 << 16;

static bool allows(size_t size, size_t replaced) {
  cxslt_memory *memory = counting;
  ptrdiff_t wanted = memory->used + (ptrdiff_t)size - (ptrdiff_t)replaced;
  if (size <= PTRDIFF_MAX / 2 && wanted <= memory->limit) return true;
  xsltTransformContextPtr transformation = memory->transformation;
  if (!memory->exceeded && transformation != NULL) memory->instruction = transformation->inst;
  memory->exceeded = true;
  if (transformation != NULL) {
    transformation->state = XSLT_STATE_STOPPED;
    transformation->opLimit = 1;
    if (transformation->xpathCtxt != NULL) transformation->xpathCtxt->opLimit = 1;
  }
  return size < large && wanted <= 2 * memory->limit;
}

static void *counted_malloc(size_t size) {
  if (counting == NULL) return malloc(size);
  if (!allows(size, 0)) return NULL;
  void *bytes = malloc(size);
  counting->used += (ptrdiff_t)malloc_usable_size(bytes);
  return bytes;
}

static void *counted_realloc(void *old, size_t size) {
  if (counting == NULL) return realloc(old, size);
  size_t replaced = malloc_usable_size(old);
  if (!allows(size, replaced)) return NULL;
  void *bytes = realloc(old, size);
  if (bytes != NULL) counting->used += (ptrdiff_t)malloc_usable_size(bytes) - (ptrdiff_t)replaced;
  return bytes;
}

static void counted_free(void *bytes) {
  if (counting != NULL) counting->used -= (ptrdiff_t)malloc_usable_size(bytes);
  free(bytes);
}

static char *counted_strdup(const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = counted_malloc(size);
  return copy == NULL ? NULL : memcpy(copy, text, size);
}

void cxslt_memory_install(void) {
  xmlFreeFunc free_before;
  xmlMallocFunc malloc_before;
  xmlReallocFunc realloc_before;
  xmlStrdupFunc strdup_before;
  // Someone else's allocator is left alone; then nothing is counted. Ours may come at any time, since what either
  // of them gives the other can take.
  if (xmlMemGet(&free_before, &malloc_before, &realloc_before, &strdup_before) != 0 || malloc_before != malloc) return;
  xmlMemSetup(counted_free, counted_malloc, counted_realloc, counted_strdup);
}

void cxslt_memory_begin(cxslt_memory *memory, size_t limit) {
  *memory = (cxslt_memory){.limit = limit > PTRDIFF_MAX / 4 ? PTRDIFF_MAX / 4 : (ptrdiff_t)limit};
  counting = memory;
}

void cxslt_memory_end(cxslt_memory *memory) {
  (void)memory;
  counting = NULL;
}
