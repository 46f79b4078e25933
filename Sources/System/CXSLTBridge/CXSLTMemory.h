// How much libxml2 and libxslt allocate for one call.
//
// A stylesheet can double a string or a tree with each instruction: no count of instructions limits that, and neither
// library has a limit of its own. So their allocator counts while a call of ours runs on the thread; all other calls
// go through untouched.
#ifndef GAZETTE_CXSLT_MEMORY_H
#define GAZETTE_CXSLT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cxslt_memory {
  ptrdiff_t used;
  ptrdiff_t limit;
  bool exceeded;
  // The transformation (xsltTransformContextPtr) to stop when the limit is passed; NULL for none.
  void *transformation;
  // The instruction (xmlNodePtr) at which it was passed; NULL if unknown.
  void *instruction;
} cxslt_memory;

/// Lets libxml2 allocate through here. Once a process.
void cxslt_memory_install(void);
/// Counts what this thread allocates, until cxslt_memory_end.
void cxslt_memory_begin(cxslt_memory *memory, size_t limit);
void cxslt_memory_end(cxslt_memory *memory);

#endif
