#!/usr/bin/env perl
# Traces and graphs of the interleaver: TAP. tests/trace-check accepts the traces of the suite's failing programs, which
# are replayed, and rejects damaged ones with words that say what is wrong, and where; a graph has the ends that the
# search lists as outcomes, or it is told that it would lack one. ONLY='wakeup-*' tries some programs of the suite.
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename;
use File::Temp;
use JSON::PP;

chdir dirname(abs_path($0)) . '/../..' or die;
my $place = File::Temp->newdir;
my ($tests, $failed) = (0, 0);
my $json = JSON::PP->new->canonical;

sub ok {
    my ($good, $name, $said) = @_;
    $tests++;
    $failed++ if !$good;
    print $good ? '' : 'not ', "ok $tests - $name\n";
    print map { +"#   $_\n" } split /\n/, substr($said // '', 0, 1000) if !$good;
    return;
}
sub run { my @words = @_; open my $run, '-|', @words or die "$words[0]: $!\n"; local $/; my $said = <$run>; close $run; return $said // '' }
sub contents { my ($file) = @_; open my $in, '<:raw', $file or return ''; local $/; return <$in> }
sub put { my ($file, $text) = @_; open my $out, '>:raw', $file or die; print {$out} $text; close $out; return }
sub matches { my ($name) = @_; my $pattern = $ENV{ONLY} // '*'; $pattern =~ s/\*/.*/g; return $name =~ /^$pattern$/ }

# ---- the traces of the suite

my (%expected, %trace);
for my $file (sort glob 'tests/explore-suite/*.c') {
    my $name = basename($file, '.c');
    next if !matches($name);
    my $text = contents($file);
    while ($text =~ m{^/\* expect ?([a-z]*): fails.* \*/$}mg) {
        my $option = $1;
        my $to = "$place/$name.json";
        my $said = run('timeout', '30', 'tests/explore', $file, 'quiet', 'seconds=5', "json=$to", $option ? $option : ());
        my $check = run('tests/trace-check', $to, $file);
        ok($? == 0, "the trace of $name" . ($option && " ($option)") . ' is in order', $said . $check);
    }
}

# ---- damaged traces

sub trace_of {
    my ($name, @options) = @_;
    run('tests/explore', "tests/explore-suite/$name.c", 'quiet', "json=$place/one.json", @options);
    return $trace{ join ' ', $name, @options } = contents("$place/one.json");
}

# The steps of an op, and the first of them.
sub steps { my ($t, $op) = @_; return grep { $_->{op} eq $op } @{ $t->{steps} } }
sub step { my ($t, $op) = @_; return (steps($t, $op))[0] }
sub swap { my ($t, $i, $j) = @_; my $s = $t->{steps}; @$s[$i, $j] = @$s[$j, $i]; $_->{n} = 0 for @$s; my $n = 0; $_->{n} = ++$n for @$s; return }
sub drop { my ($t, $i) = @_; splice @{ $t->{steps} }, $i, 1; my $n = 0; $_->{n} = ++$n for @{ $t->{steps} }; $t->{bad_step}-- if $t->{bad_step}; return }
sub at { my ($t, $step) = @_; return (grep { $t->{steps}[$_] == $step } 0 .. $#{ $t->{steps} })[0] }

# Damaged by a function, the trace of a program is rejected with words that fit a pattern.
sub rejects {
    my ($what, $name, $damage, $words, @program) = @_;
    my $t = $json->decode($trace{$name} // trace_of(split / /, $name));
    $damage->($t);
    put("$place/bad.json", $json->encode($t));
    my $said = run('tests/trace-check', "$place/bad.json", @program);
    ok(scalar($? == 256 && $said =~ /^\Q$place\E\/bad.json:1: $words/m), "caught: $what", $said);
    return;
}
my ($seats, $deadlock, $buffer, $aba) = qw(seat-check-then-act locks-in-two-orders buffer-if treiber-aba);
my ($lost, $semaphore, $free, $stale, $promise) = ('wakeup-lost', 'semaphore-try', 'free-twice', 'mp-relaxed weak', 'lb-relaxed weak');
my $file = "tests/explore-suite/$seats.c";

put("$place/bad.json", '{');
my $said = run('sh', '-c', 'tests/trace-check "$1" 2>&1', 'sh', "$place/bad.json");
ok(scalar($? && $said =~ /bad.json:1: no JSON: /), 'caught: no JSON', $said);
rejects('a key that is missing', $seats, sub { delete $_[0]{start} }, 'the whole: no key `start`');
rejects('a key that nobody knows', $seats, sub { $_[0]{speed} = 1 }, 'the whole: unknown key `speed`');
rejects('a verdict that there is not', $seats, sub { $_[0]{verdict} = 'maybe' }, 'verdict: is `maybe`');
rejects('a line that is a word', $seats, sub { $_[0]{steps}[2]{line} = '13' }, 'steps\[2\].line: is string');
rejects('an op that there is not', $seats, sub { $_[0]{steps}[2]{op} = 'look' }, 'steps\[2\].op: is `look`');
rejects('no hash', $seats, sub { $_[0]{sha256} = '' }, 'sha256: ');
rejects('a replay that is none', $seats, sub { $_[0]{replay} = 'a,b' }, 'replay: ');
rejects('a verdict that is not what is said', $seats, sub { $_[0]{said} = 'holds: all' }, 'said: does not begin with the verdict');
rejects('another reason', $seats, sub { $_[0]{said} .= ' or so' }, 'said: does not end with why');
rejects('more that fail than there are', $seats, sub { $_[0]{failing} = 7 }, 'failing: 7 schedules of 4 fail');
rejects('a failure of which none fails', $seats, sub { $_[0]{failing} = 0 }, 'failing: is 0, but the verdict is fails');
rejects('a bad step that is not the last', $seats, sub { $_[0]{bad_step} = 3 }, 'bad_step: is 3, not 10');
rejects('a bad step in the middle', $seats, sub { $_[0]{steps}[4]{bad} = 'no seat' }, 'step 5: is bad, but is not the last');
rejects('a last step that is not bad', $seats, sub { delete $_[0]{steps}[-1]{bad} }, 'step 10: does not say what went wrong');
rejects('two reasons', $seats, sub { $_[0]{steps}[-1]{bad} = 'crash' }, 'step 10: says that another thing went wrong');
rejects('a weak trace that does not say so', $seats, sub { $_[0]{weak} = JSON::PP::true }, 'options: do not say `weak`');
rejects('an option that a replay does not need', $seats, sub { $_[0]{options} = 'quick' }, 'options: `quick`');
rejects('threads out of order', $seats, sub { $_[0]{threads}[1]{id} = 2 }, 'threads\[1\]: has the id 2');
rejects('steps out of order', $seats, sub { @{ $_[0]{steps} }[3, 4] = @{ $_[0]{steps} }[4, 3] }, 'step 5: stands after step 3');
rejects('a step that is missing', $seats, sub { splice @{ $_[0]{steps} }, 3, 1; $_[0]{bad_step}-- }, 'step 5: stands after step 3');
rejects('a thread that there is not', $seats, sub { $_[0]{steps}[3]{thread} = 9 }, 'step 4: there is no thread 9');
rejects('a thread in the replay that there is not', $seats, sub { $_[0]{replay} .= ',5' }, 'replay: there is no thread 5');
rejects('a step before the thread is created', $seats, sub { swap($_[0], 1, 3) }, 'step 2: thread 2 does something before it is created');
rejects('a step after the thread was joined', $seats, sub { swap($_[0], 5, 6) }, 'step 7: thread 1 does something after its end');
rejects('a thread that nobody creates', $seats, sub { drop($_[0], 1) }, 'threads\[2\]: is never created');
rejects('a thread too many', $seats, sub { $_[0]{steps}[2] = { %{ $_[0]{steps}[1] }, n => 3 } }, 'step 3: creates a thread that is not among');
rejects('threads that are created in another order', $seats, sub { swap($_[0], 0, 1) }, 'step 1: creates thread 2, but the next is thread 1');
rejects('a join of nobody', $seats, sub { @{ step($_[0], 'join') }{qw(note text)} = ('thread 8', 'join thread 8') }, 'step 7: joins thread 8, which there is not');
rejects('a value that nobody wrote', $seats, sub { @{ $_[0]{steps}[3] }{qw(value text)} = ('5', 'read seats -> 5') }, 'step 4: reads 5 from seats, which is 1');
rejects('a read that comes too late', $seats, sub { swap($_[0], 3, 4) }, 'step 5: reads 1 from seats, which is 0');
rejects('another value at the beginning', $seats, sub { $_[0]{start}{seats} = '2' }, 'step 3: reads 1 from seats, which is 2');
rejects('a variable that nobody touches', $seats, sub { $_[0]{start}{rows} = '2' }, 'start: no step touches rows');
rejects('a change that is not what was written', $seats, sub { $_[0]{steps}[4]{set}{seats} = '7' }, 'step 5: writes 0 to seats, but sets it to 7');
rejects('a change that is missing', $seats, sub { delete $_[0]{steps}[4]{set} }, 'step 5: writes 0 to seats, but sets it to 1');
rejects('a change by a read', $seats, sub { $_[0]{steps}[3]{set} = { seats => '7' } }, 'step 4: sets seats, but does not write');
rejects('a change that is none', $seats, sub { $_[0]{steps}[4]{set}{seats} = '1' }, 'step 5: sets seats to 1, which it is already');
rejects('a change of something else', $seats, sub { $_[0]{steps}[4]{set}{rows} = '1' }, 'step 5: sets rows, but writes seats');
rejects('words of another op', $seats, sub { $_[0]{steps}[3]{text} = 'write seats = 1' }, 'step 4: says `write seats = 1`, but is a read');
rejects('words of another object', $seats, sub { $_[0]{steps}[3]{text} = 'read rows -> 1' }, 'step 4: says `read rows -> 1`, but its object is seats');
rejects('words of another value', $seats, sub { $_[0]{steps}[3]{text} = 'read seats -> 2' }, 'step 4: says .*, but its value is 1');
rejects('private, although shared', $seats, sub { $_[0]{steps}[3]{private} = JSON::PP::true }, 'step 4: is private, but others touch seats');
rejects('private, although a join', $seats, sub { $_[0]{steps}[6]{private} = JSON::PP::true }, 'step 7: is private, but is a join');
rejects('a program that ends early', $seats, sub { swap($_[0], 8, 9); delete $_[0]{steps}[8]{bad}; $_[0]{steps}[9]{bad} = $_[0]{why} }, 'step 9: ends the program, but others go on');
rejects('another order than that of the replay', $seats, sub { $_[0]{replay} = '0,0,0,2,2,2,2,2,1,0,0,0,0' }, 'replay: does not come to step ');
rejects('a lock that is held', $deadlock, sub { $_[0]{steps}[3]{$_->[0]} = $_->[1] for [object => 'a'], [text => 'lock a'] }, 'step 4: locks a, which thread 1 holds');
rejects('a lock that the thread has', $buffer, sub { my $s = step($_[0], 'lock'); my $i = at($_[0], $s); splice @{ $_[0]{steps} }, $i, 0, {%$s}; my $n = 0; $_->{n} = ++$n for @{ $_[0]{steps} }; $_[0]{bad_step}++ }, 'step 4: locks lock, which it holds');
rejects('a second lock without the first', $buffer, sub { my $s = step($_[0], 'lock'); @$s{qw(note text)} = ('again', 'lock lock, again') }, 'step 3: locks lock again, but does not hold it');
rejects('an unlock of what is not held', $buffer, sub { drop($_[0], at($_[0], (steps($_[0], 'lock'))[1])) }, 'step 9: unlocks lock, which it does not hold');
rejects('an unlock that is missing', $buffer, sub { drop($_[0], at($_[0], step($_[0], 'unlock'))) }, 'step 10: locks lock, which it holds');
rejects('a wait without the mutex', $buffer, sub { step($_[0], 'wait')->{mutex} = 'other' }, 'step 5: waits without holding other');
rejects('a wait that is missing', $buffer, sub { drop($_[0], at($_[0], step($_[0], 'wait'))) }, 'step 5: locks lock, which thread 1 holds');
rejects('a wakeup that nobody signalled', $buffer, sub { drop($_[0], at($_[0], step($_[0], 'signal'))) }, 'step \d+: wakes up, but nobody has signalled');
rejects('a wakeup on another condition', $buffer, sub { @{ step($_[0], 'wake') }{qw(object text)} = ('not_full', 'wake not_full') }, 'step 22: wakes up on not_full, but waited on not_empty');
rejects('a wakeup while the mutex is held', $buffer, sub { swap($_[0], 20, 21) }, 'step 21: wakes up while thread 2 holds lock');
rejects('a signal that wakes another', $buffer, sub { @{ step($_[0], 'signal') }{qw(note text)} = ('wakes thread 2', 'signal not_empty, wakes thread 2') }, 'step 9: wakes thread 2, which does not wait on not_empty');
rejects('a signal that overlooks who waits', $buffer, sub { @{ step($_[0], 'signal') }{qw(note text)} = ('nobody waits', 'signal not_empty, nobody waits') }, 'step 9: finds nobody waiting, but thread 1 waits');
rejects('a waiting thread that does something', $buffer, sub { $_[0]{steps}[5]{thread} = 1 }, 'step 6: thread 1 waits on not_empty, and does something else');
rejects('one who waits for what is free', $deadlock, sub { $_[0]{waiting}[1]{text} = 'waits for mutex c, held by thread 2' }, 'waiting: thread 1 waits for c, which nobody holds');
rejects('one who waits for another', $deadlock, sub { $_[0]{waiting}[1]{text} = 'waits for mutex b, held by main' }, 'waiting: b is not held by main, but by thread 2');
rejects('a token that there is not', $semaphore, sub { my $s = (steps($_[0], 'sem_trywait'))[1]; @$s{qw(note text)} = ('', 'sem_trywait token') }, 'step 7: takes from token, which is 0');
rejects('a token that is overlooked', $semaphore, sub { my $s = step($_[0], 'sem_trywait'); @$s{qw(note text)} = ('fails', 'sem_trywait token, fails') }, 'step 4: fails, but token is 1');
rejects('a look that overlooks a token', trace_of('signal-semaphore-eintr'), sub { swap($_[0], 4, 5) }, 'step \d+: is 0, but ready is 1');
rejects('a compare-and-swap that saw something else', $aba, sub { my $s = step($_[0], 'read'); @$s{qw(value text)} = ('9', 'read top -> 9') }, 'step 2: reads 9 from top, which is 1');
rejects('a block that is freed twice', $free, sub { my $s = $_[0]{steps}; my ($i) = grep { $s->[$_]{op} eq 'free' } 0 .. $#$s; splice @$s, $i, 0, { %{ $s->[$i] } }; my $n = 0; $_->{n} = ++$n for @$s; $_[0]{bad_step}++ }, 'step \d+: frees .*, which was freed before');
rejects('a stale value that never was', $stale, sub { my ($s) = grep { $_->{note} =~ /stale/ } @{ $_[0]{steps} }; $s->{text} =~ s/-> \d+/-> 77/; $s->{value} = '77' }, 'step \d+: reads 77 from .*, which never held it');
my $kept = sub { (grep { $_->{note} =~ /as promised/ } @{ $_[0]{steps} })[0] };
rejects('a promise that is not kept', $promise, sub { drop($_[0], at($_[0], $kept->($_[0]))) }, 'steps: thread 1 never stores x = 1, which it has promised');
rejects('a promise that was not made', $promise, sub { drop($_[0], at($_[0], step($_[0], 'promise'))) }, 'step \d+: stores 1 in x as promised, but has not promised it');
rejects('a promise of another value', $promise, sub { my $s = step($_[0], 'promise'); @$s{qw(value text)} = ('2', 'promise x = 2'); $s->{set}{x} = '2' if $s->{set} }, 'steps: thread 1 never stores x = 2');
rejects('a promise that another keeps', $promise, sub { $kept->($_[0])->{thread} = 2 }, 'step \d+: stores 1 in x as promised, but has not promised it');
rejects('one who reads what he has promised', $promise, sub { my ($s) = grep { $_->{object} eq 'x' } steps($_[0], 'read'); $s->{thread} = 1 }, 'step \d+: reads 1 from x, which it has yet to store itself');
rejects('a failure while others go on', $promise, sub { my $s = $_[0]{steps}[2]; @$s{qw(op object value note text)} = ('fail', '', '', '', 'fail') }, 'step 3: fails, but others go on');
rejects('the trace of another program', $seats, sub { $_[0]{program} = 'other.c' }, 'program: is other.c, not ', $file);
rejects('the trace of an older program', $seats, sub { $_[0]{sha256} =~ tr/0-9/1-90/ }, 'sha256: is not that of ', $file);
rejects('a line that the program has not', $seats, sub { $_[0]{steps}[3]{line} = 4000 }, 'step 4: .* has no line 4000', $file);
rejects('a line that is another', $seats, sub { $_[0]{steps}[3]{line} = 14 }, 'step 4: the program does .*"line":13', $file);
rejects('a function that is another', $seats, sub { $_[0]{steps}[3]{function} = 'main' }, 'step 4: the program does ', $file);
rejects('another value throughout', $seats, sub { for my $t ($_[0]) { $t->{start}{seats} = 2; $t->{start}{seats} .= ''; for (@{ $t->{steps} }) { next if $_->{object} ne 'seats'; my $v = $_->{value} + 1; $_->{value} = "$v"; $_->{text} =~ s/-?\d+$/$v/; $_->{set}{seats} = "$v" if $_->{set} } } }, 'step 3: the program does ', $file);
rejects('a replay that ends in something else', $lost, sub { $_[0]{replay} = '0,0,1,1,1,1,0,1,0,0' }, 'replay: gives nothing|(?:step|waiting|why)', "tests/explore-suite/$lost.c");

# ---- graphs

my $graphs = 0;
for my $file (sort(glob('tests/explore-suite/*.c'), glob('tests/explore-suite/bench/*.c'))) {
    my $name = basename($file, '.c');
    next if !matches($name) || $name =~ /^hostile/;
    unlink "$place/graph.json";
    my $said = run('timeout', '60', 'tests/explore', $file, 'quiet', 'seconds=5', 'outcomes', "graph=$place/graph.json");
    next if $said =~ /^can't say/m || $said =~ /^no graph: (?!it would lack)/m;
    if ($said =~ /^no graph: it would lack an end: (.*)/m) { # a way round is no end; others depend on more than the state
        my $known = $1 =~ /^(livelock|endless loop): what is so now/ || $name =~ /^(destroy-then-lock|errno-handler-leaves|signal-errno-lost|signal-semaphore-timed)$/;
        ok($known && !-e "$place/graph.json", "there is no graph of $name, which goes round or depends on the way", $said);
        next;
    }
    my @ends = split /\n/, run('tests/graph-check', "$place/graph.json");
    my $sound = $? == 0;
    my (%ends, %outcomes);
    for (@ends) { $ends{ short($_) } = 1 }
    for (split /\n/, $said) { $outcomes{ short($2) } = 1 if /^outcome: (\d+) x (.*)/ }
    my ($a, $b) = map { join "\n", sort keys %$_ } \%ends, \%outcomes;
    # States are the same whether or not the owner has waited; and of a use and a free, it also tells the race.
    my %more = ('thread-local-outlived' => 'it also ends well', 'destroy-while-waiting' => 'it also ends in the race');
    if ($more{$name} && $a ne $b) {
        $tests++;
        print "not ok $tests - the graph of $name ends as the search does # TODO $more{$name}\n";
        next;
    }
    ok($sound && $a eq $b, "the graph of $name ends as the search does", "graph:\n$a\nsearch:\n$b\n" . ($sound ? '' : join "\n", @ends));
    $graphs++;
}

# What both say: whether it holds, or why not, as far as an outcome tells it. Which of two racing accesses is the second
# depends on the order.
sub short {
    my ($end) = @_;
    return 'holds' if $end !~ s/^fails: //;
    return 'data race' if $end =~ /^data race/;
    return substr $end, 0, 60;
}
print "# $graphs graphs\n1..$tests\n";
exit($failed > 0);
