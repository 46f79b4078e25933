#ifndef GAZETTE_CLINUX_SHIM_H
#define GAZETTE_CLINUX_SHIM_H

#include <poll.h>
#include <signal.h>
#include <time.h>

// Calls of Linux that the headers show only to those who define _GNU_SOURCE, which Swift does not.
extern int sync_file_range(int descriptor, long offset, long count, unsigned int flags);
extern int ppoll(struct pollfd *descriptors, nfds_t count, const struct timespec *timeout, const sigset_t *signals);

/// Begins to write the dirty pages of a file to the disk and waits for nothing (SYNC_FILE_RANGE_WRITE).
static inline int gazette_begin_writeback(int descriptor) { return sync_file_range(descriptor, 0, 0, 2); }

/// Waits until there is something to read, letting the signals come that `signals` does not block.
/// A negative number of milliseconds waits for ever. Gives the number of descriptors that are ready, or -1.
static inline int gazette_wait_readable(int descriptor, int milliseconds, const sigset_t *signals) {
  struct pollfd poll = {.fd = descriptor, .events = POLLIN};
  struct timespec timeout = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L};
  return ppoll(&poll, 1, milliseconds < 0 ? 0 : &timeout, signals);
}

#endif
