#ifndef GAZETTE_CLIBXML2_SHIM_H
#define GAZETTE_CLIBXML2_SHIM_H
/* A libxml2 built with ICU includes the headers of ICU, which clash with the copy of ICU in Foundation: a
   program that imports both would not compile. Nothing of ICU is needed through libxml2. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlversion.h>

/* xmlFree is a global variable (or, in later versions, a macro): Swift 6 refuses to read it. */
static inline void cxml_free(void *pointer) { xmlFree(pointer); }

/* The error passed to structured handlers became const with libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *cxml_error_ref;
#else
typedef xmlErrorPtr cxml_error_ref;
#endif
#endif
