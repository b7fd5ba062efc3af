using System.Text;

namespace Simpul.Text;

/// <summary>
/// The compact binary form of a record, in which it crosses the cluster and lies in the store. It begins with its version and is
/// deterministic: equal records are equal bytes. Strings are written once, in the order of their first use, and referred to by
/// number; offsets are written as differences.
/// </summary>
public static class RecordCodec
{
    /// <summary>The version that <see cref="Encode"/> writes; <see cref="Decode"/> reads all up to it.</summary>
    public const byte Version = 1;

    [ThreadStatic]
    private static Writer? t_writer;

    /// <summary>Encodes a record.</summary>
    public static byte[] Encode(ArticleRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var w = t_writer ??= new Writer();
        w.Reset();
        w.Number(record.SchemaVersion);
        w.Text(record.Pack);
        w.Text(record.Id);
        w.Text(record.Title);
        w.Text(record.Language);
        w.Text(record.Published);
        w.Text(record.Source);
        w.Text(record.Url);
        w.List(record.Actors, static (w, a) =>
        {
            w.Text(a.Id);
            w.Text(a.Name);
            w.Number((int)a.Type);
            w.Text(a.Country);
            w.Text(a.Role);
            w.List(a.Aliases, static (w, alias) => w.Text(alias));
            w.List(a.Mentions, static (w, m) =>
            {
                w.Span(m.Span);
                w.Text(m.Rule);
                w.Number(m.Confidence);
            });
        });
        w.List(record.Countries, static (w, c) =>
        {
            w.Text(c.Code);
            w.List(c.Mentions, static (w, m) =>
            {
                w.Span(m.Span);
                w.Number((int)m.Kind);
                w.Text(m.Rule);
                w.Number(m.Confidence);
            });
        });
        w.List(record.Events, static (w, e) =>
        {
            w.Number((int)e.Type);
            w.Text(e.Source.Actor);
            w.Text(e.Source.Country);
            w.Text(e.Target.Actor);
            w.Text(e.Target.Country);
            w.Text(e.Place);
            w.Text(e.Date);
            w.Number((int)e.Status);
            w.Number(e.Sentence);
            w.Span(e.Trigger);
            w.Text(e.Cameo);
            w.Number(e.Goldstein);
            w.Number(e.Confidence);
            w.Text(e.Rule);
            w.List(e.Evidence, static (w, s) => w.Span(s));
        });
        w.List(record.Quotes, static (w, q) =>
        {
            w.Span(q.Span);
            w.Text(q.Speaker);
            w.Text(q.Rule);
            w.Number(q.Confidence);
        });
        w.List(record.Dates, static (w, d) =>
        {
            w.Span(d.Span);
            w.Text(d.Value);
            w.Text(d.Rule);
        });
        w.List(record.Amounts, static (w, a) =>
        {
            w.Span(a.Span);
            w.Text(a.Value);
            w.Text(a.Unit);
            w.Text(a.Rule);
        });
        w.List(record.Sentences, static (w, s) =>
        {
            w.Offset(s.Start);
            w.Number(s.End - s.Start);
        });
        return w.ToArray();
    }

    /// <summary>Decodes a record.</summary>
    /// <exception cref="FormatException">The bytes are no record, or one of a newer version.</exception>
    public static ArticleRecord Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0) throw new FormatException("A record cannot be empty.");
        if (bytes[0] is 0 or > Version)
            throw new FormatException($"The record has version {bytes[0]}; this program reads up to {Version}.");
        try
        {
            return ReadRecord(new Reader(bytes[1..]));
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentOutOfRangeException or OverflowException)
        {
            throw new FormatException("The record is damaged.", e);
        }
    }

    private static ArticleRecord ReadRecord(Reader r) => new()
    {
        SchemaVersion = r.Number(),
        Pack = r.Text()!,
        Id = r.Text()!,
        Title = r.Text(),
        Language = r.Text()!,
        Published = r.Text(),
        Source = r.Text(),
        Url = r.Text(),
        Actors = r.List(static (ref Reader r) => new Actor(
            r.Text()!, r.Text()!, (ActorType)r.Number(), r.Text(), r.Text(),
            r.List(static (ref Reader r) => r.Text()!),
            r.List(static (ref Reader r) => new ActorMention(r.Span(), r.Text()!, (byte)r.Number())))),
        Countries = r.List(static (ref Reader r) => new Country(
            r.Text()!,
            r.List(static (ref Reader r) => new CountryMention(r.Span(), (CountryCue)r.Number(), r.Text()!, (byte)r.Number())))),
        Events = r.List(static (ref Reader r) => new Event(
            (EventType)r.Number(), new Party(r.Text(), r.Text()), new Party(r.Text(), r.Text()), r.Text(), r.Text(),
            (EventStatus)r.Number(), r.Number(), r.Span(), r.Text()!, (short)r.Number(), (byte)r.Number(), r.Text()!,
            r.List(static (ref Reader r) => r.Span()))),
        Quotes = r.List(static (ref Reader r) => new Quote(r.Span(), r.Text(), r.Text()!, (byte)r.Number())),
        Dates = r.List(static (ref Reader r) => new DateMention(r.Span(), r.Text()!, r.Text()!)),
        Amounts = r.List(static (ref Reader r) => new Amount(r.Span(), r.Text()!, r.Text()!, r.Text()!)),
        Sentences = r.List(static (ref Reader r) =>
        {
            var start = r.Offset();
            return new Sentence(start, start + r.Number());
        }),
    };

    private sealed class Writer
    {
        private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
        private readonly List<string> _texts = [];
        private byte[] _body = new byte[4096];
        private int _length;
        private int _offset;

        public void Reset()
        {
            _numbers.Clear();
            _texts.Clear();
            _length = 0;
            _offset = 0;
        }

        public void Number(int value)
        {
            // Zigzag: small numbers of either sign are short.
            var v = (uint)((value << 1) ^ (value >> 31));
            if (_body.Length - _length < 5) Array.Resize(ref _body, _body.Length * 2);
            while (v >= 0x80)
            {
                _body[_length++] = (byte)(v | 0x80);
                v >>= 7;
            }

            _body[_length++] = (byte)v;
        }

        public void Text(string? text)
        {
            if (text is null)
            {
                Number(0);
                return;
            }

            if (!_numbers.TryGetValue(text, out var number))
            {
                _texts.Add(text);
                number = _texts.Count;
                _numbers.Add(text, number);
            }

            Number(number);
        }

        public void Offset(int offset)
        {
            Number(offset - _offset);
            _offset = offset;
        }

        public void Span(in Span span)
        {
            Offset(span.Start);
            Number(span.End - span.Start);
            Text(span.Text);
        }

        public void List<T>(IReadOnlyList<T> items, Action<Writer, T> write)
        {
            Number(items.Count);
            for (var i = 0; i < items.Count; i++) write(this, items[i]);
        }

        public byte[] ToArray()
        {
            // The table is written behind the body it was collected from, and put before it in the result.
            var body = _length;
            Number(_texts.Count);
            foreach (var text in _texts)
            {
                var size = Encoding.UTF8.GetByteCount(text);
                Number(size);
                while (_body.Length - _length < size) Array.Resize(ref _body, _body.Length * 2);
                _length += Encoding.UTF8.GetBytes(text, _body.AsSpan(_length));
            }

            var result = new byte[1 + _length];
            result[0] = Version;
            _body.AsSpan(body, _length - body).CopyTo(result.AsSpan(1));
            _body.AsSpan(0, body).CopyTo(result.AsSpan(1 + _length - body));
            return result;
        }
    }

    private delegate T ReadItem<T>(ref Reader reader);

    private ref struct Reader
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly string[] _texts;
        private int _at;
        private int _offset;

        public Reader(ReadOnlySpan<byte> bytes)
        {
            _bytes = bytes;
            _texts = [];
            _texts = new string[Count()];
            for (var i = 0; i < _texts.Length; i++)
            {
                var size = Number();
                _texts[i] = Encoding.UTF8.GetString(_bytes.Slice(_at, size));
                _at += size;
            }
        }

        public int Number()
        {
            uint v = 0;
            for (var shift = 0; ; shift += 7)
            {
                var b = _bytes[_at++];
                v |= (uint)(b & 0x7F) << shift;
                if (b < 0x80) return (int)(v >> 1) ^ -(int)(v & 1);
                if (shift == 28) throw new OverflowException();
            }
        }

        public string? Text()
        {
            var number = Number();
            return number == 0 ? null : _texts[number - 1];
        }

        public int Offset() => _offset += Number();

        public Span Span()
        {
            var start = Offset();
            return new Span(start, start + Number(), Text()!);
        }

        public T[] List<T>(ReadItem<T> read)
        {
            var count = Count();
            if (count == 0) return [];
            var items = new T[count];
            for (var i = 0; i < count; i++) items[i] = read(ref this);
            return items;
        }

        // A damaged length must fail before it is allocated: each item takes at least a byte.
        private int Count()
        {
            var count = Number();
            return (uint)count <= (uint)(_bytes.Length - _at) ? count : throw new OverflowException();
        }
    }
}
