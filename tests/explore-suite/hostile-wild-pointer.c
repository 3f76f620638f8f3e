/* expect: fails: SIGSEGV or crash */
/* why: it writes where nothing is */
int main(void)
{
    int *volatile nowhere = (int *)8;

    *nowhere = 1;
    return 0;
}
