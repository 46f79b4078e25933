#ifndef GAZETTE_CLINUX_SHIM_H
#define GAZETTE_CLINUX_SHIM_H

// Calls of Linux that the headers show only to those who define _GNU_SOURCE, which Swift does not.
extern int sync_file_range(int descriptor, long offset, long count, unsigned int flags);

/// Begins to write the dirty pages of a file to the disk and waits for nothing (SYNC_FILE_RANGE_WRITE).
static inline int gazette_begin_writeback(int descriptor) { return sync_file_range(descriptor, 0, 0, 2); }

#endif
