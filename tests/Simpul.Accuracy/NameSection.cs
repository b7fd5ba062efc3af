using Simpul.Client.Evaluation;
using Simpul.Text;
using Simpul.Text.Packs;
using Simpul.Text.Tagger;

namespace Simpul.Accuracy;

/// <summary>The shipped tagger, and the names that records hold, on annotated sentences.</summary>
internal static class NameSection
{
    private static readonly (string Title, string Folder, string File)[] Sets =
    [
        ("idner-news-2k, dev", "ner-id-idner-news-2k", "dev.txt"), ("NER UI, dev", "ner-id-nerui", "dev.01.tsv"), ("NERGrit, valid", "ner-id-nergrit", "valid_preprocess.txt"),
    ];

    public static void Write(Markdown page, string data)
    {
        var pack = new Pack(PackFiles.Embedded());
        var workspace = new Workspace();
        page.Heading(2, "Names: annotated Indonesian sentences");
        page.Text("The shipped weights saw none of these sentences; `docs/tagger.md` says what they were trained on, and has the tagger trained and scored within and across the sets. Bounds and type must agree; the tolerant figures leave the left bound free, since the sets differ "
            + "on whether a title is part of a name. Records hold people and bodies as the guidelines want them, and places only as countries' mentions: their figures show what the whole pipeline makes of sentences torn from their articles.");
        var rows = new List<object?[]>();
        foreach (var (title, folder, file) in Sets)
        {
            var sentences = ConllFile.Read(Path.Join(data, folder, file)).ToList();
            Add(title, "tagger", ConllScore.Of(sentences, text => Tagged(workspace, pack, text)));
            Add(title, "record", ConllScore.Of(sentences, ConllReport.RecordNames));
        }

        page.Table(["set", " names of", "F1", "tolerant", "PER", "ORG", "LOC", "gold"], rows);

        void Add(string title, string what, ConllScore score)
        {
            var strict = score.Strict(null);
            rows.Add([title, what, strict.F1, score.Tolerant(null).F1, score.Tolerant("PER").F1, score.Tolerant("ORG").F1, score.Tolerant("LOC").F1, strict.Gold]);
        }
    }

    private static List<NameSpan> Tagged(Workspace w, Pack pack, string text)
    {
        w.Begin(new Article("", text, Language: "id"), pack);
        ArticleReader.LayOut(w, pack);
        TaggerStage.Run(w, TaggerModel.Default);
        var names = new List<NameSpan>();
        for (var t = 0; t < w.Tokens.Count; t++)
        {
            if (!TagLabel.Starts(w.Tags[t])) continue;
            var end = t;
            while (!TagLabel.Ends(w.Tags[end])) end++;
            var type = TagLabel.TypeOf(w.Tags[t]) switch { TagType.Person => "PER", TagType.Organisation => "ORG", _ => "LOC" };
            names.Add(new NameSpan(w.Tokens[t].Start, w.Tokens[end].End, type));
            t = end;
        }

        return names;
    }
}
