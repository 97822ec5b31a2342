// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What would be left of files after a power cut, for LD_PRELOAD: whenever a file has been synchronised, its content at
// that moment is kept beside it as <name>.synced. What was only written and never synchronised is in no such copy.
// A model, and a strict one: a real disk may keep more than it promised, never less.

#define _GNU_SOURCE
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void copyTo(int from, int to)
{
    static char buffer[65536];
    off_t offset = 0;
    for (;;) {
        const ssize_t count = pread(from, buffer, sizeof buffer, offset);
        if (count < 0)
            abort();
        if (count == 0)
            return;
        if (write(to, buffer, (size_t)count) != count)
            abort();
        offset += count;
    }
}

// Complete or not at all: the process may be killed in here, and then nobody was told that the data are safe.
static void keep(int fd)
{
    char link[64];
    char path[PATH_MAX];
    char kept[PATH_MAX + 16];
    char unfinished[PATH_MAX + 16];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return;
    path[length] = '\0';
    if (!strstr(path, "sprechtag.db"))
        return;
    snprintf(kept, sizeof kept, "%s.synced", path);
    snprintf(unfinished, sizeof unfinished, "%s.syncing", path);
    const int copy = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (copy < 0)
        abort();
    copyTo(fd, copy);
    close(copy);
    if (rename(unfinished, kept) != 0)
        abort();
}

__attribute__((visibility("default"))) int fdatasync(int fd)
{
    const long result = syscall(SYS_fdatasync, fd);
    if (result == 0)
        keep(fd);
    return (int)result;
}

__attribute__((visibility("default"))) int fsync(int fd)
{
    const long result = syscall(SYS_fsync, fd);
    if (result == 0)
        keep(fd);
    return (int)result;
}
