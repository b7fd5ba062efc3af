using Simpul.Text;
using Simpul.Text.Events;
using Simpul.Text.Names;
using Simpul.Text.Packs;
using Simpul.Text.Quotes;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;
using Simpul.Text.Values;

namespace Simpul.Benchmarks;

/// <summary>The stages of reading, in their order, as the reader runs them one after the other.</summary>
public enum Stage
{
    Tokens,
    Clitics,
    Phrases,
    Sentences,
    Values,
    Quotes,
    Tagger,
    Names,
    Speakers,
    Events,
    Record,
}

/// <summary>Runs single stages over a workspace.</summary>
internal sealed class ReadingStages
{
    private readonly Pack _pack = new(PackFiles.Embedded());
    private readonly Workspace _w = new();

    internal void Begin(Article article) => _w.Begin(article, _pack);

    internal void End() => _w.End();

    internal void Run(Stage stage, bool isTagged = true)
    {
        var w = _w;
        switch (stage)
        {
            case Stage.Tokens:
                Tokenizer.Run(w.Text, w.Tokens, _pack.Grammar.GluedPrefixes);
                break;
            case Stage.Clitics:
                LayoutStage.Lines(w);
                LayoutStage.Stems(w, _pack.Grammar);
                break;
            case Stage.Phrases:
                _pack.Phrases.Find(w.Tokens.Items, w.Hits, LayoutStage.HasNoCapitals(w));
                w.IndexHits();
                break;
            case Stage.Sentences:
                LayoutStage.Languages(w, _pack.Grammar);
                LayoutStage.Sentences(w, _pack.Grammar);
                break;
            case Stage.Values:
                ValueStage.Run(w);
                break;
            case Stage.Quotes:
                QuoteStage.FindSpans(w);
                break;
            case Stage.Tagger:
                TaggerStage.Run(w, isTagged ? TaggerModel.Default : null);
                break;
            case Stage.Names:
                NameStage.Run(w);
                break;
            case Stage.Speakers:
                QuoteStage.FindSpeakers(w);
                FirstPerson.Run(w);
                break;
            case Stage.Events:
                EventStage.Run(w);
                break;
            default:
                RecordBuilder.Build(w);
                break;
        }
    }
}
