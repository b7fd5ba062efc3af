using System.Text.Encodings.Web;
using System.Text.Json;

namespace Simpul.Text;

/// <summary>
/// The public JSON form of a record: one object with its fields in a fixed order, so that equal records are equal bytes.
/// </summary>
public static class RecordJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true };

    /// <summary>Writes one record as UTF-8 JSON, without a line end.</summary>
    public static void Write(ArticleRecord record, System.Buffers.IBufferWriter<byte> output, bool indented = false)
    {
        using var json = new Utf8JsonWriter(output, indented ? Indented : Compact);
        Write(record, json);
    }

    /// <summary>Writes one record as a JSON value.</summary>
    public static void Write(ArticleRecord record, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("schema_version"u8, record.SchemaVersion);
        json.WriteString("pack"u8, record.Pack);
        json.WriteString("id"u8, record.Id);
        json.WriteString("title"u8, record.Title);
        json.WriteString("language"u8, record.Language);
        json.WriteString("published"u8, record.Published);
        json.WriteString("source"u8, record.Source);
        json.WriteString("url"u8, record.Url);
        List(json, "actors"u8, record.Actors, WriteActor);
        List(json, "countries"u8, record.Countries, WriteCountry);
        List(json, "events"u8, record.Events, WriteEvent);
        List(json, "quotes"u8, record.Quotes, WriteQuote);
        List(json, "dates"u8, record.Dates, WriteDate);
        List(json, "amounts"u8, record.Amounts, WriteAmount);
        List(json, "sentences"u8, record.Sentences, WriteSentence);
        json.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(json, item);
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, in Span span)
    {
        json.WriteNumber("start"u8, span.Start);
        json.WriteNumber("end"u8, span.End);
        json.WriteString("text"u8, span.Text);
    }

    // Confidences have two decimals in JSON and are whole hundredths everywhere else.
    private static void WriteConfidence(Utf8JsonWriter json, byte hundredths) =>
        json.WriteNumber("confidence"u8, new decimal(hundredths, 0, 0, false, 2));

    private static void WriteActor(Utf8JsonWriter json, Actor actor)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, actor.Id);
        json.WriteString("name"u8, actor.Name);
        json.WriteString("type"u8, actor.Type == ActorType.Person ? "person"u8 : "organisation"u8);
        json.WriteString("country"u8, actor.Country);
        json.WriteString("role"u8, actor.Role);
        List(json, "aliases"u8, actor.Aliases, static (j, a) => j.WriteStringValue(a));
        List(json, "mentions"u8, actor.Mentions, static (j, m) =>
        {
            j.WriteStartObject();
            WriteSpan(j, m.Span);
            j.WriteString("rule"u8, m.Rule);
            WriteConfidence(j, m.Confidence);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteCountry(Utf8JsonWriter json, Country country)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, country.Code);
        List(json, "mentions"u8, country.Mentions, static (j, m) =>
        {
            j.WriteStartObject();
            WriteSpan(j, m.Span);
            j.WriteString("kind"u8, m.Kind switch
            {
                CountryCue.Name => "name"u8,
                CountryCue.Demonym => "demonym"u8,
                CountryCue.Place => "place"u8,
                _ => "metonym"u8,
            });
            j.WriteString("rule"u8, m.Rule);
            WriteConfidence(j, m.Confidence);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteParty(Utf8JsonWriter json, ReadOnlySpan<byte> name, Party party)
    {
        json.WriteStartObject(name);
        json.WriteString("actor"u8, party.Actor);
        json.WriteString("country"u8, party.Country);
        json.WriteEndObject();
    }

    private static void WriteEvent(Utf8JsonWriter json, Event e)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, e.Type.Name());
        WriteParty(json, "source"u8, e.Source);
        WriteParty(json, "target"u8, e.Target);
        json.WriteString("place"u8, e.Place);
        json.WriteString("date"u8, e.Date);
        json.WriteString("status"u8, e.Status.Name());
        json.WriteNumber("sentence"u8, e.Sentence);
        json.WriteStartObject("trigger"u8);
        WriteSpan(json, e.Trigger);
        json.WriteEndObject();
        json.WriteString("cameo"u8, e.Cameo);
        json.WriteNumber("goldstein"u8, new decimal(Math.Abs((int)e.Goldstein), 0, 0, e.Goldstein < 0, 1));
        WriteConfidence(json, e.Confidence);
        json.WriteString("rule"u8, e.Rule);
        List(json, "evidence"u8, e.Evidence, static (j, s) =>
        {
            j.WriteStartObject();
            WriteSpan(j, s);
            j.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote)
    {
        json.WriteStartObject();
        WriteSpan(json, quote.Span);
        json.WriteString("speaker"u8, quote.Speaker);
        json.WriteString("rule"u8, quote.Rule);
        WriteConfidence(json, quote.Confidence);
        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, DateMention date)
    {
        json.WriteStartObject();
        WriteSpan(json, date.Span);
        json.WriteString("value"u8, date.Value);
        json.WriteString("rule"u8, date.Rule);
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, Amount amount)
    {
        json.WriteStartObject();
        WriteSpan(json, amount.Span);
        // A duration is ISO text; every other value is a JSON number.
        if (amount.Unit == "duration") json.WriteString("value"u8, amount.Value);
        else
        {
            json.WritePropertyName("value"u8);
            json.WriteRawValue(amount.Value);
        }

        json.WriteString("unit"u8, amount.Unit);
        json.WriteString("rule"u8, amount.Rule);
        json.WriteEndObject();
    }

    private static void WriteSentence(Utf8JsonWriter json, Sentence sentence)
    {
        json.WriteStartObject();
        json.WriteNumber("start"u8, sentence.Start);
        json.WriteNumber("end"u8, sentence.End);
        json.WriteEndObject();
    }
}
