using System.Collections.Concurrent;
using Simpul.Text.Events;
using Simpul.Text.Explanations;
using Simpul.Text.Names;
using Simpul.Text.Packs;
using Simpul.Text.Quotes;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;
using Simpul.Text.Values;

namespace Simpul.Text;

/// <summary>
/// Reads articles. Thread-safe: one reader serves a whole process, each thread working in a pooled workspace of its own.
/// </summary>
public sealed class ArticleReader
{
    private static readonly Lazy<ArticleReader> Shared = new(() => new ArticleReader(new Pack(PackFiles.Embedded())));

    private readonly Pack _pack;
    private readonly ConcurrentBag<Workspace> _workspaces = [];

    private ArticleReader(Pack pack) => _pack = pack;

    /// <summary>The reader over the language packs that ship with the program; loaded once a process, on first use.</summary>
    public static ArticleReader Default => Shared.Value;

    /// <summary>
    /// A reader over the shipped packs with the data files of a folder laid over them: a folder of the shape of
    /// <c>Languages</c>, whose files replace shipped ones of the same name and whose new folders are new languages.
    /// </summary>
    /// <exception cref="PackException">A row cannot be read.</exception>
    public static ArticleReader WithFolder(string folder) => new(new Pack(PackFiles.Embedded().With(PackFiles.FromFolder(folder))));

    /// <summary>The version of the language packs: changes whenever any of their data, or a rule that reads them, changes.</summary>
    public string PackVersion => _pack.Version;

    /// <summary>Reads one article. Any string in, a record out: it throws for no text.</summary>
    public ArticleRecord Read(Article article)
    {
        if (!_workspaces.TryTake(out var w)) w = new Workspace();
        w.Begin(article, _pack);
        Analyse(w);
        var record = RecordBuilder.Build(w);
        w.End();
        _workspaces.Add(w);
        return record;
    }

    /// <summary>Reads one article and says how each event came about. Slower than <see cref="Read"/>, with the same record.</summary>
    public ArticleExplanation Explain(Article article)
    {
        // A workspace of its own, so that the pooled ones never carry notes.
        var w = new Workspace { Trace = new Trace() };
        w.Begin(article, _pack);
        Analyse(w);
        return w.Trace.Build(w, RecordBuilder.Build(w));
    }

    // The order matters: quotations before names' identities, so that speakers can use them; dates before events, which take them.
    private void Analyse(Workspace w)
    {
        LayOut(w, _pack);
        ValueStage.Run(w);
        QuoteStage.FindSpans(w);
        TaggerStage.Run(w, TaggerModel.Default);
        NameStage.Run(w);
        QuoteStage.FindSpeakers(w);
        FirstPerson.Run(w);
        EventStage.Run(w);
    }

    /// <summary>Tokens, phrases, lines and sentences: what every later stage stands on.</summary>
    internal static void LayOut(Workspace w, Pack pack)
    {
        Tokenizer.Run(w.Text, w.Tokens, pack.Grammar.GluedPrefixes);
        LayoutStage.Lines(w);
        LayoutStage.Stems(w, pack.Grammar);
        pack.Phrases.Find(w.Tokens.Items, w.Hits, LayoutStage.HasNoCapitals(w));
        w.IndexHits();
        LayoutStage.Languages(w, pack.Grammar);
        LayoutStage.Sentences(w, pack.Grammar);
    }
}
