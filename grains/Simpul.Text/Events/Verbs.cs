using Simpul.Text.Packs;
using Simpul.Text.Tokens;

namespace Simpul.Text.Events;

/// <summary>
/// Tells verbs without a dictionary of them: the lexicon's triggers, light verbs and words of saying, and where a language marks its
/// verbs by prefixes (Indonesian <c>me-</c>, <c>ber-</c>, <c>di-</c>) any lower-case word of that form that no list calls another.
/// </summary>
internal static class Verbs
{
    /// <summary>Shorter words that begin like verbs mostly are none (<c>media</c>, <c>diri</c>).</summary>
    private const int ShortestForm = 6;

    private const uint Verbal = (1u << (int)PhraseKind.Trigger) | (1u << (int)PhraseKind.LightVerb) | (1u << (int)PhraseKind.Reporting);

    /// <summary>True where a verb stands.</summary>
    internal static bool At(Clause c, int token) => Is(c, token, c.W.Pack.Grammar.Languages[c.Language].VerbPrefixes);

    /// <summary>True where an active verb stands, so that a bare phrase right after it is its object.</summary>
    internal static bool TakesObject(Clause c, int token) => Is(c, token, c.W.Pack.Grammar.Languages[c.Language].ActivePrefixes);

    /// <summary>True where a passive verb stands, so that a bare phrase right after it is who does it.</summary>
    internal static bool IsPassive(Clause c, int token) => At(c, token) && !TakesObject(c, token)
        && !c.W.Tokens[token].Is(Shape.Capital) && c.W.Text.AsSpan(c.W.Tokens[token].Start).StartsWith(c.W.Pack.Grammar.Languages[c.Language].PassivePrefix, StringComparison.Ordinal);

    private static bool Is(Clause c, int token, string[] prefixes)
    {
        if (token < c.Span.TokenFrom || token >= c.Span.TokenTo || !c.W.Tokens[token].Is(Shape.Word)) return false;
        return (c.W.Begins(token, Verbal) && IsListed(c, token)) || HasForm(c.W, token, c.Language, prefixes);
    }

    /// <summary>True for a word that has a verb's form, whatever lists know of it.</summary>
    internal static bool HasForm(Workspace w, int token, int language) => HasForm(w, token, language, w.Pack.Grammar.Languages[language].VerbPrefixes);

    private static bool HasForm(Workspace w, int token, int language, string[] prefixes)
    {
        ref readonly var word = ref w.Tokens[token];
        if (word.End - word.Start < ShortestForm || word.Is(Shape.Capital)) return false;
        var text = w.Text.AsSpan(word.Start, word.End - word.Start);
        foreach (var prefix in prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
                return w.WordAt(token, WordClass.NotVerb, language) == 0 && w.HitAt(token, PhraseKind.Title, language).Length == 0;
        }

        return false;
    }

    private static bool IsListed(Clause c, int token)
    {
        foreach (ref readonly var hit in c.W.HitsAt(token))
        {
            if (!c.W.Speaks(hit, c.Language)) continue;
            // What only says something of its subject (`sebagai pelaku`) need not be a verb.
            if (hit.Kind == PhraseKind.Trigger && c.W.Pack.Events.Forms[hit.Payload] is { Voice: Voice.Active or Voice.Past } form
                && c.W.Pack.Events.Triggers[form.Trigger].Source != Slot.Reporter) return true;
            if (hit.Kind == PhraseKind.LightVerb && c.W.Pack.Events.LightForms[hit.Payload].Voice == Voice.Active) return true;
        }

        return false;
    }
}
