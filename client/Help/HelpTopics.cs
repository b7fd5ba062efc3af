using Simpul.Client.Input;

namespace Simpul.Client.Help;

/// <summary>A page of help on something that several commands share.</summary>
internal sealed record HelpTopic(string Name, string Summary, string Text);

/// <summary>The pages of <c>simpul help</c>.</summary>
internal static class HelpTopics
{
    public static IReadOnlyList<HelpTopic> All { get; } =
    [
        new("input", "What can be read, and how ids, dates and titles are found", $"""
            INPUT

            submit and analyze take files, folders (all that is in them), patterns in quotes
            ('news/**/*.jsonl.gz') and - for standard input.

              .txt           one article a file
              .jsonl         one JSON object a line (.ndjson is the same)
              .csv  .tsv     rows under a header; , ; tab or | is taken from the header
              .gz            any of these, packed with gzip

            In a folder, files with other extensions, names that begin with a dot and links to folders
            are passed over. A file with another name is read with --input-format txt|jsonl|csv|tsv.
            Standard input that begins with an open brace is JSONL, else one text.

            Fields
              id, title, text, published (or date), language (or lang), source, url; in upper or lower case.
              --map FIELD=NAME says what the input calls them: --map text=body,published=pub_date.
              Only text is needed. A row without text is rejected and never changes an article.

            Text files
              Title and date come from the first lines: "Judul: ..." or "Title: ...", "Tanggal: ..." or
              "Date: ...", also source, url, language and id; else a line that is a date and nothing else; else
              a first line that reads like a headline (up to 200 characters, no full stop at its end). The lines
              stay part of the text, and offsets count over the whole file. A date may also stand in the
              file's name: 2026-02-05-title.txt, title_20260205.txt.

            Dates
              2026-02-05, 2026-02, 2026; times after a date are cut off. Also 10 September 2019,
              Selasa, 10 Sep 2019, September 10, 2019, 10/09/2019 (the day comes first), 20190910.
              A missing date stays missing; one that no calendar has is left out with a warning.
              --published gives the date of articles that carry none; a date of their own stands above it.

            Ids
              A row's id is taken as it is, up to {InputOptions.MaxIdBytes} bytes. A text file in a folder has its path in that folder,
              without extension, with /; a text file named by itself has its name without extension. A row
              without id has sha256- and the first 32 hex digits of SHA-256 over the UTF-8 bytes of title,
              U+0000, date, U+0000 and text (nothing for what is missing; the date as stored, without --published).
              Two articles of one run with one id and different content are reported; the later one counts.

            Encodings
              UTF-8, with or without byte-order mark, and UTF-16 with one. What is not UTF-8 is read as
              windows-1252, with a warning.

            Limits
              --max-text SIZE   longest text of an article, in characters        (default {InputOptions.DefaultMaxText >> 20}M)
              --max-line SIZE   longest line of JSONL or row of CSV, in bytes    (default {InputOptions.DefaultMaxLine >> 20}M)
              Sizes are written 500K, 4M or as a number, up to 1G. What is longer is rejected; memory stays bounded.

            Every rejection and warning names the file and the line, what was found and what to do. None
            stops the rest.
            """),
        new("formats", "What comes out, and in which forms", """
            FORMATS

            --format table    for people; the default of queries
            --format json     one object: rows (or a list for each section), then as_of
            --format jsonl    one object a line
            --format csv      RFC 4180: UTF-8, a header, quotes where needed, lines ending in CR LF

            The columns are the same in every format, in the same order, with keys in snake_case; a table
            leaves out details such as offsets and rules unless --wide is given. Where an
            answer has several sections, csv and jsonl carry the column "section" first.

            --output FILE     writes to a file. It appears whole or not at all; --force overwrites.

            How fresh an answer is (articles committed, articles counted, the age of the oldest one that is
            not) is said on standard error and in json under as_of. Rows never hold it, so equal
            content gives equal bytes.

            Records
              analyze and export print the whole record of each article in jsonl (analyze's default in a
              pipe, export's always) and json. Tables and CSV hold rows of one kind: --rows events (default),
              actors, countries, quotes, dates, amounts or articles.
              "export --format jsonl" is the canonical export: every record, sorted by article id, equal to
              the byte for equal content.
            """),
        new("exit-codes", "How a command can end", """
            EXIT CODES

              0     all done; every article accepted or known already (warnings included)
              2     the command line makes no sense, or names an article, actor, country, file or
                    option that is not there
              3     some input was rejected; the rest is done
              4     the cluster, the data folder or the corpus cannot be reached, or the data was
                    written by a newer version
              130   interrupted with Ctrl-C or ended with submit --stop; what was acknowledged is kept, and the
                    same command goes on

            A reader that closes the pipe early (simpul ... | head) ends the command with 0.
            """),
        new("submissions", "How a submission goes on after an interruption, runs in the background, and is watched", """
            SUBMISSIONS

            A submission is a row of its corpus: its input, its stamp, and how much of the input is
            acknowledged. What is acknowledged is on disk and counts once, however often it is sent.

            Going on
              When the command, the machine or the cluster was lost, give the same command again: it keeps the
              stamp, passes over what is acknowledged where the input is unchanged, and sends the rest. It
              compares what it reads block by block; from the first block that is another one on, it says so and
              sends everything under a later stamp, so that what was edited counts as edited. Other paths or
              options that change what is read make another submission. Nothing has to be cleaned up.

            In the background
              submit PATH --detach     prints the submission's id and goes on without the terminal; what it says
                                       goes to a log in the data folder, or to --log FILE
              submit --stop ID         ends it: what is acknowledged stays, and the same submit goes on
              status --submissions     lists them: running, interrupted, failed, finished
              status --watch           shows corpora and submissions until Ctrl-C
              A client that has not been heard of for 15 seconds stands as interrupted.

            When the cluster does not answer
              A call without an answer may or may not have been done: it is made again, and nothing counts
              twice. submit tries for --patience seconds (300 unless given), a query for 30.

            Articles that cannot be read
              Each fails alone and is kept as a dead letter with its reason; the rest goes on. A batch that lost
              its silo twice is sent article by article, each read in a process of its own; one that ends that
              process three times is set aside in the same way.
              deadletters list         shows them
              deadletters retry [ID]   reads them again; one that can be read counts as if it had been at first
            """),
        new("environment", "Environment variables and where the data lies", """
            ENVIRONMENT

              SIMPUL_DATA      data folder, as --data
              SIMPUL_CLUSTER   addresses of a cluster's gateways, as --cluster host:port[,host:port], or postgres
              SIMPUL_CLUSTER_ID                       the cluster's id where it is not "simpul"
              SIMPUL_POSTGRES, SIMPUL_POSTGRES_FILE   connection string of the cluster's database, or a file that
                               holds it; for --cluster postgres, and never an argument
              SIMPUL_TLS_CERT, SIMPUL_TLS_KEY, SIMPUL_TLS_CA   certificates for a cluster that asks for them
              NO_COLOR         set to anything: no colours
              TERM=dumb        no colours

            An option stands above its variable. With no cluster named, the command hosts a silo in its
            own process and keeps its data in one folder: --data, else SIMPUL_DATA, else "simpul" in the
            user's data folder (XDG_DATA_HOME or ~/.local/share on Linux, ~/Library/Application Support on
            macOS, %LOCALAPPDATA% on Windows). Two commands may use one folder at once: the second one
            talks to the first. A running "silo --data FOLDER" is used in the same way.

            Colours are off where output is no terminal. Progress, warnings and errors go to standard error,
            data to standard output.
            """),
        new("event-types", "The sixteen types of events and how they are counted", """
            EVENT TYPES

              1 verbal cooperation      AGREE CONSULT SUPPORT CONCEDE
              2 material cooperation    COOPERATE AID RETREAT
              3 verbal conflict         REQUEST ACCUSE REJECT THREATEN
              4 material conflict       PROTEST SANCTION MOBILIZE COERCE ASSAULT

            An event has a source, a target, a status (asserted, planned, negated, hypothetical), and where they
            are known a date and a place. Totals count asserted events; --status counts others.
            AGREE, CONSULT and COOPERATE hold both ways and are counted once a pair.

            articles counts distinct articles, mentions every place where a name stands, events every event.
            The day of a count is the article's date of publication; --by event-date takes the event's own.
            Articles without a date have a bucket of their own, which is shown.
            """),
    ];
}
