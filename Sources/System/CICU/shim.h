// Found here only for its place and its libraries (pkg-config): Swift never imports ICU itself, see CICUBridge.h.
#ifndef GAZETTE_CICU_SHIM_H
#define GAZETTE_CICU_SHIM_H
#endif
