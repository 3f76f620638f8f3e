# Writes a synthetic book for tests/bench: `chapters` chapters of about 2,800 words and 13 chunks each, a shared
# file, a glossary, a bibliography, records and figures. The same number gives the same bytes, with any awk.
#   awk -v chapters=90 -v out=DIR -f tests/lib/book.awk

function random(n) { seed = (seed * 16807) % 2147483647; return seed % n }
function put(s) { print s > file }
function open_file(path) { if (file != "") close(file); file = out "/" path }
function pad(k) { return sprintf("%03d", k) }
function common_word(   u) { u = random(1000) / 1000; return word[1 + int(words * u * u)] }
function capital(s) { return toupper(substr(s, 1, 1)) substr(s, 2) }
function phrase(n,   s, i) { for (i = 0; i < n; i++) s = s (i ? " " : "") common_word(); return s }
function neighbour() { return 1 + random(chapters) }

# One sentence; about every fourth carries something that the press has to resolve.
function sentence(k,   s, kind, at, i, n) {
    n = 9 + random(14)
    kind = random(40)
    at = 2 + random(n - 3)
    s = capital(common_word())
    for (i = 2; i <= n; i++) {
        s = s (random(14) ? " " : ", ") common_word()
        if (i != at) continue
        if (kind == 0) s = s " [[step_" pad(k) "]]"
        else if (kind == 1) s = s " [[<<a worker>>]]"
        else if (kind == 2) s = s " [data race](gloss:)"
        else if (kind == 3) s = s " [term](gloss:term-" (1 + random(terms)) ")"
        else if (kind == 4) s = s " [@key" (1 + random(entries)) ", section " (1 + random(9)) "]"
        else if (kind == 5) s = s " [](topic-" pad(neighbour()) ")"
        else if (kind == 6) s = s " ([](topic-" pad(neighbour()) "#what-goes-wrong))"
        else if (kind == 7) s = s " ([](#line-flaw))"
        else if (kind == 8) s = s " *" common_word() "*"
        else if (kind == 9) s = s " `" common_word() "(2)`"
        else if (kind == 10) s = s " [" common_word() "]{ix=\"" word[1 + random(words)] "!" common_word() "\"}"
        else if (kind == 11 && notes++ < 5) s = s " it^[" capital(phrase(16 + random(12))) ".]"
    }
    return s "."
}
function paragraph(k, n) { while (n-- > 0) put(sentence(k)); put("") }
function prose(k, n) { while (n-- > 0) paragraph(k, 2 + random(3)) }

# Lines of C that a highlighter and an index have to read.
function statements(n, indent,   i, kind) {
    for (i = 0; i < n; i++) {
        kind = random(6)
        if (kind == 0) put(indent "if (total % " (2 + random(97)) " == 0)\n" indent "    total += " random(1000) ";")
        else if (kind == 1) put(indent "for (long i = 0; i < " (2 + random(50)) "; i++)\n" indent "    total ^= i * " random(100) ";")
        else if (kind == 2) put(indent "total = total * " (3 + random(30)) " + " random(100) ";    /* " phrase(3) " */")
        else if (kind == 3) put(indent "snprintf(text, sizeof text, \"%ld " common_word() "\", total);")
        else if (kind == 4) put(indent "total += (long)strlen(text);")
        else put(indent "must(pthread_mutex_lock(&text_lock));\n" indent "total -= " random(50) ";\n" indent "must(pthread_mutex_unlock(&text_lock));")
    }
}
function chunk(name) { put("<<" name ">>=") }
function close_chunk() { put("@\n") }

function record(slug, name, status, says) {
    open_file("figures/" slug "/" name ".out")
    put("command: ./" name "\nprogram: " name ".c\nsha256: 0\nexit: " status "\nvaries: no\ncompiler: gcc 12.2.0 -O2")
    put("libc: glibc 2.36\nkernel: 6.18\ncpus: 2\ndate: 2026-01-01\n\n" says)
}

function step(k, careful,   p) {
    p = pad(k)
    put("static void step_" p "(long n)\n{\n    long total = n, seen;\n    char text[80] = \"\";\n")
    if (careful) put("    must(pthread_mutex_lock(&sum_lock));")
    put("    seen = sum_" p ";")
    statements(4, "    ")
    put("    sum_" p " = seen + 1;")
    if (careful) put("    must(pthread_mutex_unlock(&sum_lock));")
    put("    sink_" p " = total + load_" p "(n);\n}")
}

function chapter(k,   p, slug, i) {
    p = pad(k)
    slug = "topic-" p
    system("mkdir -p '" out "/figures/" slug "' '" out "/chapters/" folder[1 + int((k - 1) * folders / chapters)] "'")
    record(slug, "bad", 1, "claim: the sum is right: VIOLATED (" random(9000) " of 10000)")
    record(slug, "good", 0, "claim: the sum is right: holds")
    if (k % 3 == 1) {
        open_file("figures/" slug "/lanes.svg")
        put("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 120\" width=\"300\" height=\"120\">")
        for (i = 0; i < 12; i++) put("<rect x=\"" (20 + 22 * i) "\" y=\"" (10 + 8 * random(12)) "\" width=\"18\" height=\"7\"/>")
        put("</svg>")
    }
    notes = 0
    open_file("chapters/" folder[1 + int((k - 1) * folders / chapters)] "/" sprintf("%02d", 1 + k % 90) "-" slug ".nw")
    put("---\ntitle: " capital(phrase(2)) " " k "\nsummary: " sentence_of_words(12) "\nfailure: wrong-answer\nsymptoms:")
    for (i = 0; i < 4; i++) put("  - " phrase(6) (i == 3 ? " and `WARNING " common_word() "`" : ""))
    put("cost: " sentence_of_words(14) "\nclauses: [\"C11 5.1.2.4p" (1 + random(30)) "\", \"POSIX " common_word() "()\"]")
    put("cert: [CON0" random(10) "-C]\ncwe: [" (100 + random(900)) "]\nmisra: [\"Dir 5." (1 + random(3)) "\"]\nprimitives: [pthread_mutex_lock, pthread_create]\nneeds: []\n---\n")

    put("## Predict\n"); prose(k, 2)
    chunk("step without care"); step(k, 0); close_chunk()
    put(":::: {.quiz #quiz-predict}"); put(sentence(k)); put(sentence(k)); put("\n::: answer"); put(sentence(k)); put(sentence(k)); put(":::\n::::\n")

    put("## What goes wrong\n"); prose(k, 7)
    if (k % 3 == 1) put("![" capital(phrase(9)) ".](lanes.svg){#fig-lanes alt=\"" phrase(12) "\"}\n")
    put("::: {#tbl-window}\n\n| time | thread 1 | thread 2 | value |\n|:-:|------|------|:-:|")
    for (i = 1; i <= 6; i++) put("| " i " | " (i % 2 ? phrase(3) : "") " | " (i % 2 ? "" : phrase(3)) " | " random(9) " |")
    put("\n: " capital(phrase(10)) ".\n:::\n")
    put("The order of [](#tbl-window) is one of many.\n")

    put("## The program that fails\n"); prose(k, 3)
    chunk("bad.c")
    put("<<the headers>>\n#include <pthread.h>\n\n<<checked calls>>\n\n<<how a claim is made>>\n\n<<what the threads share>>\n\n<<the load of a step>>\n\n<<step without care>>\n\n<<a worker>>\n\n<<run the workers>>")
    close_chunk(); prose(k, 1)
    chunk("what the threads share")
    put("enum { THREADS = 2, STEPS = " (1000 + random(9000)) " };\n\nstatic volatile long sum_" p ";  //: flaw\nstatic long sink_" p ";\n")
    close_chunk(); prose(k, 1)
    chunk("what the threads share")
    put("static pthread_mutex_t sum_lock = PTHREAD_MUTEX_INITIALIZER;    /* guards sum */\nstatic pthread_mutex_t text_lock = PTHREAD_MUTEX_INITIALIZER;")
    close_chunk(); prose(k, 1)
    put("### The load\n"); prose(k, 1)
    chunk("the load of a step")
    put("static long load_" p "(long n)\n{\n    long total = n;\n    char text[80] = \"\";\n"); statements(7, "    "); put("    return total;\n}")
    close_chunk(); prose(k, 2)
    chunk("a worker")
    put("static void *worker(void *unused)\n{\n    (void)unused;\n    for (int i = 0; i < STEPS; i++)\n        step_" p "(i);\n    (void)sum_lock;\n    return NULL;\n}")
    close_chunk(); prose(k, 1)
    chunk("run the workers")
    put("int main(void)\n{\n    pthread_t threads[THREADS];\n\n    <<start the workers>>\n    <<wait for the workers>>\n    <<the claim: the sum is right>>\n}")
    close_chunk()
    chunk("start the workers")
    put("for (int i = 0; i < THREADS; i++)\n    must(pthread_create(&threads[i], NULL, worker, NULL));")
    close_chunk()
    chunk("wait for the workers")
    put("for (int i = 0; i < THREADS; i++)\n    must(pthread_join(threads[i], NULL));")
    close_chunk(); prose(k, 1)
    chunk("the claim: the sum is right")
    put("return claim(\"the sum is right\", sum_" p " == THREADS * STEPS,\n             \"%ld of %d\", sum_" p ", THREADS * STEPS);")
    close_chunk(); prose(k, 1)
    put("::: {.run record=\"bad.out\"}\n:::\n"); prose(k, 2)

    put("## The program that holds\n"); prose(k, 4)
    chunk("step with care"); step(k, 1); close_chunk(); prose(k, 1)
    chunk("good.c")
    put("<<the headers>>\n#include <pthread.h>\n\n<<checked calls>>\n\n<<how a claim is made>>\n\n<<what the threads share>>\n\n<<the load of a step>>\n\n<<step with care>>\n\n<<a worker>>\n\n<<run the workers>>")
    close_chunk(); prose(k, 1)
    put("::: {.run record=\"good.out\"}\n:::\n\n::: {.difference from=\"bad.c\" to=\"good.c\"}\n:::\n"); prose(k, 2)

    put("## The proof\n"); prose(k, 3)
    chunk("check.c")
    put("#include <stdio.h>\n#include <string.h>\n\n<<what each program has to tell>>\n\nint main(void)\n{\n    size_t n = sizeof expected / sizeof expected[0];\n\n    for (size_t i = 0; i < n; i++)\n        puts(expected[i]);\n    return 0;\n}")
    close_chunk()
    chunk("what each program has to tell")
    put("static const char *const expected[] = {")
    for (i = 0; i < 8; i++) put("    \"" phrase(5) "\",")
    put("};"); close_chunk(); prose(k, 1)
    put("::: {.evidence title=\"" capital(phrase(3)) "\"}"); put(sentence(k)); put(sentence(k)); put(":::\n")
    put("```console\n$ ./bad\n" phrase(6) "\n" phrase(7) "\n```\n")

    put("## In the wild\n"); prose(k, 6)
    put("## Rules to keep\n\n::: rules"); for (i = 0; i < 4; i++) put("- " sentence(k)); put(":::\n")
    put("## Exercises\n")
    for (i = 1; i <= 3; i++) {
        put(":::: {.exercise #ex-" i "}"); put(sentence(k)); put(sentence(k)); put("\n::: answer")
        put(sentence(k)); put(sentence(k)); put(sentence(k)); put(":::\n::::\n")
    }
    put("## Further reading\n")
    for (i = 0; i < 4; i++) put("- " capital(common_word()) " [@key" (1 + random(entries)) "] " phrase(14) ".")
}
function sentence_of_words(n) { return capital(phrase(n)) "." }

BEGIN {
    seed = 20260101
    terms = 60; entries = 80
    folders = split("1-state 2-contention 3-api 4-event-loops 5-system 6-lifecycle 7-design", folder, " ")
    # Frequent words first: the choice is skewed towards them, as in a language.
    text = "the of a to and in is it that thread lock value one other when not before after by which memory two who may signal process waits reads writes shared with at from no its each only as program order store load state time be has will can must first second another then while until every both their there was same line call queue pointer object owner barrier counter condition event kernel descriptor file child parent handler timer buffer cache field flag index list map node page pipe pool race region ring scan socket stack step stream table task token tree update version wakeup window word worker access acquire release atomic abandon admit advance allocate answer arrive assume avoid begin behave believe block borrow break bring build cancel careless carry catch change check claim clean close collect commit compare complete compute confirm consume contend continue copy correct count crash create decide declare defer delay delete deliver demand depend destroy detect differ discover divide double drain drop early empty enter escape establish evict exact examine exchange exclude execute exhaust expect expire explain explore extend fail fair fast fault fetch finish fixed flush follow forbid forget forward free freeze full gather generation grant guard guess hand happen harmless hazard hidden hold idle ignore imagine impossible increment inherit initial inspect instead interrupt invalid invariant invent invoke isolate join keep late latency leak least leave limit linear live local long lost lucky machine mark measure merge message mistake modify moment mutual name narrow negative nested never notice observe obtain offer open operate ordinary outlive overflow overlap overwrite pass pause permit persist plain poll possible prepare prevent previous priority private produce promise proof protect prove publish quiet raise rare reach ready rebuild receive recover reduce refer refuse register relaxed rely remain remember remove repeat replace report request require reset resolve resource respond restart result resume retry return reuse review rollback rotate safe sample schedule seldom send separate sequence serial serve settle several shrink shutdown silent single sleep slow small solve sometimes spin spurious stable stale standard start starve stop strong submit succeed suffer suspend swap swallow switch synchronise tell terminate throw together touch trace transfer trigger trust twice undefined unlock unsafe useful usual vanish verify violate visible wait wake weak whole yield"
    words = split(text, word, " ")
    # A long tail, so that the search index and the hyphenation have something to do.
    tails = split("er ing able less ness ment ful ish", tail, " ")
    base = words
    for (i = 60; i <= base; i++) for (j = 1; j <= tails; j++) word[++words] = word[i] tail[j]

    system("mkdir -p '" out "/book' '" out "/figures' '" out "/chapters/0-foundations'")
    open_file("chapters/0-foundations/02-vocabulary.nw")
    put("---\ntitle: The vocabulary\nsummary: What all programs share.\n---\n\n## Pieces\n")
    put("They stand here once.\n")
    chunk("the headers"); put("#define _GNU_SOURCE\n#include <errno.h>\n#include <stdarg.h>\n#include <stdbool.h>\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>"); close_chunk()
    chunk("checked calls"); put("static _Noreturn void give_up(const char *call, int line, int error)\n{\n    fprintf(stderr, \"%d: %s: %s\\n\", line, call, strerror(error));\n    _Exit(99);\n}\n"); close_chunk()
    put("The pthread functions return the error.\n")
    chunk("checked calls"); put("#define must(call)                                      \\\n    do {                                                \\\n        int error_ = (call);                            \\\n        if (error_ != 0)                                \\\n            give_up(#call, __LINE__, error_);           \\\n    } while (0)"); close_chunk()
    chunk("how a claim is made"); put("__attribute__((format(printf, 3, 4)))\nstatic int claim(const char *what, bool holds, const char *evidence, ...)\n{\n    va_list values;\n\n    printf(\"claim: %s: %s (\", what, holds ? \"holds\" : \"VIOLATED\");\n    va_start(values, evidence);\n    vprintf(evidence, values);\n    va_end(values);\n    puts(\")\");\n    return holds ? 0 : 1;\n}"); close_chunk()

    open_file("book/90-glossary.nw")
    put("---\ntitle: Glossary\nsummary: What the words mean.\n---\n\ndata race\n:   " sentence_of_words(20) "\n")
    for (i = 1; i <= terms; i++) put("term " i "\n:   " sentence_of_words(18 + random(20)) "\n    " sentence_of_words(12) "\n")
    open_file("book/bibliography.bib")
    for (i = 1; i <= entries; i++)
        put("@book{key" i ",\n  author = {" capital(word[60 + i]) ", " capital(word[200 + i]) "},\n  title = {" capital(phrase(6)) "},\n  publisher = {" capital(word[100 + i]) "},\n  year = {" (1970 + random(55)) "},\n  url = {https://example.org/" word[i + 30] "}\n}\n")
    for (c = 1; c <= chapters; c++) chapter(c)
    close(file)
}
