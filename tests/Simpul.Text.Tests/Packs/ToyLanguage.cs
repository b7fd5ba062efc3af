namespace Simpul.Text.Tests.Packs;

/// <summary>A language of a few words in a temporary folder, and a reader over the shipped packs with it laid over them.</summary>
public sealed class ToyLanguage : IDisposable
{
    private readonly Lazy<ArticleReader> _reader;

    public ToyLanguage()
    {
        Write("xx/language", "setting\tvalue", "decimal\t,", "default\t0", "name\tToy", "noun_phrase\tmodifier-first", "passive\tauxiliary");
        Write("xx/words", "class\tform", "and\tund", "by\tvon", "determiner\tdie", "function\tund", "function\tdie", "function\tnicht", "function\tgestern", "with\tmit");
        Write("xx/modality", "form\teffect\tscope\tnote", "nie\tnegated\tbefore\t");
        Write("xx/countries", "code\tname\tkind\tnote", "FR\tFrankreich\tname\t", "JP\tYappan\tname\t", "RU\tRussland\tname\t");
        Write("xx/demonyms", "code\tname\tnote", "FR\tfranzösische\t");
        Write("xx/triggers",
            "lemma\tpos\tforms\ttype\tcameo\tsource\ttarget\tpreps\tflags\tnot_before\tnot_after\tprior\tnote",
            "trafen\tV\ttrafen:a\tCONSULT\t040\tS\tP\tmit\tsym\t\t\t0.80\t",
            "tadelte\tV\ttadelte:a\tACCUSE\t111\tS\tO\t\t\t\t\t0.80\t");
        _reader = new Lazy<ArticleReader>(() => ArticleReader.WithFolder(Folder));
    }

    internal ArticleReader Reader => _reader.Value;

    internal string Folder { get; } = Directory.CreateTempSubdirectory("simpul-language-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    internal void Write(string file, params string[] lines)
    {
        var path = Path.Combine(Folder, file + ".tsv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', ["# Written for a test.", .. lines, ""]));
    }
}
