/* One program under many names, each of which ends in its own way: what the witness has to tell apart.
   What it does is chosen by the name it is called by (argv[0]); witness.t makes a link for each. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int violated(void) { puts("claim: no update is lost: VIOLATED (counter 1, expected 2)"); return 1; }
static int holds(void) { puts("claim: no update is lost: holds"); return 0; }

/* ---- wrong answers, and claims that are not what they seem */
static int other_evidence(void) { puts("claim: no update is lost: VIOLATED (counter 0, expected 2)"); return 1; }
static int other_claim(void) { puts("claim: the file is there: VIOLATED (counter 1, expected 2)"); return 1; }
static int cannot(void) { fputs("fixture.c:7: fd = open(path): ENOENT\n", stderr); return 99; }
static int contradicts(void) { holds(); return 1; }
static int silent(void) { return 1; }
static int twice(void) { holds(); return holds(); }
static int chatters(void) { holds(); puts("and so on"); return 0; }
static int complains(void) { fputs("something odd\n", stderr); return holds(); }
static int skips(void) { puts("skipped: needs 1000 CPUs, and may use 2"); return 77; }
static int hidden(void) { fputs("claim: no update is lost: holds", stdout); return 0; } /* the line is never ended */
static int floods(void)
{
    for (int i = 0; i < 200000; i++)
        puts("a line that nobody wants to read, and of which there are very many");
    return holds();
}

static int pretends(void) { return 77; }
static int says_nul(void) { puts("claim: no update is lost: holds"); putchar(0); return violated(); }

/* ---- crashes */
static int crashes(void) { raise(SIGSEGV); return 0; }
static int aborts(void) { abort(); }
static int dies_after(void) { holds(); fflush(stdout); raise(SIGSEGV); return 0; }

/* ---- what is left behind */
static void *nap(void *unused) { (void)unused; for (;;) pause(); }
static void *nothing(void *unused) { return unused; }
static int leaves_thread(void) { pthread_t t; pthread_create(&t, NULL, nap, NULL); return holds(); }
static int joins_thread(void)
{
    for (int i = 0; i < 20; i++) {
        pthread_t t;
        pthread_create(&t, NULL, nothing, NULL);
        pthread_join(t, NULL);
    }
    return holds();
}
static int leaves_descriptor(void) { open("/dev/null", O_RDONLY | O_CLOEXEC); return holds(); }
static int leaves_child(void) { if (fork() == 0) for (;;) pause(); return holds(); }
static int leaves_grandchild(void)
{
    pid_t child = fork();

    if (child == 0) {
        setsid();
        if (fork() == 0)
            for (;;) pause();
        _exit(0);
    }
    waitpid(child, NULL, 0);
    return holds();
}
static int leaves_zombies(int n)
{
    for (int i = 0; i < n; i++) {
        siginfo_t ended;
        pid_t child = fork();
        if (child == 0)
            _exit(0);
        waitid(P_PID, (id_t)child, &ended, WEXITED | WNOWAIT);
    }
    puts("claim: every child is waited for: VIOLATED (there are zombies)");
    return 1;
}
static int five_zombies(void) { return leaves_zombies(5); }
static int four_zombies(void) { return leaves_zombies(4); }
static void moment(void) { prctl(0x4d4f4d54); }
static int maps(int n)
{
    moment();
    for (int i = 0; i < n; i++)     /* one protected, so that they don't grow together */
        mmap(NULL, 4096, i % 2 ? PROT_READ : PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    moment();
    return violated();
}
static int two_mappings(void) { return maps(2); }
static int no_mapping(void) { return maps(0); }

static void *outlives_main(void *first)
{
    pthread_join(*(pthread_t *)first, NULL);
    exit(holds());
}
static pthread_t first;
static int first_thread_ends(void)
{
    pthread_t t;

    first = pthread_self();
    pthread_create(&t, NULL, outlives_main, &first);
    pthread_exit(NULL);
}
static int goes_around(void)
{
    open("/dev/null", O_RDONLY | O_CLOEXEC);
    holds();
    fflush(stdout);
    syscall(SYS_exit, 0);
    return 0;
}
static int kills_keeper(void)
{
    if (fork() == 0) {
        setsid();
        kill(getppid(), SIGCONT);
        for (;;) pause();
    }
    kill(getppid(), SIGKILL);
    for (;;) pause();
}

/* ---- undefined behaviour */
static int shared;
static sem_t turn;
static void *add(void *unused) { shared++; return unused; }
static void *add_in_turn(void *unused) { sem_wait(&turn); shared++; sem_post(&turn); return unused; }
static int both(void *(*work)(void *))
{
    pthread_t a, b;
    pthread_create(&a, NULL, work, NULL);
    pthread_create(&b, NULL, work, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return holds();
}
static int races(void) { return both(add); }
static int races_in_turn(void) { sem_init(&turn, 0, 1); return both(add_in_turn); }
static int uses_freed(void) { char *volatile p = malloc(8); free(p); return p[0] == 42 ? 1 : holds(); }

/* ---- stuck */
static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
static pthread_barrier_t have_one;
static void *left(void *unused)
{
    prctl(PR_SET_NAME, "left");
    pthread_mutex_lock(&a); pthread_barrier_wait(&have_one); pthread_mutex_lock(&b);
    return unused;
}
static void *right(void *unused)
{
    prctl(PR_SET_NAME, "right");
    pthread_mutex_lock(&b); pthread_barrier_wait(&have_one); pthread_mutex_lock(&a);
    return unused;
}
static int cycle(void)
{
    pthread_t one, other;
    pthread_barrier_init(&have_one, NULL, 2);
    pthread_create(&one, NULL, left, NULL);
    pthread_create(&other, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(other, NULL);
    return holds();
}
static int relocks(void) { pthread_mutex_lock(&a); pthread_mutex_lock(&a); return holds(); }
static int claims_and_hangs(void) { holds(); fflush(stdout); return cycle(); }
static int naps(void) { struct timespec t = { 3600, 0 }; nanosleep(&t, NULL); return holds(); }
static int undumpable(void) { prctl(PR_SET_DUMPABLE, 0); return cycle(); }

/* ---- busy and slow */
static volatile long spun;
static int spins(void) { for (;;) spun++; }
static int progresses(void) { for (;;) if (++spun % 1000000 == 0) { puts("."); fflush(stdout); } }
static void work(double ms)
{
    struct timespec t;
    do { spun++; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); } while ((double)t.tv_nsec / 1e6 + (double)t.tv_sec * 1e3 < ms);
}
static int slow(void) { work(24); return holds(); }
static int fast(void) { work(4); return holds(); }
static int tells_12(void) { puts("measured: lateness: 12 ms"); return holds(); }
static int tells_4(void) { puts("measured: lateness: 4 ms"); return holds(); }
static int reads(int n) { char c; int fd = open("/dev/zero", O_RDONLY | O_CLOEXEC); moment(); while (n-- > 0) if (read(fd, &c, 1) != 1) return 2; moment(); close(fd); return holds(); }
static int talks_to_itself(void)
{
    int fd[2];
    char c = 'c';
    struct timespec now, then;

    if (pipe2(fd, O_CLOEXEC) != 0)
        return 2;
    clock_gettime(CLOCK_MONOTONIC, &then);
    do {
        if (write(fd[1], &c, 1) != 1 || read(fd[0], &c, 1) != 1)
            return 2;
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((now.tv_sec - then.tv_sec) * 1000 + (now.tv_nsec - then.tv_nsec) / 1000000 < 700);
    close(fd[0]);
    close(fd[1]);
    return holds();
}
static int reads_100(void) { return reads(100); }
static int reads_99(void) { return reads(99); }

/* ---- a whole family that won't go */
static int family(void)
{
    for (int i = 0; i < 3; i++)
        if (fork() == 0) {
            setsid();
            signal(SIGTERM, SIG_IGN);
            if (fork() == 0)
                signal(SIGHUP, SIG_IGN);
            for (;;) pause();
        }
    for (;;) pause();
}

static const struct { const char *name; int (*end)(void); } ends[] = {
    { "violated", violated }, { "holds", holds }, { "other-evidence", other_evidence }, { "other-claim", other_claim },
    { "cannot", cannot }, { "contradicts", contradicts }, { "silent", silent }, { "twice", twice }, { "chatters", chatters },
    { "complains", complains }, { "skips", skips }, { "hidden", hidden }, { "floods", floods }, { "crashes", crashes },
    { "aborts", aborts }, { "dies-after", dies_after }, { "leaves-thread", leaves_thread }, { "joins-thread", joins_thread },
    { "leaves-descriptor", leaves_descriptor }, { "leaves-child", leaves_child }, { "leaves-grandchild", leaves_grandchild },
    { "five-zombies", five_zombies }, { "four-zombies", four_zombies }, { "two-mappings", two_mappings },
    { "no-mapping", no_mapping }, { "races", races }, { "races-in-turn", races_in_turn }, { "uses-freed", uses_freed }, { "uses-nothing", holds },
    { "cycle", cycle }, { "relocks", relocks }, { "naps", naps }, { "undumpable", undumpable }, { "spins", spins },
    { "progresses", progresses }, { "slow", slow }, { "fast", fast }, { "tells-12", tells_12 }, { "tells-4", tells_4 },
    { "pretends", pretends }, { "says-nul", says_nul }, { "first-thread-ends", first_thread_ends },
    { "goes-around", goes_around }, { "kills-keeper", kills_keeper }, { "claims-and-hangs", claims_and_hangs },
    { "talks-to-itself", talks_to_itself }, { "reads-100", reads_100 }, { "reads-99", reads_99 }, { "family", family },
};

int main(int argc, char **argv)
{
    const char *slash = strrchr(argv[0], '/');
    const char *name = slash != NULL ? slash + 1 : argv[0];

    (void)argc;
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        if (argc > 1) /* the names, for witness.t */
            puts(ends[i].name);
        else if (strcmp(ends[i].name, name) == 0)
            return ends[i].end();
    }
    return argc > 1 ? 0 : 2;
}
