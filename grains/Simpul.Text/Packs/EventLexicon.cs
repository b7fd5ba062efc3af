using System.Globalization;
using Simpul.Text.Tokens;

namespace Simpul.Text.Packs;

/// <summary>Where a party of an act stands.</summary>
internal enum Slot : byte
{
    None,
    /// <summary>Subject of the active form, agent of the passive.</summary>
    Subject,
    /// <summary>Object of the active form, subject of the passive.</summary>
    Object,
    /// <summary>Possessor of the noun.</summary>
    Genitive,
    /// <summary>Noun phrase after one of the row's prepositions.</summary>
    Preposition,
    /// <summary>Who says the sentence: the speaker of the quotation, else the subject of the word of saying.</summary>
    Reporter,
}

/// <summary>Voice of a form.</summary>
internal enum Voice : byte
{
    Noun,
    Active,
    Passive,
    /// <summary>Bare form: infinitive, imperative, object voice.</summary>
    Bare,
    /// <summary>English past or participle: the words around it decide.</summary>
    Past,
    /// <summary>Gerund or present participle.</summary>
    Gerund,
}

/// <summary>Properties of a row.</summary>
[Flags]
internal enum TriggerFlags : ushort
{
    None = 0,
    Mutual = 1,
    War = 2,
    Between = 4,
    State = 8,
    Plan = 16,
    Sport = 32,
    /// <summary>Needs both parties spelled out in their own slots.</summary>
    Weak = 64,
    /// <summary>A word of saying: no event.</summary>
    Say = 128,
    /// <summary>Owns up to an act told before: its victim is the one of that act where the sentence names none.</summary>
    Claim = 256,
}

/// <summary>A row of the trigger lexicon.</summary>
internal sealed record Trigger(
    string Rule, EventType Type, string Cameo, short Goldstein, Slot Source, Slot Target, ulong[] Prepositions, TriggerFlags Flags,
    ulong[] NotBefore, ulong[] NotAfter, byte Prior)
{
    internal bool Has(TriggerFlags flag) => (Flags & flag) != 0;
}

/// <summary>A surface form of a trigger or light verb.</summary>
internal readonly record struct TriggerForm(int Trigger, Voice Voice);

/// <summary>What a light verb makes of its noun's act: lifted sanctions are a concession, refused talks a rejection.</summary>
internal readonly record struct Turn(EventType From, EventType To, string Cameo, short Goldstein);

/// <summary>A form of a light verb: whose act its noun is, and what it makes of it.</summary>
internal readonly record struct LightForm(Slot Source, Voice Voice, Turn[] Turns)
{
    /// <summary>What becomes of an act of a type; none where it stays what it is.</summary>
    internal Turn? TurnOf(EventType type)
    {
        foreach (ref readonly var turn in Turns.AsSpan())
        {
            if (turn.From == type) return turn;
        }

        return null;
    }
}

/// <summary>The event triggers of all languages.</summary>
internal sealed class EventLexicon
{
    internal List<Trigger> Triggers { get; } = [];

    internal List<TriggerForm> Forms { get; } = [];

    /// <summary>Forms of light verbs.</summary>
    internal List<LightForm> LightForms { get; } = [];

    internal EventLexicon(PackFiles files, IReadOnlyList<string> languages, PhraseBuilder phrases)
    {
        var goldstein = files.Rows("common/cameo.tsv").ToDictionary(r => r["code"], r => Whole(r, "goldstein"), StringComparer.Ordinal);
        for (var l = 0; l < languages.Count; l++)
        {
            foreach (var row in files.Rows($"{languages[l]}/triggers.tsv")) Load(row, languages[l], (byte)(1 << l), goldstein, phrases);
            foreach (var row in files.Rows($"{languages[l]}/light-verbs.tsv")) LoadLight(row, (byte)(1 << l), goldstein, phrases);
        }
    }

    private void Load(Row row, string language, byte bit, Dictionary<string, int> goldstein, PhraseBuilder phrases)
    {
        var isSay = row["type"] == "SAY";
        if (!EventTypes.TryParse(row["type"], out var type) && !isSay)
            throw row.Wrong($"unknown event type \"{row["type"]}\"", "Use one of PLOVER's sixteen, or SAY.");
        if (!goldstein.TryGetValue(row["cameo"], out var score)) throw row.Wrong($"unknown CAMEO code \"{row["cameo"]}\"", "Add it to common/cameo.tsv.");
        var flags = isSay ? TriggerFlags.Say : TriggerFlags.None;
        foreach (var flag in row["flags"].Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            flags |= flag switch
            {
                "sym" => TriggerFlags.Mutual,
                "war" => TriggerFlags.War,
                "between" => TriggerFlags.Between,
                "state" => TriggerFlags.State,
                "plan" => TriggerFlags.Plan,
                "sport" => TriggerFlags.Sport,
                "weak" or "nego" => TriggerFlags.Weak,
                "claim" => TriggerFlags.Claim,
                "light" => TriggerFlags.None,
                _ => throw row.Wrong($"unknown flag \"{flag}\"", "Known: sym, between, war, state, plan, sport, weak, nego, claim, light."),
            };
        }

        var prior = (byte)Math.Clamp((int)Math.Round(decimal.Parse(row["prior"], CultureInfo.InvariantCulture) * 100), 1, 99);
        Triggers.Add(new Trigger($"{language}:{row["lemma"]}.{row["pos"]}", type, row["cameo"], (short)score, SlotOf(row, "source"), SlotOf(row, "target"),
            Hashes(row["preps"]), flags, Hashes(row["not_before"]), Hashes(row["not_after"]), prior));
        foreach (var (form, voice) in FormsOf(row))
        {
            Forms.Add(new TriggerForm(Triggers.Count - 1, voice));
            phrases.Add(form, PhraseKind.Trigger, bit, Forms.Count - 1, caseless: char.IsLower(form[0]));
        }
    }

    private void LoadLight(Row row, byte bit, Dictionary<string, int> goldstein, PhraseBuilder phrases)
    {
        var turns = TurnsOf(row, goldstein);
        foreach (var (form, voice) in FormsOf(row))
        {
            LightForms.Add(new LightForm(SlotOf(row, "source"), voice, turns));
            phrases.Add(form, PhraseKind.LightVerb, bit, LightForms.Count - 1, caseless: true);
        }
    }

    private static Turn[] TurnsOf(Row row, Dictionary<string, int> goldstein)
    {
        var turns = new List<Turn>();
        foreach (var part in row.Optional("turns").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('>', ':');
            if (ends.Length != 3 || !EventTypes.TryParse(ends[0], out var from) || !EventTypes.TryParse(ends[1], out var to) || !goldstein.TryGetValue(ends[2], out var score))
                throw row.Wrong($"\"{part}\" turns nothing", "Write FROM>TO:CAMEO with event types and a code of common/cameo.tsv.");
            turns.Add(new Turn(from, to, ends[2], (short)score));
        }

        return [.. turns];
    }

    private static int Whole(Row row, string column) =>
        int.TryParse(row[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw row.Wrong($"\"{row[column]}\" is no whole number", "Write tenths: -95 for -9.5.");

    private static Slot SlotOf(Row row, string column) => row[column] switch
    {
        "S" => Slot.Subject,
        "O" => Slot.Object,
        "G" => Slot.Genitive,
        "P" => Slot.Preposition,
        "R" => Slot.Reporter,
        "-" or "" => Slot.None,
        var other => throw row.Wrong($"unknown slot \"{other}\"", "Known: S, O, G, P, R, -."),
    };

    private static IEnumerable<(string Form, Voice Voice)> FormsOf(Row row)
    {
        foreach (var form in row.List("forms"))
        {
            var colon = form.LastIndexOf(':');
            if (colon < 1) throw row.Wrong($"form \"{form}\" has no voice", "Write form:voice, with voice a, p, b, x, g or n.");
            yield return (form[..colon], form[(colon + 1)..] switch
            {
                "a" => Voice.Active,
                "p" => Voice.Passive,
                "b" => Voice.Bare,
                "x" => Voice.Past,
                "g" => Voice.Gerund,
                "n" => Voice.Noun,
                var other => throw row.Wrong($"unknown voice \"{other}\"", "Known: a, p, b, x, g, n."),
            });
        }
    }

    private static ulong[] Hashes(string words) =>
        [.. words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(w => TokenHash.Of(w.Split(' ')[^1]))];
}
