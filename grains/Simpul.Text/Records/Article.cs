namespace Simpul.Text;

/// <summary>One article as it was given: everything that a reading depends on, besides the language pack.</summary>
/// <param name="Id">The article's id, at most 512 bytes of UTF-8; see docs for how the client derives it.</param>
/// <param name="Text">The text exactly as given, decoded, without a byte-order mark. All offsets count its UTF-16 code units.</param>
/// <param name="Title">The headline, or null. It is context: nothing in it is a mention.</param>
/// <param name="Published">The publication date as far as it is known: <c>2026-02-05</c>, <c>2026-02</c>, <c>2026</c>, or null.</param>
/// <param name="Language">ISO 639-1 code as given, or null to have it detected.</param>
/// <param name="Source">The medium as given, or null.</param>
/// <param name="Url">The address as given, or null.</param>
public sealed record Article(
    string Id,
    string Text,
    string? Title = null,
    string? Published = null,
    string? Language = null,
    string? Source = null,
    string? Url = null);
