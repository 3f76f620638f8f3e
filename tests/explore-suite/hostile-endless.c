/* expect: can't say or fails: spins */
/* why: it never ends and never comes to a step where it could be stopped */
int main(void)
{
    int away = 1;

    while (away)
        away |= 1;
    return 0;
}
