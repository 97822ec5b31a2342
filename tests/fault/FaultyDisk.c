// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A disk with faults, for LD_PRELOAD. What it does to the files of the database stands in the file that the variable
// SPRECHTAG_DISK names, and is read anew at every step:
//   full          no file grows any more
//   broken        nothing is written or synchronised any more
//   nth OP N      the N-th OP of the process fails alone; OP is write, sync, truncate, read or open
// No such file, or another word in it: a sound disk.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

static int isOurs(const char *path)
{
    return strstr(path, "sprechtag.db") != NULL;
}

static int isOfOurs(int fd)
{
    char link[64];
    char path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = '\0';
    return isOurs(path);
}

static void mode(char *text, size_t size)
{
    text[0] = '\0';
    const char *const name = getenv("SPRECHTAG_DISK");
    const int fd = name ? (int)syscall(SYS_openat, AT_FDCWD, name, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    const ssize_t length = syscall(SYS_read, fd, text, size - 1);
    text[length > 0 ? length : 0] = '\0';
    syscall(SYS_close, fd);
}

// Whether this step is the one that fails. One counter: a test asks about one kind of step.
static int fails(const char *step)
{
    static long steps;
    char text[64];
    char wanted[16];
    long n = 0;
    mode(text, sizeof text);
    if (strncmp(text, "broken", 6) == 0)
        return strcmp(step, "write") == 0 || strcmp(step, "sync") == 0 || strcmp(step, "truncate") == 0;
    if (sscanf(text, "nth %15s %ld", wanted, &n) != 2 || strcmp(wanted, step) != 0)
        return 0;
    return __atomic_add_fetch(&steps, 1, __ATOMIC_SEQ_CST) == n;
}

static int isTooMuch(int fd, off_t end)
{
    char text[64];
    struct stat status;
    mode(text, sizeof text);
    return strncmp(text, "full", 4) == 0 && fstat(fd, &status) == 0 && end > status.st_size;
}

static ssize_t refused(int code)
{
    errno = code;
    return -1;
}

EXPORTED ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset)
{
    if (isOfOurs(fd)) {
        if (fails("write"))
            return refused(EIO);
        if (isTooMuch(fd, offset + (off_t)size))
            return refused(ENOSPC);
    }
    return syscall(SYS_pwrite64, fd, data, size, offset);
}

EXPORTED ssize_t pwrite(int fd, const void *data, size_t size, off_t offset)
{
    return pwrite64(fd, data, size, offset);
}

EXPORTED ssize_t write(int fd, const void *data, size_t size)
{
    if (isOfOurs(fd)) {
        if (fails("write"))
            return refused(EIO);
        if (isTooMuch(fd, lseek(fd, 0, SEEK_CUR) + (off_t)size))
            return refused(ENOSPC);
    }
    return syscall(SYS_write, fd, data, size);
}

EXPORTED ssize_t pread64(int fd, void *data, size_t size, off64_t offset)
{
    if (isOfOurs(fd) && fails("read"))
        return refused(EIO);
    return syscall(SYS_pread64, fd, data, size, offset);
}

EXPORTED ssize_t pread(int fd, void *data, size_t size, off_t offset)
{
    return pread64(fd, data, size, offset);
}

EXPORTED ssize_t read(int fd, void *data, size_t size)
{
    if (isOfOurs(fd) && fails("read"))
        return refused(EIO);
    return syscall(SYS_read, fd, data, size);
}

EXPORTED int ftruncate64(int fd, off64_t size)
{
    if (isOfOurs(fd) && fails("truncate"))
        return (int)refused(EIO);
    return (int)syscall(SYS_ftruncate, fd, size);
}

EXPORTED int ftruncate(int fd, off_t size)
{
    return ftruncate64(fd, size);
}

EXPORTED int fdatasync(int fd)
{
    if (isOfOurs(fd) && fails("sync"))
        return (int)refused(EIO);
    return (int)syscall(SYS_fdatasync, fd);
}

EXPORTED int fsync(int fd)
{
    if (isOfOurs(fd) && fails("sync"))
        return (int)refused(EIO);
    return (int)syscall(SYS_fsync, fd);
}

EXPORTED int open64(const char *path, int flags, ...)
{
    mode_t permissions = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list rest;
        va_start(rest, flags);
        permissions = va_arg(rest, mode_t);
        va_end(rest);
    }
    if (isOurs(path) && fails("open"))
        return (int)refused(EIO);
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, permissions);
}

EXPORTED int open(const char *path, int flags, ...)
{
    mode_t permissions = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list rest;
        va_start(rest, flags);
        permissions = va_arg(rest, mode_t);
        va_end(rest);
    }
    return open64(path, flags, permissions);
}
