# What tests/lint looks for, line by line: perl tests/lint.pl prose|code|blanks WORDS FILE...
use strict;
use warnings;
use open qw(:std :encoding(UTF-8));

my ($mode, $words, @files) = @ARGV;
my (%banned, %allowed);
open my $list, '<', $words or die "$words: $!\n";
while (<$list>) {
    next if /^#/ || !/\S/;
    chomp;
    my ($kind, $word, $cure) = split /\s*\|\s*/, $_, 3;
    if ($kind eq 'allow') { $allowed{$word} = 1 } else { $banned{$kind}{$word} = $cure }
}

sub report { my ($file, $line, $what, $cure, $warning) = @_;
    $file =~ s{^\./}{};
    printf "%s:%d: %s%s; %s\n", $file, $line, $warning ? 'warning: ' : '', $what, $cure;
}

sub blanks { my ($file, @lines) = @_;
    for my $i (0 .. $#lines) {
        report($file, $i + 1, 'blanks at the end of the line', 'take them out') if $lines[$i] =~ /[ \t]\n?\z/;
    }
    report($file, scalar @lines, 'no line end at the end of the file', 'add one') if @lines && $lines[-1] !~ /\n\z/;
}

# The words of a line of prose: code, addresses, citations and references are left aside.
sub words_of { my ($s) = @_;
    $s =~ s/\[\[.*?\]\]|``.*?``|`[^`]*`/CODE/g;
    $s =~ s/\]\([^)]*\)|\{[^}]*\}|\[-?\@[^\]]*\]|<http[^>]*>/ /g;
    return $s;
}
my $abbreviation = qr/(?:\b(?:[A-Z]|e\.g|i\.e|cf|vs|Dr|Mr|Mrs|St|No|Inc|Ltd|Jr|pp?|vol|ed))\.$/;

sub prose { my ($file, @lines) = @_;
    my ($in, $fence, $chunk, $start, $last) = ('', '', '', 0, '');
    my $any = join '|', map { quotemeta } sort { length $b <=> length $a } keys %{ $banned{prose} };
    for my $i (0 .. $#lines) {
        my ($s, $n) = ($lines[$i], $i + 1);
        chomp $s;
        if ($in eq 'code') {
            next unless $s =~ /^@(?:\s|$)/;
            my $long = $i - $start;
            report($file, $start, "the chunk `$chunk` has $long lines", $long > 30
                ? 'tell it in pieces of at most 25' : 'about 25 are a chunk; can it be told in two?', $long <= 30) if $long > 25;
            ($in, $last) = ('', '');
            next;
        }
        if ($in eq 'fence') { $in = '' if $s =~ /^\s*(`{3,})\s*$/ && length $1 >= length $fence; next }
        if ($file =~ /\.nw$/ && $s =~ /^<<(.*)>>=$/) { ($in, $chunk, $start) = ('code', $1, $n); next }
        if ($s =~ /^\s*(`{3,})/) { ($in, $fence, $last) = ('fence', $1, ''); next }
        if ($n == 1 && $s eq '---') { $in = 'head'; next }
        if ($in eq 'head') { $in = '' if $s eq '---'; }

        my $said = words_of($s);
        while ($said =~ /\b($any)\b/gi) {
            report($file, $n, "\"$1\"", $banned{prose}{ lc $1 }) unless $allowed{ lc "$file $1" };
        }
        # A word twice, also where the first ends the line before.
        while ($said =~ /(?<![\w'-])([A-Za-z]+)\s+\1(?![\w'-])/gi) {
            report($file, $n, "\"$1 $1\"", 'take one of them out') unless lc $1 eq 'that' || lc $1 eq 'had' || $1 eq 'CODE';
        }
        if ($last =~ /(?<![\w'-])([A-Za-z]+)\s*$/) {
            my $word = $1;
            report($file, $n, "\"$word $word\", from one line to the next", 'take one of them out')
                if $word ne 'CODE' && $said =~ /^\s*\Q$word\E(?![\w'-])/i;
        }
        $last = $said;

        # One sentence a line; tables, headings and metadata have no lines to choose.
        next if $in eq 'head' || $s =~ /^\s*(?:\||#)/;
        while ($said =~ /([.!?])[)"”*_]*\s+(?=[("“*_]*[A-Z])/g) {
            my $before = substr $said, 0, $+[1];
            next if $before =~ $abbreviation || $before =~ /^\s*\d+\.$/;
            report($file, $n, 'more than one sentence on the line', 'begin each on a line of its own');
            last;
        }
    }
    blanks($file, @lines);
}

# Programs come with #line directives, so that a finding names the chapter's line.
sub code { my ($file, @lines) = @_;
    my ($slug) = $file =~ m{([^/]+)/[^/]+$};
    my ($source, $n, @place, $text) = ($file, 0);
    for (@lines) {
        if (/^#line (\d+) "(.*)"/) { ($source, $n) = ($2, $1 - 1); $text .= "\n"; push @place, [$source, $n]; next }
        $n++;
        push @place, [$source, $n];
        chomp(my $s = $_);
        report($source, $n, 'a tab', 'write spaces') if $s =~ /\t/;
        report($source, $n, 'a line of ' . length($s) . ' columns', 'break it at 80') if length $s > 80;
        $text .= "$s\n";
    }
    # Comments and strings may name what they like.
    $text =~ s{(/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*")}{ my $s = $1; $s =~ tr/\n/ /c; $s }gse;
    my $at = sub { @{ $place[ (substr($text, 0, $_[0]) =~ tr/\n//) ] } };
    for my $word (keys %{ $banned{code} }) {
        my $name = $word =~ s/\($//r;
        my $call = $word =~ /\($/ ? qr/\s*\(/ : qr/\b/;
        while ($text =~ /\b\Q$name\E$call/g) {
            my $from = $-[0];
            next if $allowed{"$slug $word"};
            next if $word eq 'volatile' && (substr($text, $from) =~ /^volatile\s+sig_atomic_t/ || substr($text, 0, $from) =~ /\b(?:__asm__|asm)\s+$/
                || substr($text, 0, $from) =~ /\bsig_atomic_t\s+$/);
            report($at->($from), '`' . ($word =~ /\($/ ? "$name()" : $name) . "` in $slug", $banned{code}{$word});
        }
    }
    while ($text =~ /\bassert\s*(\((?:[^()]++|(?1))*\))/g) {
        my $from = $-[0];
        next unless substr($1, 1) =~ /\b(?!sizeof\b)([A-Za-z_]\w*)\s*\(/;
        report($at->($from), "the call of `$1` stands in an assert", 'call it before, and assert its result: NDEBUG takes the call away');
    }
}

for my $file (@files) {
    open my $in, '<', $file or die "$file: $!\n";
    my @lines = <$in>;
    { prose => \&prose, code => \&code, blanks => \&blanks }->{$mode}->($file, @lines);
}
