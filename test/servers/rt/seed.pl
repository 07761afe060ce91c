# Fills a fresh Request Tracker through RT's own Perl classes, without a running server.
#   RT_SITE_CONFIG=… perl seed.pl PASSWORD TOKENS <table.json
# TOKENS is written: a file of JSON with a token of each login, of `root` and of a `customer`.
# Ticket numbers are the places in the table.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use Encode ();
use JSON ();
use MIME::Entity;
use RT;
RT::LoadConfig();
RT::Init();
require RT::Interface::Email;

my ( $password, $tokens ) = @ARGV;
my $table = JSON->new->utf8->decode( do { local $/; <STDIN> } );
my $system = RT->SystemUser;

sub checked {
    my ( $what, $ok, $message ) = @_;
    die "$what: " . ( $message // 'failed' ) . "\n" unless $ok;
    return $ok;
}

sub user {
    my ($name) = @_;
    my $user = RT::User->new($system);
    if ( $name =~ /\@/ ) { $user->LoadByEmail($name) }
    else                 { $user->Load($name) }
    die "no user $name\n" unless $user->Id;
    return $user;
}

sub mail {
    my ( $number, @lines ) = @_;
    my $text = pop @lines;
    my $raw  = join "\n", @lines, 'To: support@helpdesk.test', 'Date: Mon, 04 Jan 2027 09:00:00 +0000',
        "Message-ID: <mail-$number\@mail.test>", 'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', $text;
    my ( $ok, $message ) = RT::Interface::Email::Gateway(
        { message => Encode::encode_utf8($raw), queue => 'Support', action => 'correspond' } );
    checked( "mail $number", $ok, $message );
}

my $queue = RT::Queue->new($system);
checked( 'queue', $queue->Create( Name => 'Support', CorrespondAddress => 'support@helpdesk.test',
    CommentAddress => 'support-comment@helpdesk.test' ) );
my $outside = RT::Group->new($system);
$outside->LoadSystemInternalGroup('Unprivileged');
checked( $_, $outside->PrincipalObj->GrantRight( Right => $_, Object => $queue ) ) for qw(CreateTicket ReplyToTicket);
my %rank;
for my $rank ( @{ $table->{ranks} } ) {
    my $group = $rank{ $rank->{group} } = RT::Group->new($system);
    checked( $rank->{group}, $group->CreateUserDefinedGroup( Name => $rank->{group} ) );
    checked( $_, $group->PrincipalObj->GrantRight( Right => $_, Object => RT->System ) ) for @{ $rank->{rights} };
}
checked( $_, RT::Group->new($system)->CreateUserDefinedGroup( Name => $_ ) ) for @{ $table->{groups} };

for my $wanted ( @{ $table->{fields} } ) {
    my $field = RT::CustomField->new($system);
    checked( $wanted->{name}, $field->Create( Name => $wanted->{name}, Type => $wanted->{type}, LookupType => 'RT::User',
        Pattern => $wanted->{pattern} // '' ) );
    checked( $_, $field->AddValue( Name => $_ ) ) for @{ $wanted->{choices} // [] };
    checked( $wanted->{name}, $field->AddToObject( RT::User->new($system) ) );
}

for my $agent ( @{ $table->{agents} } ) {
    my $user = RT::User->new($system);
    checked( $agent->{login}, $user->Create( Name => $agent->{login}, RealName => $agent->{name}, Privileged => 1,
        EmailAddress => $agent->{address}, Password => $password ) );
    checked( $agent->{login}, $rank{ $agent->{group} // 'Staff' }->AddMember( $user->PrincipalId ) );
    checked( $agent->{login}, $user->SetPreferences( RT->System, { UsernameFormat => $agent->{names} } ) );
}
for my $person ( @{ $table->{people} } ) {
    my $user = RT::User->new($system);
    checked( $person->{address}, $user->Create( Name => $person->{address}, EmailAddress => $person->{address},
        RealName => $person->{name}, Organization => $person->{organisation} // '', Privileged => 0 ) );
}

checked( 'password of root', user('root')->SetPassword($password) );

my $number = 0;
for my $wanted ( @{ $table->{tickets} } ) {
    $number++;
    my $ticket = RT::Ticket->new($system);
    if ( $wanted->{mail} ) {
        mail( $number, @{ $wanted->{mail} }, $wanted->{text} );
        $ticket->Load($number);
    }
    else {
        my $content = MIME::Entity->build( Type => 'text/plain', Charset => 'UTF-8',
            Subject => Encode::encode( 'MIME-Header', $wanted->{subject} ), Data => Encode::encode_utf8( $wanted->{text} ) );
        # On behalf of the customer, as if they had written it; without one, by the first agent.
        my $by = RT::CurrentUser->new( user( $wanted->{requestors}[0] // $table->{agents}[0]{login} ) );
        $ticket = RT::Ticket->new($by);
        my ( $id, undef, $message ) = $ticket->Create( Queue => 'Support', Subject => $wanted->{subject},
            Requestor => $wanted->{requestors}, Cc => $wanted->{cc} // [], MIMEObj => $content );
        checked( "ticket $number", $id, $message );
    }
    die "ticket $number has the number " . ( $ticket->Id // 'none' ) . "\n" unless ( $ticket->Id // 0 ) == $number;

    my $answers = 0;
    for my $answer ( @{ $wanted->{answers} // [] } ) {
        if ( $answer->{by} =~ /\@/ ) {
            mail( $number . '-' . ++$answers, "From: <$answer->{by}>",
                "Subject: Re: [helpdesk.test #$number] " . Encode::encode( 'MIME-Header', $wanted->{subject} ), $answer->{text} );
            next;
        }
        my $as = RT::Ticket->new( RT::CurrentUser->new( user( $answer->{by} ) ) );
        $as->Load($number);
        my $kind = $answer->{internal} ? 'Comment' : 'Correspond';
        checked( "answer to $number", $as->$kind( Content => $answer->{text} ) );
    }
    $ticket = RT::Ticket->new($system);
    $ticket->Load($number);
    checked( "owner of $number", $ticket->SetOwner( user( $wanted->{owner} )->Id ) ) if $wanted->{owner};
    checked( "status of $number", $ticket->SetStatus( $wanted->{status} ) )
        if $wanted->{status} and $ticket->Status ne $wanted->{status};
}

checked( $_->{address}, user( $_->{address} )->SetDisabled(1) ) for grep { $_->{disabled} } @{ $table->{people} };

my %holder = ( customer => $table->{customer}, map { $_ => $_ } 'root', map { $_->{login} } @{ $table->{agents} } );
my %token;
for my $login ( sort keys %holder ) {
    ( my $ok, my $message, $token{$login} ) =
        RT::AuthToken->new($system)->Create( Owner => user( $holder{$login} )->Id, Description => 'tests' );
    checked( "token of $login", $ok, $message );
}
umask 077;
open my $file, '>', $tokens or die "$tokens: $!\n";
print {$file} JSON->new->utf8->canonical->encode( \%token );
close $file or die "$tokens: $!\n";

print STDERR scalar( @{ $table->{people} } ) . " people, $number tickets\n";
