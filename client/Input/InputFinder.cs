using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Simpul.Client.Input;

/// <summary>A source to read, or what is wrong with an argument that names none.</summary>
internal readonly record struct InputItemSource(InputSource? Source, RejectedInput? Problem);

/// <summary>Finds the files that the arguments of a command name: files, folders, patterns, and <c>-</c> for standard input.</summary>
internal sealed class InputFinder(InputOptions options, Func<Stream> standardInput)
{
    private static readonly (string Extension, InputFormat Format)[] Extensions =
    [
        (".txt", InputFormat.Txt), (".jsonl", InputFormat.Jsonl), (".ndjson", InputFormat.Jsonl), (".csv", InputFormat.Csv), (".tsv", InputFormat.Tsv),
    ];

    /// <summary>The extensions that are read, for messages.</summary>
    public const string Readable = ".txt, .jsonl, .csv and .tsv, each also with .gz";

    /// <summary>True where an argument is there at all.</summary>
    public static bool Exists(string path) => path == "-" || File.Exists(path) || Directory.Exists(path) || IsPattern(path);

    /// <summary>Yields sources in an order that is the same everywhere: arguments as given, a folder by ordinal order of its names.</summary>
    public IEnumerable<InputItemSource> Find(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var any = false;
            foreach (var source in FindOne(path))
            {
                any = true;
                yield return source;
            }

            if (!any) yield return new(null, Nothing(path));
        }
    }

    /// <summary>Tells <paramref name="progress"/> how many bytes there are to come; a quick look at the files, without opening them.</summary>
    public void Measure(IEnumerable<string> paths, InputProgress progress)
    {
        foreach (var source in Find(paths))
            if (source.Source is { } found)
                progress.Expect(found.Length);
    }

    private IEnumerable<InputItemSource> FindOne(string path)
    {
        if (path == "-") return [new(new InputSource("-", null, options.Format, null, standardInput), null)];
        if (File.Exists(path))
        {
            var format = options.Format == InputFormat.Auto ? FormatOf(path) : options.Format;
            return [format is { } known ? new(OfFile(path, Path.GetFileName(path), known), null) : new(null, UnknownType(path))];
        }

        if (Directory.Exists(path)) return InFolder(path, "");
        return IsPattern(path) ? Matching(path) : [];
    }

    // A folder at a time, so that a tree of a million files is never listed at once.
    private IEnumerable<InputItemSource> InFolder(string folder, string relative)
    {
        var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true })
            .Where(e => !e.Name.StartsWith('.'))
            .OrderBy(e => e.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var inside = relative.Length == 0 ? entry.Name : $"{relative}/{entry.Name}";
            if ((entry.Attributes & FileAttributes.Directory) != 0)
            {
                // A link to a folder may lead back to where it stands.
                if (entry.LinkTarget is not null) continue;
                foreach (var source in InFolder(Path.Join(folder, entry.Name), inside)) yield return source;
            }
            else if (FormatOf(entry.Name) is { } format)
            {
                yield return new(OfFile(Path.Join(folder, entry.Name), inside, format), null);
            }
        }
    }

    private IEnumerable<InputItemSource> Matching(string pattern)
    {
        var normal = pattern.Replace('\\', '/');
        var cut = normal.LastIndexOf('/', normal.AsSpan().IndexOfAny("*?["));
        var folder = cut < 0 ? "." : cut == 0 ? "/" : normal[..cut];
        if (!Directory.Exists(folder)) yield break;
        var matcher = new Matcher(StringComparison.Ordinal).AddInclude(normal[(cut + 1)..]);
        var found = matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(folder))).Files
            .Select(f => f.Path).Order(StringComparer.Ordinal);
        foreach (var inside in found)
            if (FormatOf(inside) is { } format)
                yield return new(OfFile(cut < 0 ? inside : Path.Join(folder, inside), inside, format), null);
    }

    private static InputSource OfFile(string path, string idPath, InputFormat format) => new(
        path,
        format == InputFormat.Txt ? ArticleId.FromPath(idPath) : null,
        format,
        new FileInfo(path).Length,
        () => new FileStream(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 1 << 16, Options = FileOptions.SequentialScan }));

    /// <summary>The format that a file's extension stands for, or null.</summary>
    public static InputFormat? FormatOf(string name)
    {
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        foreach (var (extension, format) in Extensions)
            if (name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return format;
        return null;
    }

    private static bool IsPattern(string path) => path.AsSpan().IndexOfAny('*', '?') >= 0;

    private static RejectedInput UnknownType(string path) =>
        new(new Place(path), "the file's extension says nothing about what it holds", $"Name it {Readable}, or say --input-format txt, jsonl, csv or tsv");

    private static RejectedInput Nothing(string path) => Directory.Exists(path)
        ? new(new Place(path), "the folder holds no articles", $"Files that are read end in {Readable}")
        : IsPattern(path)
            ? new(new Place(path), "no file matches the pattern", $"Files that are read end in {Readable}")
            : new(new Place(path), "there is no such file or folder", "Check the path");
}
