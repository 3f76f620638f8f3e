/* Runs a command in a process that may not use some system calls: forbid CALL... -- COMMAND...
   CALL: ptrace (and process_vm_readv), seccomp, perf. What is forbidden fails with EPERM, for all descendants. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static int forbid(long call, int error)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (unsigned)call, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (unsigned)error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = { sizeof filter / sizeof filter[0], filter };

    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

int main(int argc, char **argv)
{
    int i = 1, failed = 0, seccomp = 0;

    for (; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "ptrace") == 0)
            failed |= forbid(SYS_ptrace, EPERM) | forbid(SYS_process_vm_readv, EPERM);
        else if (strcmp(argv[i], "perf") == 0)
            failed |= forbid(SYS_perf_event_open, EPERM);
        else if (strcmp(argv[i], "seccomp") == 0)
            seccomp = 1;            /* the last one, or none could follow */
        else
            failed = 1;
    }
    if (seccomp)
        failed |= forbid(SYS_seccomp, EPERM);
    if (failed || i + 1 >= argc) {
        perror("forbid");
        return 2;
    }
    execvp(argv[i + 1], argv + i + 1);
    perror(argv[i + 1]);
    return 2;
}
