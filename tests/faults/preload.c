/* Stands in for strace where tracing is not allowed: loaded before the program (LD_PRELOAD), it counts the program's
 * calls, makes one of them fail or kills the program there, and writes down what reached which file, as strace would.
 *
 *   FAULT_CALL, FAULT_WHEN, FAULT_DO   which call, the how manieth of its name, and "kill", "stop", "ENOSPC" or "EIO"
 *   FAULT_LOG                          a file for the calls, a line each; with FAULT_BYTES also what they wrote
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int met;

/* Whether this call is the one that fails; it does not return from a kill. */
static int fails(const char *call) {
  const char *wanted = getenv("FAULT_CALL"), *when = getenv("FAULT_WHEN"), *what = getenv("FAULT_DO");
  if (!wanted || !when || !what || strcmp(wanted, call) != 0) return 0;
  if (atomic_fetch_add(&met, 1) + 1 != atoi(when)) return 0;
  if (strcmp(what, "kill") == 0) raise(SIGKILL);
  if (strcmp(what, "stop") == 0) {
    raise(SIGSTOP);
    return 0;
  }
  errno = strcmp(what, "ENOSPC") == 0 ? ENOSPC : EIO;
  return 1;
}

/* One line of the log, written at once so that threads do not mix. */
static void told(const char *call, int fd, const void *bytes, size_t size, const char *rest) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  char link[64], path[4096] = "";
  if (fd >= 0) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
  }
  int with_bytes = bytes && getenv("FAULT_BYTES");
  size_t room = 8192 + (with_bytes ? 4 * size : 0), at = 0;
  char *line = malloc(room);
  if (!line) return;
  at += snprintf(line, room, "1 %s(", call);
  if (fd >= 0) at += snprintf(line + at, room - at, "%d<%s>", fd, path);
  if (bytes) {
    at += snprintf(line + at, room - at, ", \"");
    for (size_t i = 0; with_bytes && i < size; i++) at += snprintf(line + at, room - at, "\\x%02x", ((unsigned char *)bytes)[i]);
    at += snprintf(line + at, room - at, "\", %zu", size);
  }
  at += snprintf(line + at, room - at, "%s\n", rest);
  int out = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (out >= 0) {
    syscall(SYS_write, out, line, at);
    syscall(SYS_close, out);
  }
  free(line);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t size) {
  if (fails("write")) return -1;
  ssize_t done = REAL(write)(fd, bytes, size);
  char rest[64];
  snprintf(rest, sizeof rest, ") = %zd", done);
  told("write", fd, bytes, size, rest);
  return done;
}

static ssize_t pwritten(int fd, const void *bytes, size_t size, off64_t at) {
  if (fails("pwrite64")) return -1;
  ssize_t done = REAL(pwrite64)(fd, bytes, size, at);
  char rest[64];
  snprintf(rest, sizeof rest, ", %lld) = %zd", (long long)at, done);
  told("pwrite64", fd, bytes, size, rest);
  return done;
}
ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) { return pwritten(fd, bytes, size, at); }
ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwritten(fd, bytes, size, at); }

int fsync(int fd) {
  if (fails("fsync")) return -1;
  told("fsync", fd, NULL, 0, ") = 0");
  return REAL(fsync)(fd);
}
int fdatasync(int fd) {
  if (fails("fdatasync")) return -1;
  told("fdatasync", fd, NULL, 0, ") = 0");
  return REAL(fdatasync)(fd);
}

static int cut(int fd, off64_t size) {
  if (fails("ftruncate")) return -1;
  char rest[64];
  snprintf(rest, sizeof rest, ", %lld) = 0", (long long)size);
  told("ftruncate", fd, NULL, 0, rest);
  return REAL(ftruncate64)(fd, size);
}
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }
int ftruncate(int fd, off_t size) { return cut(fd, size); }

int unlink(const char *path) {
  if (fails("unlink")) return -1;
  char rest[4200], full[4096] = "";
  if (path[0] != '/' && getcwd(full, sizeof full)) snprintf(rest, sizeof rest, "\"%s/%s\") = 0", full, path);
  else snprintf(rest, sizeof rest, "\"%s\") = 0", path);
  int done = REAL(unlink)(path);
  if (done == 0) told("unlink", -1, NULL, 0, rest);
  return done;
}

static int opened(int fd, int flags) {
  char rest[4300], link[64], path[4096] = "";
  if (fd >= 0 && (flags & O_CREAT)) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length > 0 ? length : 0] = 0;
    snprintf(rest, sizeof rest, "AT_FDCWD, \"\", O_CREAT) = %d<%s>", fd, path);
    told("openat", -1, NULL, 0, rest);
  }
  return fd;
}
static mode_t mode_of(int flags, va_list rest) { return flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; }
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return opened(REAL(open64)(path, flags, mode), flags);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = mode_of(flags, rest);
  va_end(rest);
  return opened(REAL(open)(path, flags, mode), flags);
}
