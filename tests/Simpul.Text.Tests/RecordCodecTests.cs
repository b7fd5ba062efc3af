namespace Simpul.Text.Tests;

public sealed class RecordCodecTests
{
    [Fact]
    public void Any_record_comes_back_equal_and_is_written_to_the_same_bytes()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var record = Make(new Random(seed));
            var bytes = RecordCodec.Encode(record);
            var back = RecordCodec.Decode(bytes);
            Assert.Equal(Json(record), Json(back));
            Assert.Equal(bytes, RecordCodec.Encode(back));
            Assert.Equal(bytes, RecordCodec.Encode(Make(new Random(seed))));
        }
    }

    [Fact]
    public void An_empty_record_keeps_its_nulls()
    {
        var back = RecordCodec.Decode(RecordCodec.Encode(new ArticleRecord { Pack = "", Id = "x", Language = "id" }));
        Assert.Null(back.Title);
        Assert.Null(back.Published);
        Assert.Equal("", back.Pack);
        Assert.Empty(back.Sentences);
    }

    [Fact]
    public void A_damaged_record_is_a_format_error_and_nothing_else()
    {
        var bytes = RecordCodec.Encode(Make(new Random(1)));
        Assert.Throws<FormatException>(() => RecordCodec.Decode([]));
        Assert.Throws<FormatException>(() => RecordCodec.Decode([99, .. bytes[1..]]));
        var random = new Random(2);
        for (var round = 0; round < 2000; round++)
        {
            var damaged = bytes.ToArray();
            if (round % 2 == 0) Array.Resize(ref damaged, random.Next(1, damaged.Length));
            else damaged[random.Next(1, damaged.Length)] = (byte)random.Next(256);
            try
            {
                RecordCodec.Decode(damaged);
            }
            catch (FormatException)
            {
                // The only error that there may be.
            }
        }
    }

    private static string Json(ArticleRecord record)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        RecordJson.Write(record, buffer);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static ArticleRecord Make(Random random)
    {
        return new ArticleRecord
        {
            Pack = "p" + random.Next(3),
            Id = Word(),
            Title = Maybe(),
            Language = "id",
            Published = Maybe(),
            Source = Maybe(),
            Url = Maybe(),
            Actors = Many(() => new Actor(Word(), Word(), (ActorType)random.Next(2), Maybe(), Maybe(), Many(Word), Many(() => new ActorMention(Span(), Word(), Percent())))),
            Countries = Many(() => new Country(Word(), Many(() => new CountryMention(Span(), (CountryCue)random.Next(4), Word(), Percent())))),
            Events = Many(() => new Event(
                (EventType)random.Next(16), new Party(Maybe(), Maybe()), new Party(Maybe(), Maybe()), Maybe(), Maybe(), (EventStatus)random.Next(4),
                random.Next(100), Span(), "0" + random.Next(200), (short)random.Next(-100, 101), Percent(), Word(), Many(Span))),
            Quotes = Many(() => new Quote(Span(), Maybe(), Word(), Percent())),
            Dates = Many(() => new DateMention(Span(), Word(), Word())),
            Amounts = Many(() => new Amount(Span(), "12.5", Word(), Word())),
            Sentences = Many(() => new Sentence(random.Next(100000), random.Next(100000))),
        };

        string Word() => string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => (char)random.Next(32, 0x2000)));
        string? Maybe() => random.Next(3) == 0 ? null : Word();
        byte Percent() => (byte)random.Next(101);
        Span Span() => new(random.Next(1 << 20), random.Next(1 << 20), Word());
        T[] Many<T>(Func<T> make) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => make())];
    }
}
