/* libxslt, for CXSLTBridge alone: Swift sees what that makes of it. */
#ifndef GAZETTE_CLIBXSLT_SHIM_H
#define GAZETTE_CLIBXSLT_SHIM_H
#include <libxslt/extensions.h>
#include <libxslt/extra.h>
#include <libxslt/imports.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/variables.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#endif
