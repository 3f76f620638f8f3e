# JSON, and whether it has the form of a schema. Of JSON Schema it knows the keywords named below and no others.
# The file that requires this one defines `fault(WHERE, CAUSE)`.
use strict;
use warnings;
use JSON::PP;

sub load {
    my ($path) = @_;
    open my $in, '<:raw', $path or die "$path:1: cannot be read: $!\n";
    local $/;
    my $data = eval { JSON::PP->new->utf8->decode(<$in>) };
    die "$path:1: no JSON: ", $@ =~ s/ at \S+ line.*//sr, "; mend it\n" if $@;
    return $data;
}

# JSON::PP keeps numbers and strings apart by their flags.
sub type_of {
    my ($value) = @_;
    return 'null' if !defined $value;
    return 'array' if ref $value eq 'ARRAY';
    return 'object' if ref $value eq 'HASH';
    return 'boolean' if ref $value;
    my $json = JSON::PP->new->allow_nonref->encode($value);
    return $json =~ /^"/ ? 'string' : $json =~ /^-?\d+$/ ? 'integer' : 'number';
}

my %known = map { $_ => 1 } qw($schema title description type required properties additionalProperties items enum pattern minItems minimum);

sub check {
    my ($value, $schema, $at) = @_;
    for (sort keys %$schema) { die "schema:1: $at: unknown keyword `$_`; teach it to tests/lib/schema.pl\n" if !$known{$_} }
    my $type = type_of($value);
    if (exists $schema->{type}) {
        my @types = ref $schema->{type} ? @{ $schema->{type} } : $schema->{type};
        return fault($at, "is $type, not " . join ' or ', @types) if !grep { $_ eq $type } @types;
    }
    if ($schema->{enum}) {
        fault($at, 'is `' . ($value // 'null') . '`, not one of ' . join ', ', @{ $schema->{enum} }) if !grep { defined $value && $_ eq $value } @{ $schema->{enum} };
    }
    if ($type eq 'string' && exists $schema->{pattern}) {
        fault($at, "`$value` does not match $schema->{pattern}") if $value !~ /$schema->{pattern}/;
    }
    if ($type eq 'integer' && exists $schema->{minimum}) { fault($at, "$value is less than $schema->{minimum}") if $value < $schema->{minimum} }
    if ($type eq 'array') {
        fault($at, 'has ' . @$value . " items, fewer than $schema->{minItems}") if @$value < ($schema->{minItems} // 0);
        for my $i (0 .. $#$value) { check($value->[$i], $schema->{items} // {}, "$at\[$i]") }
    }
    if ($type eq 'object') {
        my $others = $schema->{additionalProperties};
        for (@{ $schema->{required} // [] }) { fault($at, "no key `$_`") if !exists $value->{$_} }
        for (sort keys %$value) {
            my $of = $schema->{properties}{$_} // (ref $others eq 'HASH' ? $others : undef);
            if ($of) { check($value->{$_}, $of, $at eq '' ? $_ : "$at.$_") }
            elsif (defined $others && !$others) { fault($at eq '' ? 'the whole' : $at, "unknown key `$_`") }
        }
    }
    return;
}
1;
