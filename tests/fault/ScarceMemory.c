// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A machine without memory, for LD_PRELOAD: from SIGUSR2 on the n-th allocation of the process finds none, and says so
// on the standard error. The variable SPRECHTAG_ALLOCATION is n.

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

#define EXPORTED __attribute__((visibility("default")))

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static long wanted;
static long left;

static void begin(int number)
{
    (void)number;
    __atomic_store_n(&left, wanted, __ATOMIC_SEQ_CST);
}

__attribute__((constructor)) static void prepare(void)
{
    const char *const n = getenv("SPRECHTAG_ALLOCATION");
    wanted = n ? atol(n) : 0;
    signal(SIGUSR2, begin);
}

static int isScarce(void)
{
    if (__atomic_load_n(&left, __ATOMIC_RELAXED) <= 0 || __atomic_sub_fetch(&left, 1, __ATOMIC_SEQ_CST) != 0)
        return 0;
    static const char said[] = "memory: there is none\n";
    if (write(STDERR_FILENO, said, sizeof said - 1) < 0)
        _exit(1);
    errno = ENOMEM;
    return 1;
}

EXPORTED void *malloc(size_t size)
{
    return isScarce() ? NULL : __libc_malloc(size);
}

EXPORTED void *calloc(size_t count, size_t size)
{
    return isScarce() ? NULL : __libc_calloc(count, size);
}

EXPORTED void *realloc(void *block, size_t size)
{
    return isScarce() ? NULL : __libc_realloc(block, size);
}

EXPORTED void *aligned_alloc(size_t alignment, size_t size)
{
    return isScarce() ? NULL : __libc_memalign(alignment, size);
}

EXPORTED int posix_memalign(void **block, size_t alignment, size_t size)
{
    *block = isScarce() ? NULL : __libc_memalign(alignment, size);
    return *block ? 0 : ENOMEM;
}
