#ifndef GAZETTE_CYAML_SHIM_H
#define GAZETTE_CYAML_SHIM_H
#include <yaml.h>
#endif
