using Simpul.Text.Packs;

namespace Simpul.Text.Values;

/// <summary>
/// Says what calendar expressions mean: against the day of publication, else against the first day that the article itself gives,
/// else by the year in which weekday and date agree and the years that the text names.
/// </summary>
internal static class DateResolver
{
    private const int TooOld = 3;

    /// <summary>So many expressions tell which years a text is about: without a bound a long text would take its square.</summary>
    private const int YearsAsked = 64;

    internal static void Run(Workspace w)
    {
        if (w.DateExpressions.Count == 0) return;
        var published = Calendars.Day(w.Published);
        var context = new Context { Anchor = published ?? Anchor(w), Finest = Finest(w, published), NamedYear = FirstYear(w) };
        context.Spoken = published is { } day ? DayOfNews(w, day) : context.Anchor;
        for (var i = 0; i < w.DateExpressions.Count; i++)
        {
            ref var e = ref w.DateExpressions[i];
            if (e.Sentence != context.Sentence)
            {
                context.Sentence = e.Sentence;
                context.SentenceYear = 0;
            }

            var value = Resolve(w, e, ref context);
            if (value is not null) Add(w, e, value);
        }
    }

    private struct Context
    {
        public DateOnly? Anchor;

        /// <summary>The shortest period that the anchor is known to: a publication may be known to the month or year.</summary>
        public TimeUnit Finest;

        /// <summary>The day on which those quoted speak.</summary>
        public DateOnly? Spoken;
        public int Sentence;

        /// <summary>The year last written in the sentence, 0 for none.</summary>
        public int SentenceYear;

        /// <summary>The year last written in the text, at first the first one.</summary>
        public int NamedYear;

        /// <summary>The last day and the last year named, which the next day and the following year are counted from.</summary>
        public DateOnly? LastDay;
        public DateOnly? LastPeriod;
    }

    private static TimeUnit Finest(Workspace w, DateOnly? published) => published is null ? TimeUnit.Day : w.Article.Published!.Length switch
    {
        >= 10 => TimeUnit.Day,
        >= 7 => TimeUnit.Month,
        _ => TimeUnit.Year,
    };

    private static void Add(Workspace w, in DateExpression e, string value)
    {
        ref var span = ref w.Dates.Add();
        span.Token = e.Token;
        span.End = e.End;
        span.Start = w.Tokens[e.Token].Start;
        span.Stop = w.Tokens[e.End - 1].End;
        span.Value = value;
        span.Rule = e.Rule;
    }

    private static string? Resolve(Workspace w, in DateExpression e, ref Context context)
    {
        switch (e.Form)
        {
            case DateForm.Printed:
                return Printed(w, e, ref context);
            case DateForm.Weekday:
                return context.Anchor is { } anchor && context.Finest == TimeUnit.Day ? Day(NextWeekday(anchor, e), ref context) : null;
            case DateForm.RelativeDay:
                return context.Finest == TimeUnit.Day && (e.InQuote ? context.Spoken : context.Anchor) is { } today ? Day(Calendars.Plus(today, e.Shift), ref context) : null;
            case DateForm.Ago:
                return context.Anchor is { } from && Reaches(context, e.Unit) ? Period(from, e.Unit, e.Shift, ref context) : null;
            case DateForm.Period:
                return context.Anchor is { } now && Reaches(context, e.Unit) ? Shifted(now, e, ref context) : null;
            case DateForm.Fraction:
                var year = e.Year > 0 ? e.Year : context.Anchor is { } a ? a.Year + e.Shift : 0;
                if (year is < 1 or > 9999) return null;
                context.SentenceYear = year;
                context.LastPeriod = new DateOnly(year, 1, 1);
                return Calendars.Text(year) + (e.Unit == TimeUnit.Quarter ? "-Q" : "-H") + (char)('0' + e.Fraction);
            case DateForm.Sequel:
                var start = e.Unit == TimeUnit.Day ? context.LastDay : context.LastPeriod ?? (e.Shift < 0 ? context.Anchor : null);
                if (e.Unit == TimeUnit.Week && context.LastDay is not null) start = context.LastDay;
                return start is { } named ? Period(named, e.Unit, e.Shift, ref context) : null;
            default:
                return null;
        }
    }

    private static bool Reaches(in Context context, TimeUnit unit) => unit == TimeUnit.Weekend ? context.Finest == TimeUnit.Day : unit >= context.Finest;

    private static string? Day(DateOnly? day, ref Context context)
    {
        if (day is null) return null;
        context.LastDay = context.LastPeriod = day;
        return Calendars.Text(day.Value);
    }

    private static string? Period(DateOnly from, TimeUnit unit, int shift, ref Context context)
    {
        var value = Calendars.Period(from, unit, shift);
        if (value is null) return null;
        if (unit == TimeUnit.Day) context.LastDay = Calendars.Plus(from, shift);
        context.LastPeriod = unit switch
        {
            TimeUnit.Year => new DateOnly(from.Year + shift, 1, 1),
            TimeUnit.Month => Calendars.PlusMonths(from, shift),
            TimeUnit.Quarter => Calendars.PlusMonths(from, shift * 3),
            TimeUnit.Week or TimeUnit.Weekend => Calendars.Plus(from, shift * 7),
            _ => context.LastDay,
        };
        return value;
    }

    // The bare beginning or end of a year is a month of it; of a shorter period, or one that is shifted, the period.
    private static string? Shifted(DateOnly anchor, in DateExpression e, ref Context context)
    {
        if (!e.IsBare || e.Unit != TimeUnit.Year || e.Part == 2) return Period(anchor, e.Unit, e.Shift, ref context);
        context.LastPeriod = new DateOnly(anchor.Year, e.Part == 1 ? 1 : 12, 1);
        return Calendars.Text(anchor.Year, e.Part == 1 ? 1 : 12);
    }

    private static DateOnly? NextWeekday(DateOnly anchor, in DateExpression e)
    {
        var off = e.Weekday - Calendars.Weekday(anchor);
        if (e.Unit == TimeUnit.Week) return Calendars.Plus(anchor, off + (e.Shift * 7));
        // The day itself, unless a word says that it is gone or to come.
        if (off == 0 && !e.IsTenseSure) return anchor;
        return e.Tense switch
        {
            DateTense.Future => Calendars.Plus(anchor, off > 0 ? off : off + 7),
            DateTense.Current => Calendars.Plus(anchor, off),
            _ => Calendars.Plus(anchor, off < 0 ? off : off - 7),
        };
    }

    private static string? Printed(Workspace w, in DateExpression e, ref Context context)
    {
        var year = e.Year;
        if (year > 0) context.SentenceYear = context.NamedYear = year;
        else if (e.Month > 0) year = YearOf(w, e, context);
        if (year == 0) return null;
        if (e.Day > 0)
        {
            if (!Calendars.IsDay(year, e.Month, e.Day)) return null;
            return Day(new DateOnly(year, e.Month, e.Day), ref context);
        }

        context.LastPeriod = new DateOnly(year, Math.Max(1, e.Month), 1);
        return Calendars.Text(year, e.Month);
    }

    /// <summary>The year of a day or month without one.</summary>
    private static int YearOf(Workspace w, in DateExpression e, in Context context)
    {
        if (e.Weekday == 0 && context.SentenceYear > 0 && !e.IsTenseSure) return context.SentenceYear;
        if (context.Anchor is not { } anchor) return e.Weekday > 0 ? YearByWeekday(w, e) : context.NamedYear;
        var best = 0;
        var bestOff = int.MaxValue;
        for (var year = anchor.Year - 1; year <= anchor.Year + 1; year++)
        {
            if (year is < 1 or > 9999) continue;
            var off = e.Day > 0
                ? Calendars.IsDay(year, e.Month, e.Day) ? new DateOnly(year, e.Month, e.Day).DayNumber - anchor.DayNumber : int.MaxValue
                : ((year - anchor.Year) * 366) + ((e.Month - anchor.Month) * 30);
            if (off == int.MaxValue) continue;
            // A weekday's date lies close to the day of writing whichever way; else the tense decides, within reason.
            var cost = Math.Abs(off);
            if (e.IsTenseSure && ((e.Tense == DateTense.Past && off > 0) || (e.Tense == DateTense.Future && off < 0))) cost += 1000;
            else if (e.IsTenseSure && e.Tense == DateTense.Current && year != anchor.Year) cost += 1000;
            else if ((e.Tense == DateTense.Future && off < 0) || (e.Tense == DateTense.Past && off > 0)) cost += 200;
            else if (e.Weekday == 0 && e.Tense == DateTense.Open && off > 0) cost += 60;
            if (cost >= bestOff) continue;
            bestOff = cost;
            best = year;
        }

        return best;
    }

    /// <summary>Without a day of publication: the first full date, else a weekday and date that fix their year.</summary>
    private static DateOnly? Anchor(Workspace w)
    {
        foreach (ref readonly var e in w.DateExpressions.Items)
        {
            if (e.Form == DateForm.Printed && e.Weekday > 0 && e.Day > 0)
            {
                var year = e.Year > 0 ? e.Year : YearByWeekday(w, e);
                if (Calendars.IsDay(year, e.Month, e.Day)) return new DateOnly(year, e.Month, e.Day);
            }
        }

        foreach (ref readonly var e in w.DateExpressions.Items)
        {
            if (e.Form == DateForm.Printed && e.Day > 0 && e.Year > 0 && Calendars.IsDay(e.Year, e.Month, e.Day)) return new DateOnly(e.Year, e.Month, e.Day);
        }

        return null;
    }

    // The year in which the weekday fits: one that the text names or a neighbour of it, else the latest that lists reach.
    private static int YearByWeekday(Workspace w, in DateExpression e)
    {
        foreach (ref readonly var other in w.DateExpressions.Items[..Math.Min(YearsAsked, w.DateExpressions.Count)])
        {
            for (var near = 0; near < 3 && other.Year > 0; near++)
            {
                var year = other.Year + (near == 2 ? -1 : near);
                if (Fits(e, year)) return year;
            }
        }

        var latest = w.Day / 10000;
        for (var year = latest; year > latest - 12; year--)
        {
            if (Fits(e, year)) return year;
        }

        return latest;
    }

    private static bool Fits(in DateExpression e, int year) =>
        Calendars.IsDay(year, e.Month, e.Day) && Calendars.Weekday(new DateOnly(year, e.Month, e.Day)) == e.Weekday;

    // The first year that the text names: for what stands before it.
    private static int FirstYear(Workspace w)
    {
        foreach (ref readonly var e in w.DateExpressions.Items)
        {
            if (e.Year > 0) return e.Year;
        }

        return 0;
    }

    // News tell a day or two after: the first weekday or date right before the publication is when people spoke.
    private static DateOnly DayOfNews(Workspace w, DateOnly published)
    {
        foreach (ref readonly var e in w.DateExpressions.Items)
        {
            DateOnly? day = null;
            if (e.Form == DateForm.Weekday && e.Unit == TimeUnit.None && e.Tense == DateTense.Open) day = NextWeekday(published, e);
            else if (e.Form == DateForm.Printed && e.Weekday > 0)
            {
                var year = e.Year > 0 ? e.Year : published.Year;
                if (Calendars.IsDay(year, e.Month, e.Day)) day = new DateOnly(year, e.Month, e.Day);
            }

            if (day is { } d && d <= published && published.DayNumber - d.DayNumber <= TooOld) return d;
        }

        return published;
    }
}
