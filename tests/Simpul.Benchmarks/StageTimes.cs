using System.Diagnostics;
using Simpul.Text;
using Simpul.Text.Events;
using Simpul.Text.Names;
using Simpul.Text.Packs;
using Simpul.Text.Quotes;
using Simpul.Text.Tagger;
using Simpul.Text.Tokens;
using Simpul.Text.Values;

namespace Simpul.Benchmarks;

/// <summary>What each stage of reading takes, in nanoseconds a word, over real articles on one core.</summary>
internal static class StageTimes
{
    internal static int Run(string file)
    {
        var pack = new Pack(PackFiles.Embedded());
        var articles = ArticleFile.Read(file).ToArray();
        var words = articles.Sum(a => ArticleFile.Words(a.Text));
        var w = new Workspace();
        (string Name, Action Do)[] stages =
        [
            ("tokens", () => Tokenizer.Run(w.Text, w.Tokens, pack.Grammar.GluedPrefixes)),
            ("lines, clitics", () => { LayoutStage.Lines(w); LayoutStage.Stems(w, pack.Grammar); }),
            ("phrases", () => { pack.Phrases.Find(w.Tokens.Items, w.Hits, LayoutStage.HasNoCapitals(w)); w.IndexHits(); }),
            ("languages, sentences", () => { LayoutStage.Languages(w, pack.Grammar); LayoutStage.Sentences(w, pack.Grammar); }),
            ("dates, amounts", () => ValueStage.Run(w)),
            ("quotations", () => QuoteStage.FindSpans(w)),
            ("tagger", () => TaggerStage.Run(w, TaggerModel.Default)),
            ("names", () => NameStage.Run(w)),
            ("speakers", () => { QuoteStage.FindSpeakers(w); FirstPerson.Run(w); }),
            ("events", () => EventStage.Run(w)),
            ("record", () => RecordBuilder.Build(w)),
        ];
        var ticks = new long[stages.Length];
        for (var round = 0; round < 4; round++)
        {
            Array.Clear(ticks);
            foreach (var article in articles)
            {
                w.Begin(article, pack);
                for (var s = 0; s < stages.Length; s++)
                {
                    var from = Stopwatch.GetTimestamp();
                    stages[s].Do();
                    ticks[s] += Stopwatch.GetTimestamp() - from;
                }

                w.End();
            }
        }

        for (var s = 0; s < stages.Length; s++) Console.WriteLine($"{stages[s].Name,-22}{Nanoseconds(ticks[s]) / words,8:f0} ns/word");
        Console.WriteLine($"{"all",-22}{Nanoseconds(ticks.Sum()) / words,8:f0} ns/word");
        return 0;
    }

    private static double Nanoseconds(long ticks) => ticks * 1e9 / Stopwatch.Frequency;
}
