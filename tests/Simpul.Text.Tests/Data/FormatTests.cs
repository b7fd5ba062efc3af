using System.Text;

namespace Simpul.Text.Tests.Data;

/// <summary>What every data file must look like, whatever it holds.</summary>
public sealed class FormatTests
{
    /// <summary>Files whose order says something: longest ending first; rules of speech in their order.</summary>
    private static readonly HashSet<string> Unsorted = ["clitics.tsv", "language.tsv"];

    public static TheoryData<string> Files => [.. DataFile.All.Select(f => f.Path)];

    [Theory, MemberData(nameof(Files))]
    public void A_file_begins_with_comments_that_say_what_it_is(string path) => Assert.StartsWith("# ", DataFile.Of(path).Lines[0]);

    [Theory, MemberData(nameof(Files))]
    public void A_file_has_a_header_of_named_columns(string path)
    {
        var header = DataFile.Of(path).Header;
        Assert.NotEmpty(header);
        Assert.Equal(header.Distinct(), header);
        Assert.All(header, c => Assert.Matches("^[a-z][a-z0-9_]*$", c));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_file_holds_rows(string path) =>
        // English cuts no clitics; its file says so by having none.
        Assert.True(path == "en/clitics.tsv" || DataFile.Of(path).Rows.Count > 0);

    [Theory, MemberData(nameof(Files))]
    public void Every_row_has_as_many_fields_as_the_header(string path)
    {
        var file = DataFile.Of(path);
        DataFile.Expect(file.Rows.Where(r => r.Fields.Length != file.Header.Length).Select(r => r.Says($"{r.Fields.Length} fields, not {file.Header.Length}")));
    }

    [Theory, MemberData(nameof(Files))]
    public void A_file_is_composed_UTF_8_with_plain_line_ends(string path)
    {
        var text = DataFile.Of(path).Text;
        Assert.True(text.IsNormalized(NormalizationForm.FormC), "not NFC");
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\uFEFF', text);
        Assert.DoesNotContain('\u00A0', text);
        Assert.EndsWith("\n", text);
        Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal), "empty lines at the end");
    }

    [Theory, MemberData(nameof(Files))]
    public void No_field_begins_or_ends_with_a_blank(string path) =>
        DataFile.Expect(DataFile.Of(path).Rows
            .Where(r => r.Fields.Any(f => f != f.Trim() || f.Contains("  ", StringComparison.Ordinal)))
            .Select(r => r.Says("stray blanks")));

    [Theory, MemberData(nameof(Files))]
    public void No_list_holds_an_empty_part(string path) =>
        DataFile.Expect(DataFile.Of(path).Rows
            .Where(r => r.File.Header.Zip(r.Fields).Any(f => f.First is "aliases" or "short" or "forms" or "roles"
                && f.Second.Length > 0 && f.Second.Split(';').Any(p => p != p.Trim() || p.Length == 0)))
            .Select(r => r.Says("an empty or blank part in a list")));

    [Theory, MemberData(nameof(Files))]
    public void No_row_stands_twice(string path) =>
        DataFile.Expect(DataFile.Of(path).Rows.GroupBy(r => string.Join('\t', r.Fields)).Where(g => g.Count() > 1).Select(g => g.Last().Says("twice")));

    [Theory, MemberData(nameof(Files))]
    public void Rows_are_sorted_by_their_first_column(string path)
    {
        var file = DataFile.Of(path);
        if (Unsorted.Contains(path[(path.IndexOf('/') + 1)..])) return;
        DataFile.Expect(file.Rows.Zip(file.Rows.Skip(1)).Where(p => string.CompareOrdinal(p.First.Fields[0], p.Second.Fields[0]) > 0)
            .Select(p => p.Second.Says($"sorts before \"{p.First.Fields[0]}\"")));
    }

    [Fact]
    public void All_languages_have_the_same_files()
    {
        static IEnumerable<string> Of(string language) =>
            DataFile.All.Where(f => f.Path.StartsWith(language + "/", StringComparison.Ordinal)).Select(f => f.Path[3..]);
        Assert.All(DataFile.Languages, l => Assert.Equal(Of("id"), Of(l)));
    }
}
