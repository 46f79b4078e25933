#define _GNU_SOURCE
#include "CXSLTBridge.h"
#include "CXSLTMemory.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xpath.h>
#include <libxslt/documents.h>
#include <libxslt/extensions.h>
#include <libxslt/extra.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

// The call that runs on this thread. libxslt has one loader and one handler of errors for the whole process; by this
// they tell our calls, which they serve, from those of others, which they hand on to whoever was there before.
typedef struct {
  const cxslt_host *host;
  xsltTransformContextPtr transformation;  // NULL while compiling
  // The head of the error that is being told in pieces.
  bool in_error;
  char *uri;
  long line;
  bool failed;
} call;
static _Thread_local call *running;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static xsltDocLoaderFunc loader_before;
static xmlGenericErrorFunc handler_before;
static void *handler_context_before;

// MARK: Remarks

static void tell(cxslt_kind kind, const char *uri, long line, const char *text) {
  if (kind != CXSLT_MESSAGE) running->failed = true;
  running->host->tell(running->host->context, kind, uri, line, text);
}

// The place of an instruction of the stylesheet, a node of it; unknown for NULL.
static const char *uri_of(xmlNodePtr instruction) {
  return instruction == NULL || instruction->doc == NULL ? NULL : (const char *)instruction->doc->URL;
}
static long line_of(xmlNodePtr instruction) { return instruction == NULL ? 0 : xmlGetLineNo(instruction); }

// The instruction that is being carried out, or else the template; NULL while compiling.
static xmlNodePtr instruction(void) {
  xsltTransformContextPtr transformation = running->transformation;
  if (transformation == NULL) return NULL;
  if (transformation->inst != NULL) return transformation->inst;
  return transformation->templ == NULL ? NULL : transformation->templ->elem;
}

static void place_error(const char *uri, long line) {
  if (line == 0 && line_of(instruction()) > 0) {
    uri = uri_of(instruction());
    line = line_of(instruction());
  }
  free(running->uri);
  running->uri = uri == NULL ? NULL : strdup(uri);
  running->line = line;
  running->in_error = true;
}

// Takes what libxslt prints: first a line with the place (xsltPrintErrorContext), then the error. What comes without
// such a line is an xsl:message, or, behind an error, a list of the templates at work, which nobody misses.
__attribute__((format(printf, 2, 0))) static void take(void *context, const char *format, va_list arguments) {
  (void)context;
  if (strncmp(format, "%s: file %s", 11) == 0) {
    va_arg(arguments, const char *);
    const char *uri = va_arg(arguments, const char *);
    place_error(uri, strstr(format, "line %d") == NULL ? 0 : va_arg(arguments, int));
    return;
  }
  if (strncmp(format, "%s: element %s", 14) == 0) return place_error(NULL, 0);
  char *text = NULL;
  if (vasprintf(&text, format, arguments) < 0) return;
  if (strcmp(format, "%s\n") == 0 && (strcmp(text, "runtime error\n") == 0 || strcmp(text, "error\n") == 0 ||
                                      strcmp(text, "compilation error\n") == 0)) {
    place_error(NULL, 0);
  } else if (running->in_error || running->transformation == NULL) {
    cxslt_kind kind = strstr(text, "infinite template recursion") != NULL ? CXSLT_DEPTH
                      : strstr(text, "Operation limit exceeded") != NULL  ? CXSLT_OPERATIONS
                                                                          : CXSLT_ERROR;
    tell(kind, running->uri, running->line, text);
    running->in_error = false;
  } else if (!running->failed) {
    tell(CXSLT_MESSAGE, uri_of(instruction()), line_of(instruction()), text);
  }
  free(text);
}

static void transformation_error(void *context, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  take(context, format, arguments);
  va_end(arguments);
}

static void compilation_error(void *context, const char *format, ...) {
  (void)context;
  va_list arguments;
  va_start(arguments, format);
  if (running != NULL) {
    take(context, format, arguments);
  } else if (handler_before != NULL) {
    char *text = NULL;
    if (vasprintf(&text, format, arguments) >= 0) handler_before(handler_context_before, "%s", text);
    free(text);
  }
  va_end(arguments);
}

static void tell_operations(void) { tell(CXSLT_OPERATIONS, uri_of(instruction()), line_of(instruction()), ""); }

// What libxml2 would print on standard error: mostly a name, of which an error follows that knows the place.
static void generic_error(void *context, const char *format, ...) {
  (void)context;
  va_list arguments;
  va_start(arguments, format);
  char *text = NULL;
  if (running != NULL && vasprintf(&text, format, arguments) >= 0) {
    if (strstr(text, "operation limit exceeded") != NULL) tell_operations();
    else tell(CXSLT_ERROR, NULL, 0, text);
  }
  free(text);
  va_end(arguments);
}

// Errors of XPath and of the parser, which know no place in the stylesheet.
static void structured_error(void *context, xmlErrorPtr error) {
  (void)context;
  if (error == NULL || error->level < XML_ERR_ERROR || error->code == XML_ERR_NO_MEMORY) return;
  if (error->code == XML_XPATH_EXPRESSION_OK + XPATH_OP_LIMIT_EXCEEDED) return tell_operations();
  tell(CXSLT_ERROR, NULL, 0, error->message == NULL ? "unknown error" : error->message);
}

// MARK: Documents

// libxml2 notes the line on which a tag ends; errors are looked for where it begins.
static void start_element(void *reference, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                          int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                          const xmlChar **attributes) {
  xmlSAX2StartElementNs(reference, name, prefix, uri, namespace_count, namespaces, attribute_count, defaulted,
                        attributes);
  xmlParserCtxtPtr context = reference;
  if (context->node == NULL || context->input == NULL) return;
  const xmlChar *place = context->input->cur;
  while (place > context->input->base && *place != '<') {
    place--;
    if (*place == '\n' && context->node->line > 1) context->node->line--;
  }
}

static xmlDocPtr parse(const char *bytes, size_t count, const char *uri, xmlDictPtr dictionary, int options) {
  if (count > INT_MAX) return NULL;
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (context == NULL) return NULL;
  if (dictionary != NULL) {
    xmlDictFree(context->dict);
    context->dict = dictionary;
    xmlDictReference(dictionary);
  }
  if (uri != NULL) context->sax->startElementNs = start_element;
  xmlDocPtr document = xmlCtxtReadMemory(context, count == 0 ? "" : bytes, (int)count, uri, NULL, options);
  xmlFreeParserCtxt(context);
  return document;
}

// No options that read anything else: no DTD, no entity, no network.
static const int stylesheet_options = XML_PARSE_NOCDATA | XML_PARSE_NONET | XML_PARSE_BIG_LINES;
static const int document_options = XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_COMPACT;

static xmlDocPtr load(const xmlChar *uri, xmlDictPtr dictionary, int options, void *context, xsltLoadType type) {
  if (running == NULL) return loader_before == NULL ? NULL : loader_before(uri, dictionary, options, context, type);
  if (type != XSLT_LOAD_STYLESHEET) return NULL;
  size_t count = 0;
  const char *bytes = running->host->load(running->host->context, (const char *)uri, &count);
  return bytes == NULL ? NULL : parse(bytes, count, (const char *)uri, dictionary, stylesheet_options);
}

static void start(void) {
  xmlInitParser();
  cxslt_memory_install();
  xsltInit();
  loader_before = xsltDocDefaultLoader;
  xsltSetLoaderFunc(load);
  handler_before = xsltGenericError;
  handler_context_before = xsltGenericErrorContext;
  xsltSetGenericErrorFunc(NULL, compilation_error);
}

// MARK: Calls

typedef struct {
  call call;
  cxslt_memory memory;
  void *error_context;
  xmlStructuredErrorFunc error_function;
  void *generic_context;
  xmlGenericErrorFunc generic_function;
} frame;

static void enter(frame *frame, const cxslt_host *host, cxslt_limits limits) {
  pthread_once(&once, start);
  frame->call = (call){.host = host};
  running = &frame->call;
  frame->error_context = xmlStructuredErrorContext;
  frame->error_function = xmlStructuredError;
  frame->generic_context = xmlGenericErrorContext;
  frame->generic_function = xmlGenericError;
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)structured_error);
  xmlSetGenericErrorFunc(NULL, generic_error);
  cxslt_memory_begin(&frame->memory, limits.memory);
}

static void leave(frame *frame) {
  cxslt_memory_end(&frame->memory);
  xmlSetStructuredErrorFunc(frame->error_context, frame->error_function);
  xmlSetGenericErrorFunc(frame->generic_context, frame->generic_function);
  free(frame->call.uri);
  running = NULL;
}

cxslt_stylesheet *cxslt_compile(
    const char *bytes, size_t count, const char *uri, cxslt_limits limits, const cxslt_host *host) {
  frame frame;
  enter(&frame, host, limits);
  xsltStylesheetPtr stylesheet = NULL;
  xmlDocPtr document = parse(bytes, count, uri, NULL, stylesheet_options);
  if (document != NULL) {
    stylesheet = xsltParseStylesheetDoc(document);
    if (stylesheet == NULL) xmlFreeDoc(document);
  }
  if (frame.memory.exceeded) tell(CXSLT_MEMORY, NULL, 0, "");
  // libxslt goes on after most errors and hands out what it could make of the rest.
  if (stylesheet != NULL && (stylesheet->errors != 0 || frame.call.failed)) {
    if (!frame.call.failed) tell(CXSLT_ERROR, NULL, 0, "the stylesheet cannot be compiled");
    xsltFreeStylesheet(stylesheet);
    stylesheet = NULL;
  }
  if (stylesheet == NULL && !frame.call.failed) tell(CXSLT_ERROR, NULL, 0, "the stylesheet cannot be compiled");
  leave(&frame);
  return (cxslt_stylesheet *)stylesheet;
}

void cxslt_free(cxslt_stylesheet *stylesheet) { xsltFreeStylesheet((xsltStylesheetPtr)stylesheet); }

// What an importing stylesheet says goes before what the imported one says.
#define FIRST(field)                                                                                       \
  do {                                                                                                     \
    for (xsltStylesheetPtr each = (xsltStylesheetPtr)stylesheet; each != NULL; each = xsltNextImport(each)) \
      if (each->field != NULL) return (const char *)each->field;                                           \
    return NULL;                                                                                           \
  } while (0)

const char *cxslt_method(const cxslt_stylesheet *stylesheet) { FIRST(method); }
const char *cxslt_encoding(const cxslt_stylesheet *stylesheet) { FIRST(encoding); }
const char *cxslt_media_type(const cxslt_stylesheet *stylesheet) { FIRST(mediaType); }

bool cxslt_knows_encoding(const char *name) {
  xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(name);
  if (handler == NULL) return false;
  xmlCharEncCloseFunc(handler);
  return true;
}

// Nothing can be read or written by a stylesheet.
static xsltSecurityPrefsPtr forbidding(void) {
  xsltSecurityPrefsPtr preferences = xsltNewSecurityPrefs();
  if (preferences == NULL) return NULL;
  for (int option = XSLT_SECPREF_READ_FILE; option <= XSLT_SECPREF_WRITE_NETWORK; option++)
    xsltSetSecurityPrefs(preferences, option, xsltSecurityForbid);
  return preferences;
}

static xmlDocPtr apply(xsltStylesheetPtr stylesheet, xmlDocPtr document, const char *const *parameters,
                       cxslt_limits limits, frame *frame) {
  xsltTransformContextPtr context = xsltNewTransformContext(stylesheet, document);
  xsltSecurityPrefsPtr preferences = forbidding();
  xmlDocPtr result = NULL;
  if (context != NULL && preferences != NULL && xsltSetCtxtSecurityPrefs(preferences, context) == 0) {
    frame->call.transformation = context;
    frame->memory.transformation = context;
    xsltSetTransformErrorFunc(context, NULL, transformation_error);
    context->maxTemplateDepth = limits.depth;
    context->opLimit = limits.operations;
    context->xpathCtxt->opLimit = limits.operations;
    // What every stylesheet of some size needs; the rest of EXSLT is not there.
    xsltRegisterExtFunction(context, (const xmlChar *)"node-set", (const xmlChar *)"http://exslt.org/common",
                            xsltFunctionNodeSet);
    bool ready = true;
    for (int index = 0; ready && parameters[index] != NULL; index += 2)
      ready = xsltQuoteOneUserParam(context, (const xmlChar *)parameters[index],
                                    (const xmlChar *)parameters[index + 1]) == 0;
    if (ready) result = xsltApplyStylesheetUser(stylesheet, document, NULL, NULL, NULL, context);
    if (frame->memory.exceeded) {
      xmlNodePtr place = frame->memory.instruction;
      tell(CXSLT_MEMORY, uri_of(place), line_of(place), "");
    } else if (context->xpathCtxt->opCount > limits.operations && !frame->call.failed) {
      tell_operations();
    } else if (context->state != XSLT_STATE_OK && !frame->call.failed) {
      tell(CXSLT_ENDED, NULL, 0, "");
    }
    if (frame->call.failed && result != NULL) {
      xmlFreeDoc(result);
      result = NULL;
    }
    frame->memory.transformation = NULL;
  }
  if (context != NULL) xsltFreeTransformContext(context);
  if (preferences != NULL) xsltFreeSecurityPrefs(preferences);
  return result;
}

char *cxslt_transform(
    const cxslt_stylesheet *compiled, const char *bytes, size_t count, const char *const *parameters,
    cxslt_limits limits, const cxslt_host *host, size_t *result_count) {
  xsltStylesheetPtr stylesheet = (xsltStylesheetPtr)compiled;
  frame frame;
  enter(&frame, host, limits);
  xmlChar *text = NULL;
  int length = 0;
  xmlDocPtr document = parse(bytes, count, NULL, NULL, document_options);
  xmlDocPtr result = document == NULL ? NULL : apply(stylesheet, document, parameters, limits, &frame);
  if (result != NULL) {
    if (xsltSaveResultToString(&text, &length, result, stylesheet) < 0) text = NULL;
    // An empty result is no failure, but libxslt gives no bytes for it.
    if (text == NULL && !frame.memory.exceeded && result->children == NULL) text = xmlStrdup((const xmlChar *)"");
    if (frame.memory.exceeded) {
      xmlFree(text);
      text = NULL;
      tell(CXSLT_MEMORY, NULL, 0, "");
    }
  }
  if (text == NULL && !frame.call.failed) tell(CXSLT_ERROR, NULL, 0, "there is no result");
  xmlFreeDoc(result);
  xmlFreeDoc(document);
  leave(&frame);
  *result_count = (size_t)length;
  return (char *)text;
}

void cxslt_free_bytes(char *bytes) { xmlFree(bytes); }
