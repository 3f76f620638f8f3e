/* expect: fails: stack or SIGSEGV or crash */
/* why: main's own stack is used up */
static int depth(int *above)
{
    int here[64] = { 0 };

    here[0] = *above + 1;
    return here[0] < 0 ? 0 : depth(here) + here[1];
}

int main(void)
{
    int zero = 0;

    return depth(&zero);
}
