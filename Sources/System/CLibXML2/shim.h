#ifndef GAZETTE_CLIBXML2_SHIM_H
#define GAZETTE_CLIBXML2_SHIM_H
/* A libxml2 built with ICU includes the headers of ICU, which clash with the copy of ICU in Foundation: a
   program that imports both would not compile. Nothing of ICU is needed through libxml2. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlversion.h>

/* xmlFree is a global variable (or, in later versions, a macro): Swift 6 refuses to read it. */
static inline void cxml_free(void *pointer) { xmlFree(pointer); }

/* The error passed to structured handlers became const with libxml2 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *cxml_error_ref;
#else
typedef xmlErrorPtr cxml_error_ref;
#endif

/* The handler of the running thread, which some calls use beside or instead of their context's: the macros
   that read it are invisible to Swift. */
typedef struct {
  void *context;
  xmlStructuredErrorFunc function;
} cxml_thread_handler;
static inline cxml_thread_handler cxml_thread_handler_get(void) {
  cxml_thread_handler handler = {xmlStructuredErrorContext, xmlStructuredError};
  return handler;
}
static inline void cxml_thread_handler_set(cxml_thread_handler handler) {
  xmlSetStructuredErrorFunc(handler.context, handler.function);
}

/* Deprecated by later versions for want of users, not for harm; here, in a system header, without a warning. */
static inline int cxml_depth(xmlParserCtxtPtr context) { return context->nodeNr; }
static inline void cxml_html_start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
  xmlSAX2StartElement(context, name, attributes);
}

/* A SAX handler whose `initialized` differs from this gets no structured errors (the HTML parser's does). */
static inline unsigned int cxml_sax2_magic(void) { return XML_SAX2_MAGIC; }
#endif
