namespace Simpul.Text.Packs;

/// <summary>What a word of a calendar expression is; <c>calendar.tsv</c> of each language lists them.</summary>
internal enum CalendarKind : byte
{
    /// <summary>Day of the week, 1 for Monday.</summary>
    Weekday,
    /// <summary>Month, 1 to 12.</summary>
    Month,
    /// <summary>Month whose name is a common word or a given name too: needs a number or a cue beside it.</summary>
    MonthWeak,
    /// <summary>hari; stands before a weekday.</summary>
    DayNoun,
    /// <summary>tanggal, tgl; stands before a day's number.</summary>
    DateNoun,
    /// <summary>pagi, malam; night: stands after a weekday.</summary>
    DayPart,
    /// <summary>hari ini, kemarin; today, yesterday: days from the day of writing.</summary>
    RelativeDay,
    /// <summary>minggu, bulan, tahun; week, month, year.</summary>
    Period,
    /// <summary>lalu, ini, depan after what it shifts: by how many.</summary>
    ShiftAfter,
    /// <summary>last, this, next before what it shifts.</summary>
    ShiftBefore,
    /// <summary>berikutnya, sebelumnya after a period: counted from the date named before.</summary>
    SequelAfter,
    /// <summary>the following, the previous before a period.</summary>
    SequelBefore,
    /// <summary>keesokan harinya; the next day: days from the day named before.</summary>
    SequelDay,
    /// <summary>lalu, silam; ago: after a number of periods.</summary>
    Ago,
    /// <summary>lagi; from now.</summary>
    Hence,
    /// <summary>setahun lalu; a year ago: one period back.</summary>
    OneAgo,
    /// <summary>awal, pertengahan, akhir; early, mid, late: 1, 2, 3.</summary>
    Part,
    /// <summary>paruh pertama, semester II; first half of: 1 or 2.</summary>
    Half,
    /// <summary>kuartal ketiga; Q3: 1 to 4.</summary>
    Quarter,
    /// <summary>setiap; every: what recurs is no date.</summary>
    Every,
    /// <summary>mendatang, berakhir; due, expires: the day is still to come.</summary>
    Future,
    /// <summary>sejak; since: the beginning of a period after it is meant to the month.</summary>
    Since,
    /// <summary>hingga; to: between the ends of a range.</summary>
    Range,
    /// <summary>Words that may stand inside a date: of, the.</summary>
    Filler,
}

/// <summary>The lengths of time that calendars and durations count in.</summary>
internal enum TimeUnit : byte
{
    None,
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend,
}

/// <summary>One meaning of a calendar word.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Its number: weekday, month, shift, part.</param>
/// <param name="Unit">The period that it names, where it does.</param>
internal readonly record struct CalendarWord(CalendarKind Kind, int Value, TimeUnit Unit);

/// <summary>The words of calendar expressions of all packs.</summary>
internal sealed class Calendar
{
    internal List<CalendarWord> Words { get; } = [];

    internal Calendar(PackFiles files, IReadOnlyList<string> languages, PhraseBuilder phrases, HashSet<ulong> gluedPrefixes)
    {
        for (var l = 0; l < languages.Count; l++)
        {
            foreach (var row in files.Rows($"{languages[l]}/calendar.tsv"))
            {
                if (!Enum.TryParse<CalendarKind>(row["kind"].Replace("-", ""), ignoreCase: true, out var kind))
                    throw row.Wrong($"unknown kind \"{row["kind"]}\"", $"Known: {string.Join(", ", Enum.GetNames<CalendarKind>())}.");
                var unit = TimeUnit.None;
                if (row["unit"].Length > 0 && !Enum.TryParse(row["unit"], ignoreCase: true, out unit))
                    throw row.Wrong($"unknown unit \"{row["unit"]}\"", $"Known: {string.Join(", ", Enum.GetNames<TimeUnit>())}.");
                var value = 0;
                if (row["value"].Length > 0 && !int.TryParse(row["value"], out value))
                    throw row.Wrong($"\"{row["value"]}\" is no whole number", "Write digits, with a minus for the past.");
                Words.Add(new CalendarWord(kind, value, unit));
                phrases.Add(row["form"], PhraseKind.Calendar, (byte)(1 << l), Words.Count - 1);
                // `27 Agustus-3 September`, `kuartal I-2019`: the hyphen before a number parts them.
                var last = row["form"][(row["form"].LastIndexOf(' ') + 1)..];
                if (kind is CalendarKind.Month or CalendarKind.Half or CalendarKind.Quarter && last.All(char.IsLetter)) gluedPrefixes.Add(Tokens.TokenHash.Of(last));
            }
        }
    }
}
